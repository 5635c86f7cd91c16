"""A project between the plain data of a file and typed values: one checker for every way in."""

from __future__ import annotations

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
from soc2desk.storage.row_shapes import DOCUMENT_DATE, RECORDS, ROW_SECTIONS, TOP_LEVEL
from soc2desk.storage.values import day, is_empty

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain


def project_from(located: Located, catalogue: Catalogue) -> Project:
    """Return the project a file holds, every value typed by its question or field.

    Raises the file's problem, or SeveralProblems, naming every value that does not fit with its place and what to do.
    """
    gathering = Gathering(to_newest(located))
    _check_top(gathering)
    known = known_ids(gathering, catalogue)
    answers = answers_from(gathering, catalogue)
    rows: dict[str, Any] = {section.name: rows_from(gathering, section, known) for section in ROW_SECTIONS}
    project = Project(
        answers=answers,
        not_relevant=not_relevant_from(gathering, catalogue),
        records=records_from(gathering, catalogue),
        document_date=_document_date(gathering),
        **rows,
    )
    gathering.finish()
    return project


def project_from_plain(plain: dict[str, Plain], catalogue: Catalogue) -> Project:
    """Return the project of a plain form. Raises its problems, each with the dotted path as its place."""
    try:
        return project_from(Located(plain, {}, "", ProjectProblem), catalogue)
    except SeveralProblems as several:
        raise SeveralProblems(_placed(one) for one in several.problems) from several
    except Problem as problem:
        raise _placed(problem) from problem


def _placed(problem: Problem) -> Problem:
    place = (problem.where or "").removeprefix(", ").replace(" / ", ".")
    return type(problem)(problem.message, where=place or None, hint=problem.hint)


def project_to_plain(project: Project, catalogue: Catalogue) -> dict[str, Plain]:
    """Return a project as plain data that reads back to an equal one. Empty tables are left out."""
    plain: dict[str, Plain] = {"format": str(FORMAT)}
    if project.document_date:
        plain[DOCUMENT_DATE] = project.document_date.isoformat()
    plain["answers"] = {
        id_: answer_to_plain(project.answers[id_]) for id_ in catalogue.questions if id_ in project.answers
    }
    for section in ROW_SECTIONS:
        plain[section.name] = {row.id: row_to_plain(row, section) for row in getattr(project, section.name)}
    plain["not_relevant"] = dict(project.not_relevant)
    plain[RECORDS] = {record.id: record_to_plain(record) for record in project.records}
    return {name: plain[name] for name in TOP_LEVEL if plain.get(name)}


def _check_top(gathering: Gathering) -> None:
    for name in gathering.data:
        if name not in TOP_LEVEL:
            gathering.refuse_unknown((name,), "section", TOP_LEVEL)


def _document_date(gathering: Gathering) -> date | None:
    raw = gathering.data.get(DOCUMENT_DATE)
    return None if is_empty(raw) else gathering.take((DOCUMENT_DATE,), partial(day, raw))
