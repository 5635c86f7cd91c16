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
)
"""The tables of the catalogue whose rows hold words."""
_QUESTIONS = "questions"
"""A page holds its questions, which are rows of their own here."""


def texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of every text: rows, phrases, titles and lines of documents."""
    for table in ROWS:
        for row in getattr(catalogue, table):
            yield from _of_row(f"{table}/{row.id}", row)
    for question in catalogue.questions.values():
        yield from _of_row(f"questions/{question.id}", question)
    for key, words in catalogue.phrases.items():
        yield f"phrases/{key}", words
    for template, sheet in documents(catalogue):
        yield f"{template.path}, line 1", template.title
        yield from ((row.where, row.shown) for row in sheet.rows)


def _of_row(where: str, row: object) -> Iterator[tuple[str, str]]:
    for field in fields(row):  # type: ignore[arg-type]
        if field.name == _QUESTIONS:
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
