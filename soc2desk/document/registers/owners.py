"""One sheet for each owner: the controls that carry the name, the dates, the evidence, and three questions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Block, Bullets, Document, Heading, ListItem, Paragraph, Run, Table, text
from soc2desk.document.empty_tables import say_when_empty
from soc2desk.document.registers.ground import Ground, footer, row, scope_facts, tone
from soc2desk.document.registers.requests import request_due, request_owner
from soc2desk.document.values import say_date

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.people import Person
    from soc2desk.domain.requests import EvidenceRequest

SHEET = "OWN"
"""The ids of the sheets begin so; a number follows, in the order of the people."""
QUESTIONS = 3


def owner_sheets(ground: Ground) -> tuple[Document, ...]:
    """Return a sheet for each person who owns a control that applies, in the order of the people."""
    engagement = ground.engagement
    owning = {engagement.owners[one.id].owner for one in engagement.controls if one.applies}
    people = [person for person in engagement.project.people if person.id in owning]
    asked: dict[str, list[EvidenceRequest]] = {}
    for request in engagement.requests:
        asked.setdefault(request_owner(request, ground), []).append(request)
    sheets = enumerate(people, 1)
    return tuple(_sheet(person, number, asked.get(person.id, []), ground) for number, person in sheets)


def _sheet(person: Person, number: int, asked: list[EvidenceRequest], ground: Ground) -> Document:
    words = ground.phrases["sheet.intro"].format(name=person.name)
    blocks: tuple[Block, ...] = (
        Paragraph(text(words), "lead"),
        *_questions(person, ground),
        *_dates(ground),
        *_controls(person, ground),
        *_requests(asked, ground),
        *_beside(person, ground),
    )
    return Document(
        id=f"{SHEET}-{number:02}",
        title=ground.phrases["sheet.title"].format(name=person.name),
        kind="sheet",
        audience=Audience.INTERNAL,
        company=ground.company,
        date=ground.date,
        blocks=say_when_empty(blocks, ground.phrases),
        cover=scope_facts(ground),
        status=ground.status,
        version=ground.engagement.catalogue.version,
        landscape=True,
        footer=footer(ground),
    )


def _heading(key: str, ground: Ground) -> Heading:
    return Heading(text(ground.phrases[f"sheet.{key}"]), 1, f"{SHEET}/{key}")


def _owned(person: Person, ground: Ground) -> list[ControlState]:
    owners = ground.engagement.owners
    return [one for one in ground.engagement.controls if one.applies and owners[one.id].owner == person.id]


def _questions(person: Person, ground: Ground) -> tuple[Block, ...]:
    asked = asked_of(_owned(person, ground), ground)
    return (_heading("questions", ground), Bullets(tuple(ListItem(text(one)) for one in asked), ordered=True))


def asked_of(owned: list[ControlState], ground: Ground) -> list[str]:
    """Return three questions from the families a person owns most of: one of each, then the next of each."""
    counts = Counter(one.control.family for one in owned)
    families = {family.id: family.asked for family in ground.engagement.catalogue.families}
    most = [family for family, _ in counts.most_common(QUESTIONS) if family in families]
    rounds = [families[family][turn] for turn in range(QUESTIONS) for family in most if turn < len(families[family])]
    return rounds[:QUESTIONS]


def _dates(ground: Ground) -> tuple[Block, ...]:
    scope, phrases = ground.engagement.scope, ground.phrases
    days: list[tuple[str, date | None]] = [
        ("window_first", scope.start),
        ("window_last", scope.end),
        ("examined", scope.as_of),
        ("fieldwork", scope.fieldwork),
    ]
    items = tuple(ListItem(text(f"{phrases[f'sheet.{key}']}: {say_date(day, phrases)}")) for key, day in days if day)
    return (_heading("dates", ground), Bullets(items)) if items else ()


def _controls(person: Person, ground: Ground) -> tuple[Block, ...]:
    keys = (
        ("control", 1.0), ("statement", 7.0), ("state", 1.8), ("frequency", 1.3), ("clause", 2.4), ("evidence", 3.0),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(
        row(
            one.id,
            one.control.printed,
            ground.statements[one.id],
            ground.state(one),
            ground.rhythm(one),
            ground.places(one.id, most=2),
            "; ".join(item.what for item in one.control.evidence),
            tone=tone(one),
        )
        for one in _owned(person, ground)
    )
    return (_heading("controls", ground), Table(columns, rows, id="controls"))


def _requests(asked: list[EvidenceRequest], ground: Ground) -> tuple[Block, ...]:
    keys = (("request", 1.0), ("asked", 5.0), ("controls", 1.4), ("due", 1.4), ("good", 5.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(
        row(
            one.id,
            one.id,
            one.request,
            ground.printed(ground.engagement.asked_for(one)),
            request_due(one, ground),
            one.good_shows,
        )
        for one in asked
    )
    return (_heading("requests", ground), Table(columns, rows, id="requests"))


def _beside(person: Person, ground: Ground) -> tuple[Block, ...]:
    """Return the controls that the person stands in for, and those that the person looks over."""
    blocks: list[Block] = []
    for key in ("backup", "reviewer"):
        named = [
            one
            for one in ground.engagement.controls
            if one.applies and getattr(ground.engagement.owners[one.id], key) == person.id
        ]
        if named:
            blocks += [_heading(key, ground), Bullets(_by_family(named, ground))]
    return tuple(blocks)


def _by_family(named: list[ControlState], ground: Ground) -> tuple[ListItem, ...]:
    """Return a line for each family with its controls, so that seventy of them do not fill three pages."""
    found = []
    for family in ground.engagement.catalogue.families:
        own = [f"{one.control.printed}\u00a0{one.control.title}" for one in named if one.control.family == family.id]
        if own:
            found.append(ListItem((Run(f"{family.name}: ", bold=True), *text("; ".join(own)))))
    return tuple(found)
