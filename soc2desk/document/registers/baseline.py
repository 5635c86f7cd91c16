"""The bridge to the Canadian baseline: the company's own answers, what they propose, and what they do not reach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Block, Callout, Document, Fact, Kind, Mark, Row, Run, Runs, Table, text
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.domain.control_states import could_say
from soc2desk.domain.self_answers import Has
from soc2desk.domain.self_check import at_odds, items_of, not_reached, proposals, still_to_confirm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Column
    from soc2desk.domain.baseline import BaselineItem
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.self_answers import SelfAnswer
    from soc2desk.domain.self_check import Proposal

NOT_YET = "not yet"
"""How a file says that something is not done yet."""
_NOTES = ("numbers", "logging")
_TONES = {Has.YES: "good", Has.PARTLY: "warn", Has.NO: "bad"}


def baseline(ground: Ground) -> Document:
    """Return the Canadian baseline items with the company's own answers beside the controls that overlap.

    The mapping alone proves nothing: an answer stands empty until it is given, and no answer confirms a control.
    """
    phrases = ground.phrases
    blocks: tuple[Block, ...] = (
        *(Callout(text(phrases[f"baseline.{key}"]), "note", phrases[f"baseline.{key}_title"]) for key in _NOTES),
        _items(ground, "steps", counted=False),
        _items(ground, "baseline", counted=True),
        *_what_follows(ground),
        _unreached(ground),
    )
    return register(ground, "baseline", Audience.INTERNAL, blocks, (_count(ground),))


def _count(ground: Ground) -> Fact:
    """Say how many of the counted items are answered, and how."""
    phrases, items = ground.phrases, [item for item in items_of(ground.engagement) if item.is_counted]
    said = [_answer(item, ground) for item in items]
    given = [one.answer for one in said if one]
    parts = [f"{given.count(has)} {phrases[f'baseline.{has}'].lower()}" for has in Has if has in given]
    counted = phrases["baseline.answered"].format(done=len(given), total=len(items))
    return Fact(phrases["baseline.self_check"], text(": ".join(filter(None, (counted, ", ".join(parts))))))


def _answer(item: BaselineItem, ground: Ground) -> SelfAnswer | None:
    return ground.engagement.project.self_answer.get(item.id)


# ---- the items -----------------------------------------------------------------------------------


def _items(ground: Ground, name: str, *, counted: bool) -> Table:
    answers = tuple(ground.phrases[f"baseline.{has}"] for has in Has)
    tones = tuple((ground.phrases[f"baseline.{has}"], tone) for has, tone in _TONES.items())
    columns = (
        ground.column("item", 0.9),
        ground.column("baseline_title", 3.8),
        replace(ground.column("answer", 1.1, Kind.CHOICE, answers), tones=tones),
        ground.column("held", 2.6),
        ground.column("said", 1.5),
        ground.column("overlap", 2.6),
        ground.column("criteria", 1.3),
    )
    rows = tuple(
        _item_row(item, control.title, ground)
        for control in ground.engagement.catalogue.baseline
        for item in control.items
        if item.is_counted is counted
    )
    return Table(columns, rows, ground.phrases[f"register.baseline.{name}"], name)


def _item_row(item: BaselineItem, title: str, ground: Ground) -> Row:
    answer, scope = _answer(item, ground), ground.engagement.scope.criteria
    titled = title if item.title == title else f"{title}: {item.title}"
    return row(
        item.id,
        item.id,
        titled,
        ground.phrases[f"baseline.{answer.answer}"] if answer else "",
        _held(answer, ground),
        _said(answer, ground),
        states_of(item.controls, ground),
        ", ".join(c for c in item.criteria if c in scope),
        tone=_TONES.get(answer.answer, "") if answer else "",
    )


def _held(answer: SelfAnswer | None, ground: Ground) -> Runs:
    if answer is None:
        return ()
    if answer.answer is not Has.NOT_APPLICABLE:
        return text(answer.evidence)
    return text(answer.reason) or (Run(ground.phrases["baseline.no_reason"], mark=Mark.OPEN),)


def _said(answer: SelfAnswer | None, ground: Ground) -> Runs:
    """Return who said it and when; nobody named is marked, and so is whoever had left by then."""
    if answer is None:
        return ()
    day = text(f", {answer.on.isoformat()}") if answer.on else ()
    by = answer.by if could_say(answer.by, answer.on, ground.engagement.project) else ""
    return (*ground.person(by), *day)


def states_of(controls: Iterable[str], ground: Ground) -> Runs:
    """Return the controls that this scope needs, each with where it stands; unconfirmed ones are marked."""
    runs: list[Run] = []
    for id_ in controls:
        one = ground.engagement.state.get(id_)
        if one is None:
            continue
        mark = Mark.OPEN if one.state == "not_confirmed" else Mark.NONE
        if runs:
            runs.append(Run("; "))
        runs.append(Run(f"{id_} ({ground.phrases[f'state.{one.state}'].lower()})", mark=mark))
    return tuple(runs)


# ---- what the answers leave to do ----------------------------------------------------------------


def _what_follows(ground: Ground) -> Iterator[Table]:
    """Yield what the answers propose, what they contradict and what they leave to confirm, where there is any."""
    engagement = ground.engagement
    if denied := at_odds(engagement):
        yield _proposed_table(denied, "at_odds", ground)
    if proposed := proposals(engagement):
        yield _proposed_table(proposed, "proposed", ground)
    confirm = [(item, left) for item in items_of(engagement) if (left := still_to_confirm(item, engagement))]
    if confirm:
        columns = (ground.column("item", 0.9), ground.column("baseline_title", 4.5), ground.column("to_confirm", 6.0))
        rows = tuple(row(item.id, item.id, item.title, _titled(left, ground)) for item, left in confirm)
        yield Table(columns, rows, ground.phrases["register.baseline.to_confirm"], "to-confirm")


def _titled(controls: Iterable[str], ground: Ground) -> str:
    return "; ".join(f"{one} {ground.engagement.catalogue.control[one].title}" for one in controls)


def _proposed_table(found: tuple[Proposal, ...], name: str, ground: Ground) -> Table:
    columns = (
        ground.column("item", 0.9),
        ground.column("answer", 1.2),
        ground.column("concerns", 5.0),
        ground.column(name, 3.0),
        ground.column("place", 2.2),
    )
    rows = tuple(_proposal_row(one, name, ground) for one in found)
    return Table(columns, rows, ground.phrases[f"register.baseline.{name}"], name.replace("_", "-"))


def _proposal_row(one: Proposal, name: str, ground: Ground) -> Row:
    answer = ground.phrases[f"baseline.{one.said}"]
    denied = name == "at_odds"
    what = states_of((one.control,), ground) if denied else text(proposed_words(one, ground.engagement.catalogue))
    return row(one.item, one.item, answer, concerns(one, ground.engagement.catalogue), what, one.place)


def concerns(one: Proposal, catalogue: Catalogue) -> str:
    """Return what a proposal is about: the question, or the control with its title."""
    if one.question:
        return catalogue.questions[one.question].label
    return f"{one.control} {catalogue.control[one.control].title}"


def proposed_words(one: Proposal, catalogue: Catalogue) -> str:
    """Return what is proposed in words: a value, that it is not done yet, a state, or that it waits for an answer."""
    phrases = catalogue.phrases
    if one.control:
        return phrases[f"state.{one.value}"]
    if not one.value:
        return phrases["baseline.to_answer"]
    if one.value == NOT_YET:
        return phrases["open.planned"]
    return catalogue.questions[one.question].choice_label(phrases.get(f"answer.{one.value}", one.value))


# ---- what the baseline does not reach ------------------------------------------------------------


def _unreached(ground: Ground) -> Table:
    """Return the criteria in scope without any item: what SOC 2 asks beside the baseline."""
    columns: tuple[Column, ...] = (
        ground.column("criterion", 0.9),
        ground.column("title", 4.5),
        ground.column("controls", 6.0),
    )
    catalogue, engagement = ground.engagement.catalogue, ground.engagement
    rows = tuple(
        row(
            id_,
            id_,
            catalogue.criterion[id_].title,
            states_of((one.id for one in engagement.controls if id_ in one.criteria), ground),
        )
        for id_ in not_reached(engagement)
    )
    return Table(columns, rows, ground.phrases["register.baseline.unreached"], "unreached")
