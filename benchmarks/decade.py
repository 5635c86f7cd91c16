"""A company with ten years of work behind it: 500 people, 60 vendors and 20,000 pieces of evidence with their files."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.owed import owed
from soc2desk.domain.people import Person
from soc2desk.domain.vendors import Vendor
from soc2desk.storage.editing import set_values
from soc2desk.storage.evidence_files import EVIDENCE

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.owed import Owed
    from soc2desk.domain.project import Project

YEARS, PEOPLE, VENDORS, PIECES, RECORDS = 10, 500, 60, 20_000, 2_000
LINES = "Login,Name,Status\n" + "".join(f"user{number},User {number},Active\n" for number in range(20))


def decade(desk: Desk, sample: Project) -> Project:
    """Return a sample company as it stands after ten years, evidence of every year in it."""
    last = desk.today.year
    begun = date(last - YEARS, 1, 4)
    states = tuple(replace(one, since=min(one.since, begun) if one.since else None) for one in sample.control_states)
    peopled = replace(
        set_values(sample, desk.catalogue, _window(last), desk.today),
        people=(*sample.people, *_people(sample, begun)),
        vendors=(*sample.vendors, *_vendors(sample, desk.today)),
        control_states=states,
    )
    each = PIECES // YEARS
    pieces = [piece for year in range(last - YEARS + 1, last + 1) for piece in _year(desk, peopled, year, each)]
    numbered = tuple(_numbered(number, piece) for number, piece in enumerate(pieces, 1))
    return replace(peopled, evidence=numbered, records=_records(desk, peopled, numbered[-each:]))


def lay_files(folder: Path, project: Project) -> None:
    """Write the file of every piece into a project's folder, as it was when it was attached."""
    (folder / EVIDENCE).mkdir(exist_ok=True)
    for piece in project.evidence:
        (folder / EVIDENCE / piece.file).write_bytes(_content(piece.id))


def _content(id_: str) -> bytes:
    return f"{LINES}{id_},,\n".encode()


def _people(sample: Project, begun: date) -> tuple[Person, ...]:
    return tuple(
        Person(f"person-{number:03}", f"Person Number{number}", "Engineer", f"p{number}@brightwater.example",
               begun + timedelta(days=number * 7))
        for number in range(1, PEOPLE - len(sample.people) + 1)
    )  # fmt: skip


def _vendors(sample: Project, today: date) -> tuple[Vendor, ...]:
    return tuple(
        Vendor(f"vendor-{number:02}", f"Vendor {number}", "hosting of a tool", last_review=today - timedelta(days=90))
        for number in range(1, VENDORS - len(sample.vendors) + 1)
    )


def _window(year: int) -> list[tuple[str, str]]:
    return [("window_start", f"{year}-01-01"), ("window_end", f"{year}-12-31")]


def _acts(desk: Desk, project: Project, year: int) -> tuple[Owed, ...]:
    then = set_values(project, desk.catalogue, _window(year), desk.today)
    engagement = decide_engagement(desk.catalogue, then, desk.today)
    return owed(engagement, [one.id for one in engagement.controls])


def _year(desk: Desk, project: Project, year: int, count: int) -> list[Evidence]:
    acts, people = _acts(desk, project, year), cycle([one.id for one in project.people])
    last = desk.today - timedelta(days=1)
    return [
        Evidence(
            "", f"Export for {act.control} of {act.period.id}", "Directory", "all users", occurrence=act.period.id,
            controls=(act.control,), covers_from=act.period.start, covers_until=act.period.end,
            dated=min(act.period.end, last), by=next(people), received=min(act.period.end, last),
        )
        for act in islice(cycle(acts), count)
    ]  # fmt: skip


def _numbered(number: int, piece: Evidence) -> Evidence:
    id_ = f"e-{number:04}"
    content, today = _content(id_), datetime.now(tz=UTC).astimezone().date()
    digest = hashlib.sha256(content).hexdigest()
    return replace(piece, id=id_, file=f"{id_}.csv", digest=digest, size=len(content), file_changed=today)


def _records(desk: Desk, project: Project, pieces: tuple[Evidence, ...]) -> tuple[KeptRecord, ...]:
    acts, kinds = cycle(_acts(desk, project, desk.today.year)), cycle([one.id for one in desk.catalogue.records])
    people, before = cycle([one.id for one in project.people]), desk.today - timedelta(days=10)
    return tuple(
        KeptRecord(
            f"r-{number:05}", next(kinds), act.period.id, entered_by=next(people), entered_on=before,
            changed_on=before, evidence=(pieces[number % len(pieces)].id,),
        )
        for number, act in enumerate(islice(acts, RECORDS), 1)
    )  # fmt: skip
