"""The sheet on which a company confirms every value of its engagement: what waits first, and a signature left empty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Callout,
    Column,
    Document,
    Fact,
    Form,
    FormField,
    Heading,
    Kind,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.document.registers.ground import scope_facts
from soc2desk.domain.confirming import WAITING, Part, Said, Standing, counted_by_standing, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Block, Runs
    from soc2desk.document.registers.ground import Ground

SHEET = "REG-CNF"
_WIDTHS = {"part": 2.2, "what": 3.0, "value": 5.2, "standing": 1.7, "who": 1.7, "on": 1.3}
_PLAIN, _WITH_WHO = ("what", "value", "standing"), ("what", "value", "standing", "who", "on")
_TONES = {
    Standing.OPEN: "bad",
    Standing.SUGGESTED: "warn",
    Standing.PROPOSED: "warn",
    Standing.UNNAMED: "warn",
    Standing.PLANNED: "warn",
}
_NOBODYS = frozenset({Standing.OPEN, Standing.SUGGESTED, Standing.DERIVED, Standing.LEFT_OUT})
"""What no person said, so that there is no name to keep."""
_MARKS = {Standing.OPEN: Mark.OPEN, Standing.SUGGESTED: Mark.SUGGESTED, Standing.PROPOSED: Mark.SUGGESTED}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the values come from: a sentence on the file, if there is one, and whether that file tells the days."""

    sentence: str = ""
    days_are_told: bool = False


def confirmation_sheet(ground: Ground, parts: tuple[Part, ...], mark: str, source: Provenance) -> Document:
    """Return the sheet. `mark` is the SHA-256 of the values; the document bears the day on which it is made."""
    phrases = ground.phrases
    return Document(
        id=SHEET,
        title=phrases["confirmation.title"],
        kind="register",
        audience=Audience.INTERNAL,
        company=ground.company,
        date=ground.made_on,
        blocks=tuple(_blocks(ground, parts, mark, source)),
        cover=(*scope_facts(ground), *_facts(ground, parts, mark)),
        status="",
        version=ground.engagement.catalogue.version,
        landscape=True,
        subtitle=phrases["confirmation.subtitle"],
        footer=ground.company,
    )


def without_captions(sheet: Document) -> Document:
    """Return the sheet for paper, where a heading stands over each table; in a workbook titles name its sheets."""
    return replace(sheet, blocks=tuple(replace(b, title="") if isinstance(b, Table) else b for b in sheet.blocks))


def _facts(ground: Ground, parts: tuple[Part, ...], mark: str) -> Iterator[Fact]:
    counts, phrases = counted_by_standing(parts), ground.phrases
    yield Fact(phrases["confirmation.fact.made"], text(ground.made_on))
    groups = {
        "waiting": WAITING,
        "planned": (Standing.PLANNED,),
        "confirmed": (Standing.CONFIRMED, Standing.ENTERED),
        "derived": (Standing.DERIVED,),
        "left_out": (Standing.LEFT_OUT,),
    }
    for name, standings in groups.items():
        yield Fact(phrases[f"confirmation.fact.{name}"], text(str(sum(counts[one] for one in standings))))
    yield Fact(phrases["confirmation.mark"], (Run(mark, code=True),))


def _blocks(ground: Ground, parts: tuple[Part, ...], mark: str, source: Provenance) -> Iterator[Block]:
    phrases = ground.phrases
    yield Paragraph(text(phrases["confirmation.lead"].format(company=ground.company)), "lead")
    yield Callout(text(phrases["confirmation.about"]), "note", phrases["confirmation.about_title"])
    if source.sentence:
        yield Paragraph(text(source.sentence))
    if source.days_are_told:
        yield Callout(text(phrases["confirmation.told"]), "warn", phrases["confirmation.told_title"])
    yield Heading(text(phrases["confirmation.waiting"]))
    yield from _waiting(ground, parts)
    yield Callout(text(phrases["confirmation.kept"]), "note", phrases["confirmation.kept_title"])
    for part in parts:
        yield from _values(ground, part)
    yield PageBreak()
    yield from _signature(ground, mark)


def _values(ground: Ground, part: Part) -> Iterator[Block]:
    """Yield the values of a part; what is open has none, and stands among what waits."""
    keys = _WITH_WHO if part.tells_who else _PLAIN
    rows = tuple(_row(one, keys, ground) for one in part.lines if one.standing is not Standing.OPEN)
    if rows:
        yield Heading(text(part.title), id=part.id)
        yield Table(_columns(ground, keys), rows, part.title, part.id)


def _waiting(ground: Ground, parts: tuple[Part, ...]) -> Iterator[Block]:
    phrases, keys = ground.phrases, ("part", *_PLAIN)
    rows = tuple(_row(line, keys, ground, part.title) for part, line in waiting(parts))
    if not rows:
        yield Paragraph(text(phrases["confirmation.nothing_waits"]))
        return
    yield Paragraph(text(phrases["confirmation.waiting_lead"]))
    yield Table(_columns(ground, keys), rows, phrases["confirmation.waiting"], "waiting")


def _columns(ground: Ground, keys: tuple[str, ...]) -> tuple[Column, ...]:
    kinds = {"on": Kind.DATE}
    return tuple(
        Column(key, ground.phrases[f"confirmation.column.{key}"], _WIDTHS[key], kinds.get(key, Kind.TEXT))
        for key in keys
    )


def _row(line: Said, keys: tuple[str, ...], ground: Ground, part: str = "") -> Row:
    phrases = ground.phrases
    mark = _MARKS.get(line.standing, Mark.NONE)
    unsaid = phrases[f"confirmation.standing.{line.standing}"] if line.standing is Standing.OPEN else ""
    cells: dict[str, Runs] = {
        "part": text(part),
        "what": text(line.what),
        "value": text(line.value or (f"[{unsaid}]" if unsaid else ""), mark=mark),
        "standing": text(phrases[f"confirmation.standing.{line.standing}"]),
        "who": text(line.who or ("" if line.standing in _NOBODYS else phrases["confirmation.no_name"])),
        "on": text(line.on.isoformat() if line.on else ""),
    }
    return Row(tuple(cells[key] for key in keys), line.place, _TONES.get(line.standing, ""))


def _signature(ground: Ground, mark: str) -> Iterator[Block]:
    phrases = ground.phrases
    yield Heading(text(phrases["confirmation.sign.title"]), id="signature")
    yield Paragraph(text(phrases["confirmation.mark_lead"]))
    yield Paragraph((Run(mark, code=True),))
    yield Paragraph(text(phrases["confirmation.sign.lead"].format(company=ground.company)))
    kinds = {"name": Kind.TEXT, "role": Kind.TEXT, "date": Kind.DATE, "signature": Kind.SIGNATURE}
    yield Form(tuple(FormField(phrases[f"confirmation.sign.{key}"], kind, id=key) for key, kind in kinds.items()))
