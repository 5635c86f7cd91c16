"""Every word of the content, with its place."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import Condition
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue

ROWS = (
    "categories",
    "skill_areas",
    "criteria",
    "families",
    "roles",
    "controls",
    "requests",
    "populations",
    "policies",
    "records",
    "baseline",
    "pages",
    "findings",
    "tables",
    "terms",
    "laws",
)
"""The tables of the catalogue whose rows hold words."""
_NAMES = frozenset({"first_names", "last_names"})
"""Lines of rooms that are names of people, which no dictionary has."""
_PARTS = frozenset({"questions", "columns", "help"})
"""Questions of a page, columns of a table and help of a question have places of their own."""


def texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of every text: rows, phrases, titles and lines of documents."""
    for table in ROWS:
        for row in getattr(catalogue, table):
            yield from _of_row(f"{table}/{row.id}", row)
    yield from _of_parts(catalogue)
    yield from _of_exercises(catalogue)
    yield from _of_teaching(catalogue)
    yield from _of_tabletops(catalogue)
    for key, words in catalogue.phrases.items():
        yield f"phrases/{key}", words
    for template, sheet in documents(catalogue):
        yield f"{template.path}, line 1", template.title
        yield from ((row.where, row.shown) for row in sheet.rows)


def asked_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of all that a person reads while answering: pages, questions, tables, terms."""
    for table in ("pages", "tables", "terms"):
        for row in getattr(catalogue, table):
            yield from _of_row(f"{table}/{row.id}", row)
    yield from _of_parts(catalogue)


def _of_exercises(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The rest of an exercise are ids and values of a sample, and those are no words of ours."""
    for exercise in catalogue.exercises:
        where = f"exercises/{exercise.id}"
        yield from ((f"{where}/title", exercise.title), (f"{where}/told", exercise.told))
        for fault in exercise.faults:
            for name in ("title", "writes", "why", "hint"):
                yield f"{where}/{fault.id}/{name}", getattr(fault, name)
    for key, lines in catalogue.rooms.items():
        if key in _NAMES:
            continue
        yield from ((f"rooms/{key}", line) for line in lines)


def _of_teaching(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for note in catalogue.teaching:
        table = "asked_because" if note.id in catalogue.questions else "auditor_writes"
        yield f"{table}/{note.id}/why", note.why
        yield f"{table}/{note.id}/writes", note.writes


def _of_tabletops(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for tabletop in catalogue.tabletops:
        where = f"tabletops/{tabletop.id}"
        for name in ("title", "about", "objectives"):
            yield f"{where}/{name}", getattr(tabletop, name)
        for turn in tabletop.turns:
            for name in ("title", "says", "ask", "good"):
                yield f"{where}/{turn.id}/{name}", getattr(turn, name)


def _of_parts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for question in catalogue.questions.values():
        yield from _of_row(f"questions/{question.id}", question)
        yield f"help/{question.id}", question.help
    for table in catalogue.tables:
        for column in table.columns:
            where = f"tables/{table.id}/columns/{column.id}"
            yield from _of_row(where, column)
            yield f"{where}/help", column.help


def _of_row(where: str, row: object) -> Iterator[tuple[str, str]]:
    for field in fields(row):  # type: ignore[arg-type]
        if field.name in _PARTS:
            continue
        for words in _words(getattr(row, field.name)):
            yield f"{where}/{field.name}", words


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value) and not isinstance(value, Condition):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
