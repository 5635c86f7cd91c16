"""A project between the plain data of a file and typed values: one checker for every way in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems
from soc2desk.domain.project import FORMAT, Project
from soc2desk.reading.located import Located
from soc2desk.storage.codec_answers import answer_to_plain, answers_from
from soc2desk.storage.codec_records import record_to_plain, records_from
from soc2desk.storage.codec_rows import known_ids, not_relevant_from, row_to_plain, rows_from
from soc2desk.storage.gathering import Gathering
from soc2desk.storage.migrations import to_newest
from soc2desk.storage.read_before import NOTHING_BEFORE, Before, lost_ids, table_of
from soc2desk.storage.row_shapes import DOCUMENT_DATE, RECORDS, ROW_SECTIONS, TOP_LEVEL
from soc2desk.storage.values import day, is_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain


@dataclass(frozen=True, slots=True)
class Form:
    """A project with its plain form, read by one catalogue. What stands in both is not read or written again."""

    project: Project
    plain: dict[str, Plain]
    catalogue: Catalogue


def project_from(located: Located, catalogue: Catalogue, before: Form | None = None) -> Project:
    """Return the project a file holds, every value typed by its question or field.

    Rows that stand unchanged in the form `before` are taken from there. Raises the file's problem, or SeveralProblems,
    naming every value that does not fit with its place and what to do.
    """
    gathering = Gathering(to_newest(located))
    _check_top(gathering)
    known = known_ids(gathering, catalogue)
    answers = answers_from(gathering, catalogue)
    old = _read_before(gathering.data, catalogue, before)
    rows: dict[str, Any] = {
        section.name: rows_from(gathering, section, known, old.get(section.name, NOTHING_BEFORE))
        for section in ROW_SECTIONS
    }
    project = Project(
        answers=answers,
        not_relevant=not_relevant_from(gathering, catalogue),
        records=records_from(gathering, catalogue, old.get(RECORDS, NOTHING_BEFORE)),
        document_date=_document_date(gathering),
        **rows,
    )
    gathering.finish()
    return project


def _read_before(data: dict[str, Plain], catalogue: Catalogue, before: Form | None) -> Mapping[str, Before]:
    """Return what was read before, by tables; nothing where another catalogue read it, or rows may mean another."""
    if before is None or before.catalogue is not catalogue:
        return {}
    lost = lost_ids(before.plain, data)
    if lost is None:
        return {}
    names = (*(section.name for section in ROW_SECTIONS), RECORDS)
    return {name: Before(table_of(before.plain, name), getattr(before.project, name), lost) for name in names}


def project_from_plain(plain: dict[str, Plain], catalogue: Catalogue, before: Form | None = None) -> Project:
    """Return the project of a plain form. Raises its problems, each with the dotted path as its place."""
    try:
        return project_from(Located(plain, {}, "", ProjectProblem), catalogue, before)
    except SeveralProblems as several:
        raise SeveralProblems(_placed(one) for one in several.problems) from several
    except Problem as problem:
        raise _placed(problem) from problem


def _placed(problem: Problem) -> Problem:
    place = (problem.where or "").removeprefix(", ").replace(" / ", ".")
    return type(problem)(problem.message, where=place or None, hint=problem.hint)


def project_to_plain(project: Project, catalogue: Catalogue, before: Form | None = None) -> dict[str, Plain]:
    """Return a project as plain data that reads back to an equal one. Empty tables are left out.

    Rows that stand in the form `before` are written as they are there.
    """
    plain: dict[str, Plain] = {"format": str(FORMAT)}
    if project.document_date:
        plain[DOCUMENT_DATE] = project.document_date.isoformat()
    plain["answers"] = {
        id_: answer_to_plain(project.answers[id_]) for id_ in catalogue.questions if id_ in project.answers
    }
    for section in ROW_SECTIONS:
        plain[section.name] = _table(section.name, project, before, partial(row_to_plain, section=section))
    plain["not_relevant"] = dict(project.not_relevant)
    plain[RECORDS] = _table(RECORDS, project, before, record_to_plain)
    return {name: plain[name] for name in TOP_LEVEL if plain.get(name)}


def _table(
    name: str, project: Project, before: Form | None, write: Callable[[Any], dict[str, Plain]]
) -> dict[str, Plain]:
    rows = getattr(project, name)
    if before is None:
        return {row.id: write(row) for row in rows}
    return Before(table_of(before.plain, name), getattr(before.project, name)).written(rows, write)


def _check_top(gathering: Gathering) -> None:
    for name in gathering.data:
        if name not in TOP_LEVEL:
            gathering.refuse_unknown((name,), "section", TOP_LEVEL)


def _document_date(gathering: Gathering) -> date | None:
    raw = gathering.data.get(DOCUMENT_DATE)
    return None if is_empty(raw) else gathering.take((DOCUMENT_DATE,), partial(day, raw))
