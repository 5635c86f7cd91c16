"""What privacy law asks of this company, beside the documents and controls that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Block, Callout, Document, Fact, Mark, Row, Run, Runs, Table, text
from soc2desk.document.registers.ground import Ground, in_ranges, register, row
from soc2desk.domain.duties import applies, laws_that_may_apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.law import Duty, Law

PRIVACY = "privacy"
_MOST = 3  # documents named beside a duty: who wants all finds them by control


def duties_of_law(ground: Ground) -> tuple[Document, ...]:
    """Return the register of duties that privacy law sets; nothing where no law applies by the answers.

    It stands apart from what an auditor examines, and so it is for the team alone.
    """
    laws = laws_that_may_apply(ground.engagement)
    if not laws:
        return ()
    phrases = ground.phrases
    blocks: list[Block] = [Callout(text(phrases["law.rely"]), "warn", phrases["law.rely_title"])]
    for law in laws:
        blocks += [_duties(law, ground), *_note(law)]
    blocks.append(_criteria(laws, ground))
    days = "; ".join(f"{law.short} {law.read_on}" for law in laws)
    facts = (Fact(phrases["law.read_on"], text(days)),)
    return (register(ground, "law", Audience.INTERNAL, tuple(blocks), facts),)


def _note(law: Law) -> Iterator[Callout]:
    if law.note:
        yield Callout(text(law.note), "law", law.regulator)


def _duties(law: Law, ground: Ground) -> Table:
    keys = (("duty", 1.5), ("asks", 3.6), ("applies", 1.5), ("clause", 1.9), ("answered_by", 2.1), ("criteria", 0.9))
    columns = tuple(ground.column(key, width) for key, width in (*keys, ("law_text", 2.1)))
    rows = tuple(_duty_row(duty, law, ground) for duty in law.duties)
    return Table(columns, rows, law.name, law.id.lower())


def _duty_row(duty: Duty, law: Law, ground: Ground) -> Row:
    decided = applies(duty, law, ground.engagement)
    controls = () if decided is False else duty.controls
    written = "" if decided is False else _written(duty, ground)
    missing = decided is not False and bool(duty.controls) and not written
    return row(
        duty.id,
        (Run(duty.title, bold=True), Run(f", {duty.reference}")),
        duty.asks,
        _applies(duty, law, ground),
        ground.phrases["law.unwritten"] if missing else written,
        _controls(controls, ground),
        ", ".join(duty.criteria),
        _text(duty, law, ground),
        tone="warn" if missing else "",
    )


def _applies(duty: Duty, law: Law, ground: Ground) -> Runs:
    phrases, decided = ground.phrases, applies(duty, law, ground.engagement)
    if decided is None:
        return (Run(phrases["law.undecided"], mark=Mark.OPEN),)
    if not decided:
        return text(phrases["law.not_by_answers"])
    return text(duty.applies or phrases["law.always"])


def _written(duty: Duty, ground: Ground) -> str:
    """Return where the documents say what the controls of a duty say: ids with their clauses."""
    found: dict[str, list[str]] = {}
    for entry in ground.clauses:
        if not set(duty.controls).isdisjoint(entry.controls):
            found.setdefault(entry.document, []).append(entry.number)
    shown = [f"{document} {in_ranges(numbers)}" for document, numbers in found.items()]
    more = [ground.phrases["places.more"].format(count=len(shown) - _MOST)] if len(shown) > _MOST else []
    return "; ".join((*shown[:_MOST], *more))


def _controls(controls: tuple[str, ...], ground: Ground) -> Runs:
    """Return each control with where it stands; one that this scope does not hold is named so."""
    runs: list[Run] = []
    for id_ in controls:
        one = ground.engagement.state.get(id_)
        said = ground.phrases["law.outside" if one is None else f"state.{one.state}"].lower()
        mark = Mark.OPEN if one is not None and one.state == "not_confirmed" else Mark.NONE
        runs.append(Run(f"{'; ' if runs else ''}{id_} ({said})", mark=mark))
    return tuple(runs)


def _text(duty: Duty, law: Law, ground: Ground) -> str:
    """Return since when the text is in force, how and when it was read, and what is doubted of it."""
    phrases = ground.phrases
    said = [phrases["law.since"].format(day=duty.since)] if duty.since else []
    said.append(phrases[f"law.source.{duty.source}"].format(day=law.read_on))
    said += [phrases["law.number"]] if duty.is_doubted else []
    return " ".join((*said, *filter(None, (duty.doubt,))))


def _asking(criterion: str, laws: tuple[Law, ...]) -> Iterator[str]:
    for law in laws:
        yield from (f"{law.short}: {duty.title}" for duty in law.duties if criterion in duty.criteria)


def _criteria(laws: tuple[Law, ...], ground: Ground) -> Table:
    """Return every privacy criterion with the duties that ask for the same, whether it is examined or not."""
    engagement, phrases = ground.engagement, ground.phrases
    columns = (ground.column("criterion", 0.9), ground.column("title", 4.5), ground.column("duties_of_law", 5.0))
    rows = tuple(
        row(
            criterion.id,
            criterion.id,
            criterion.title,
            "; ".join(_asking(criterion.id, laws)),
        )
        for criterion in engagement.catalogue.criteria
        if criterion.category == PRIVACY
    )
    return Table(columns, rows, phrases["register.law.criteria"], "criteria")
