"""What persons said of controls, documents and criteria, in words, each with who said it and when that was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.edits import judge_edits
from soc2desk.domain.confirming import Part, Said, Standing
from soc2desk.domain.control_states import as_said
from soc2desk.domain.project import State
from soc2desk.domain.self_check import items_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement

LONGEST = 600
"""Characters of an own wording that are printed; the document holds it whole, and its SHA-256 stands behind it."""


def word_parts(engagement: Engagement) -> Iterator[Part]:
    """Yield states of controls, owners, and every other word of a person; a list without a line is left out."""
    phrases = engagement.catalogue.phrases
    made: tuple[tuple[str, bool, Callable[[Engagement], Iterable[Said]]], ...] = (
        ("left_out", False, _left_out),
        ("states", True, _states),
        ("owners", False, _owners),
        ("own_controls", False, _own_controls),
        ("self_check", True, _self_check),
        ("edits", True, _edits),
        ("approvals", True, _approvals),
    )
    for name, tells_who, lines_of in made:
        if lines := tuple(lines_of(engagement)):
            yield Part(name, phrases[f"confirmation.part.{name}"], lines, tells_who)


def said_by(who: str) -> Standing:
    """Return how far a word is somebody's that only a named person makes a confirmed one."""
    return Standing.CONFIRMED if who else Standing.UNNAMED


def shortened(text: str, phrases: Mapping[str, str]) -> str:
    """Return words of somebody's own on one line, cut where they are very long."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else phrases["confirmation.cut"].format(words=words[:LONGEST].rstrip())


def _left_out(engagement: Engagement) -> Iterator[Said]:
    for criterion, why in sorted(engagement.project.not_relevant.items()):
        known = engagement.catalogue.criterion.get(criterion)
        yield Said(f"not_relevant.{criterion}", f"{criterion} {known.title if known else ''}", why, Standing.ENTERED)


def _states(engagement: Engagement) -> Iterator[Said]:
    for one in (as_said(one, engagement.project) for one in engagement.controls):
        unsaid = one.state is State.NOT_CONFIRMED
        who = engagement.person_name(one.confirmed_by)
        value = engagement.catalogue.phrases["state.not_confirmed"] if unsaid else _state(one, engagement)
        standing = Standing.OPEN if unsaid else said_by(who)
        yield Said(f"control_states.{one.id}", f"{one.id} {one.control.title}", value, standing, who, one.confirmed_on)


def _state(one: ControlState, engagement: Engagement) -> str:
    phrases = engagement.catalogue.phrases
    details = [phrases[f"state.{one.state}"]]
    if one.vendor:
        details.append(engagement.vendor_name(one.vendor))
    if one.since is not None:
        details.append(phrases["confirmation.since"].format(day=one.since.isoformat()))
    if one.start is not None:
        details.append(phrases["confirmation.from"].format(day=one.start.isoformat()))
    if one.reason:
        details.append(one.reason)
    if one.claimed_early:
        details.append(phrases["confirmation.early"])
    if one.id not in engagement.project.state_entry:
        details.append(phrases["confirmation.family"])
    return "; ".join(details)


def _owners(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.controls:
        found = engagement.owners[one.id]
        names = (("owner", found.owner), ("backup", found.backup), ("reviewer", found.reviewer))
        words = "; ".join(
            f"{phrases[f'confirmation.{key}']}: {name}" for key, id_ in names if (name := engagement.person_name(id_))
        )
        standing = Standing.ENTERED if one.id in engagement.project.owning else Standing.DERIVED
        if not found.owner:
            words, standing = phrases["person.nobody"], Standing.OPEN
        yield Said(f"owners.{one.id}", f"{one.id} {one.control.title}", words, standing)


def _own_controls(engagement: Engagement) -> Iterator[Said]:
    phrases, roles = engagement.catalogue.phrases, engagement.catalogue.role
    for one in engagement.project.own_controls:
        said = (
            one.statement,
            ", ".join(one.criteria),
            phrases[f"cadence.adjective.{one.cadence}"],
            phrases[f"nature.{one.nature}"],
            one.evidence,
            roles[one.owner].name if one.owner in roles else "",
        )
        yield Said(f"own_controls.{one.id}", f"{one.id} {one.title}", "; ".join(filter(None, said)), Standing.ENTERED)


def _self_check(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for item in items_of(engagement):
        one = engagement.project.self_answer.get(item.id)
        if one is not None:
            words = "; ".join(filter(None, (phrases[f"baseline.{one.answer}"], one.evidence, one.reason)))
            who = engagement.person_name(one.by)
            yield Said(f"self_check.{item.id}", f"{item.id} {item.title}", words, said_by(who), who, one.on)


def _edits(engagement: Engagement) -> Iterator[Said]:
    judged, phrases = judge_edits(engagement), engagement.catalogue.phrases
    for edit in engagement.project.edits:
        document = edit.id.partition("/")[0]
        title = judged.titles.get(edit.id, edit.id)
        shown = shortened(edit.text, phrases)
        aside = judged.set_aside.get(edit.id)
        value = f"{shown} ({phrases['confirmation.aside'].format(why=aside)})" if aside else shown
        yield Said(
            f"edits.{edit.id}",
            f"{document}: {title}",
            value,
            Standing.ENTERED,
            engagement.person_name(edit.by),
            edit.on,
        )


def _approvals(engagement: Engagement) -> Iterator[Said]:
    phrases, templates = engagement.catalogue.phrases, engagement.catalogue.template
    for one in engagement.project.approvals:
        title = templates[one.id].title if one.id in templates else ""
        said = [phrases["confirmation.text"].format(text=one.text)]
        if one.decided_on is not None:
            said.append(phrases["confirmation.decided"].format(day=one.decided_on.isoformat(), minutes=one.minutes))
        if one.entered_by:
            said.append(phrases["confirmation.entered_by"].format(name=engagement.person_name(one.entered_by)))
        who = engagement.person_name(one.by)
        yield Said(f"approvals.{one.id}", f"{one.id} {title}", "; ".join(said), Standing.CONFIRMED, who, one.on)
