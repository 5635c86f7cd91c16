"""What the page of evidence shows and does: lines narrowed, fields of a piece as typed, files copied step by step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from soc2desk.app.evidence import attach, decided, none_occurred, piece_of, put_aside, revised, without
from soc2desk.app.evidence_files import files_of
from soc2desk.app.evidence_rows import ACT, REQUEST, evidence_rows, loose_pieces
from soc2desk.app.evidence_work import as_steps
from soc2desk.app.transfer import approver
from soc2desk.domain.tools_named import recipes_here
from soc2desk.storage.evidence_files import file_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.evidence import Put
    from soc2desk.app.evidence_rows import EvidenceRow
    from soc2desk.app.session import Plain, Session, Where
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.project import Project
    from soc2desk.domain.recipes import Recipe
    from soc2desk.domain.steps import Step

FIELDS = ("name", "source", "query", "covers_from", "covers_until", "dated", "by", "note")
LIST_FIELDS = ("population", "rows", "run_at", "second_source", "second_rows")
DUE = "due"
"""Periods that are over and show nothing yet."""


@dataclass(frozen=True, slots=True)
class WantedRows:
    """How the list is narrowed. `show` is request, act or due, empty for all; the rest is empty for any."""

    text: str = ""
    show: str = ""
    owner: str = ""
    state: str = ""
    section: str = ""


def lines(session: Session) -> tuple[EvidenceRow, ...]:
    """Return every line of an open project, with how its files were found."""
    return evidence_rows(session.engagement, partial(files_of, session.folder))


def loose(session: Session, rows: Iterable[EvidenceRow]) -> tuple[Evidence, ...]:
    """Return the pieces that stand on no line as the answers are now."""
    return loose_pieces(session.engagement, rows)


def matching_rows(rows: Iterable[EvidenceRow], wanted: WantedRows, session: Session) -> list[EvidenceRow]:
    """Return the lines that are asked for, in their order."""
    words = wanted.text.casefold().split()
    return [row for row in rows if _is_wanted(row, wanted, session) and _has(row, words)]


def _is_wanted(row: EvidenceRow, wanted: WantedRows, session: Session) -> bool:
    if wanted.show in {REQUEST, ACT} and row.kind != wanted.show:
        return False
    if wanted.show == DUE and not _is_due(row, session.desk.today):
        return False
    asked = ((wanted.owner, row.owner), (wanted.state, str(row.state)), (wanted.section, row.section))
    return all(not one or one == other for one, other in asked)


def _is_due(row: EvidenceRow, today: date) -> bool:
    return row.last is not None and row.last < today and row.state in {"not_started", "rejected"}


def _has(row: EvidenceRow, words: list[str]) -> bool:
    said = " ".join((row.id, row.title, row.section, *row.controls, *(one.item.name for one in row.pieces))).casefold()
    return all(word in said for word in words)


def fields_of(session: Session, piece: str) -> dict[str, str]:
    """Return the fields of a piece as they are typed; empty texts for one that does not exist yet."""
    rows = session.plain.get("evidence")
    row = rows.get(piece) if isinstance(rows, dict) else None
    held = row if isinstance(row, dict) else {}
    return {name: str(held.get(name, "")) for name in (*FIELDS, *LIST_FIELDS)}


def said_for(row: EvidenceRow, typed: Mapping[str, str]) -> dict[str, Plain]:
    """Return what was typed for a line as fields of a row, with the request or the act that it is for."""
    said: dict[str, Plain] = {name: text.strip() for name, text in typed.items() if text.strip()}
    return {**said, "occurrence": row.id} if row.kind == ACT else {**said, "requests": [row.id]}


def attach_steps(session: Session, file: Path, said: Mapping[str, Plain]) -> Generator[Step, None, Put]:
    """Copy a file into an open project, step by step, and return the row to put in it."""
    copying = attach(session.desk, session.folder, session.engagement, file, said)
    put: Put = yield from as_steps(copying, file.name)
    return put


def none_row(session: Session, said: Mapping[str, Plain]) -> Put:
    """Return the row that says that nothing happened. Raises Problems while it does not show that."""
    return none_occurred(session.desk, session.folder, session.engagement, said)


def changed_row(session: Session, piece: str, typed: Mapping[str, str]) -> dict[Where, Plain]:
    """Return what to put for a piece whose fields were typed anew. Raises Problems for what does not fit."""
    said: dict[str, Plain] = {name: text.strip() or None for name, text in typed.items()}
    before = fields_of(session, piece)
    fresh = {name: value for name, value in said.items() if (value or "") != before[name]}
    return {("evidence", piece): revised(session.desk, session.engagement, piece, fresh)} if fresh else {}


def judged(session: Session, piece: str, reviewer: str, reason: str = "") -> Project:
    """Return the project with a piece accepted, or rejected for a reason, by a reviewer today."""
    person = approver(session.desk, session.project, reviewer)
    return decided(session.desk, session.folder, session.project, piece, person, reason)


def taken_out(session: Session, piece: str) -> Project:
    """Return the project without a piece, after moving its file among those taken out; undo finds it there."""
    made = without(session.project, piece)
    put_aside(session.folder, piece_of(session.project, piece))
    return made


def file_path(session: Session, name: str) -> Path | None:
    """Return where a file of evidence stands; None where it is gone."""
    return file_of(session.folder, name) if name else None


def forget_copy(session: Session, put: Put) -> None:
    """Take away the copy of a file whose row could not be put into the project."""
    path = file_path(session, str(put.row.get("file", "")))
    if path is not None:
        path.unlink(missing_ok=True)


def recipes_of(session: Session, row: EvidenceRow) -> tuple[Recipe, ...]:
    """Return how to collect what a line asks for from the tools that the answers name."""
    if row.kind == REQUEST:
        return recipes_here(session.engagement, (row.id,))
    asked = tuple(one.id for one in session.engagement.requests if set(row.controls) & set(one.controls))
    return recipes_here(session.engagement, asked) if asked else ()
