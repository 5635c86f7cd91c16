"""Answers and rows of an engagement in words, page by page, each with how far somebody stands behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.table_fields import PERSON, SECTIONS, SYSTEM, VENDOR, columns_of
from soc2desk.document.values import listed, say, say_date
from soc2desk.domain.answers import Practice
from soc2desk.domain.claimed_days import CLAIMED
from soc2desk.domain.confirming import Part, Said, Standing
from soc2desk.domain.entry_days import entered_on
from soc2desk.storage.codec_rows import row_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.app.table_fields import Column
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Stated
    from soc2desk.domain.questions import Page
    from soc2desk.reading.located import Plain

ROLES = "roles"
YES = "yes"


def answer_parts(engagement: Engagement) -> Iterator[Part]:
    """Yield each page of the interview with its questions that matter here, then its tables that hold a row."""
    for page in engagement.catalogue.pages:
        if lines := tuple(_answers(page, engagement)):
            yield Part(page.id, page.title, lines)
        for table in page.tables:
            if rows := tuple(_rows(table, engagement)):
                yield Part(table, engagement.catalogue.table[table].title, rows)


def unused_answers(engagement: Engagement) -> Part | None:
    """Return answers that are kept and not asked for as the others stand; None where there are none."""
    stated = (engagement.names.stated[question] for question in engagement.project.answers)
    hidden = [one for one in stated if one.hidden and one.question is not None]
    lines = tuple(
        _answer(replace(one, answer=engagement.project.answers[one.name], hidden=False), engagement) for one in hidden
    )
    return Part("unused", engagement.catalogue.phrases["confirmation.part.unused"], lines) if lines else None


def _answers(page: Page, engagement: Engagement) -> Iterator[Said]:
    for question in page.questions:
        one = engagement.names.stated[question.id]
        if not one.hidden:
            yield _answer(one, engagement)


def _answer(one: Stated, engagement: Engagement) -> Said:
    label = one.question.label if one.question else one.name
    place = f"answers.{one.name}"
    if one.answer is None:
        return Said(place, label, "", Standing.OPEN)
    phrases, answer = engagement.catalogue.phrases, one.answer
    if one.name not in engagement.project.answers and answer.confirmed:
        return Said(place, label, phrases["confirmation.left_out"], Standing.LEFT_OUT)
    settled = replace(one, answer=replace(answer, confirmed=True, practice=Practice.DONE))
    words = say(settled, ("amount", "adjective", "capital"), phrases).text
    if answer.practice is Practice.NOT_YET:
        return Said(place, label, phrases["confirmation.not_yet"], Standing.PLANNED)
    if answer.practice is Practice.PLANNED:
        start = say_date(answer.start, phrases) if answer.start else phrases["confirmation.no_day"]
        return Said(place, label, phrases["confirmation.planned"].format(value=words, start=start), Standing.PLANNED)
    if answer.confirmed:
        return Said(place, label, words, Standing.CONFIRMED)
    kept = one.name in engagement.project.answers
    return Said(place, label, words, Standing.PROPOSED if kept else Standing.SUGGESTED)


def _rows(table: str, engagement: Engagement) -> Iterator[Said]:
    columns, section = columns_of(engagement.catalogue, table), SECTIONS[table]
    rows = getattr(engagement.project, table)
    for at, row in enumerate(rows, 1):
        plain: Mapping[str, Plain] = row_to_plain(row, section)
        given = {column.id: plain.get(column.id, column.default) for column in columns}
        asked = [column for column in columns if not column.needs or given.get(column.needs) == YES]
        said = [(column, _cell(column, given[column.id], engagement)) for column in asked]
        called = _called(table, row.id, said, at, engagement)
        cells = [f"{column.heading}: {words}" for column, words in said if words and words != called]
        words = "; ".join([*cells, *_typed(table, row, columns, engagement)])
        yield Said(f"{table}.{row.id}", called, words, Standing.ENTERED)


def _called(table: str, row: str, said: list[tuple[Column, str]], at: int, engagement: Engagement) -> str:
    """Return what a person calls a row: its role, else its first words."""
    if table == ROLES and row in engagement.catalogue.role:
        return engagement.catalogue.role[row].name
    return next((words for _, words in said if words), str(at))


def _cell(column: Column, value: Plain, engagement: Engagement) -> str:
    """Return a cell in words; what it points to by name."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return listed([_word(column, str(one), engagement) for one in value], engagement.catalogue.phrases)
    return _word(column, str(value), engagement)


def _word(column: Column, value: str, engagement: Engagement) -> str:
    project = engagement.project
    if column.kind == PERSON:
        return engagement.person_name(value) or value
    if column.kind == VENDOR:
        return engagement.vendor_name(value) or value
    if column.kind == SYSTEM:
        found = project.system.get(value)
        return found.name if found else value
    return dict(column.choices).get(value, value)


def _typed(table: str, row: object, columns: tuple[Column, ...], engagement: Engagement) -> Iterator[str]:
    """Yield when each day was typed that somebody remembers: the program took that day down."""
    headings = {column.id: column.heading for column in columns}
    for name in CLAIMED.get(table, ()):
        typed = entered_on(engagement.project, table, str(getattr(row, "id", "")), name)
        if typed is not None:
            told = engagement.catalogue.phrases["confirmation.typed"]
            yield told.format(what=headings.get(name, name), day=typed.isoformat())
