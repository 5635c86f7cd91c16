"""Every field that a person fills in has its words, and no word stands for a field that is gone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from soc2desk.storage.row_shapes import FILLED_IN

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.tables import ColumnWords, TableWords
    from soc2desk.lint.fault import Seen
    from soc2desk.storage.row_fields import Field, Section

_FILLED_IN = {section.name: section for section in FILLED_IN}
_ADD = "Add it under tables in the words of the interview."
_TAKE_OUT = "Take it out, or mend its id."


def row_words(catalogue: Catalogue) -> Seen:
    """Yield a fault for each table, field or choice without words, and for words without one."""
    for name, section in _FILLED_IN.items():
        if name in catalogue.table:
            yield from _of_table(section, catalogue.table[name])
        else:
            yield f"The table {name} has no words.", f"tables/{name}", _ADD
    for name in catalogue.table:
        if name not in _FILLED_IN:
            yield f"There are words for a table {name}, which nobody fills in.", f"tables/{name}", _TAKE_OUT
    yield from _shown(catalogue)


def _shown(catalogue: Catalogue) -> Seen:
    pages = Counter(table for page in catalogue.pages for table in page.tables)
    for name in _FILLED_IN:
        if pages[name] != 1:
            message = f"The table {name} stands on {pages[name]} pages."
            yield message, f"tables/{name}", "Name it under tables on exactly one page of the interview."


def _of_table(section: Section[Any], words: TableWords) -> Seen:
    columns = {column.id: column for column in words.columns}
    for name, field in section.fields.items():
        where = f"tables/{words.id}/columns/{name}"
        if name in columns:
            yield from _of_column(field, columns[name], where)
        else:
            yield f"The field {name} of {words.id} has no words.", where, _ADD
    for name in columns.keys() - section.fields.keys():
        message = f"There are words for a field {name} of {words.id}, which does not exist."
        yield message, f"tables/{words.id}/columns/{name}", _TAKE_OUT
    yield from _blank(f"tables/{words.id}", title=words.title, intro=words.intro, one=words.one, add=words.add)
    yield from _blank(f"tables/{words.id}", empty=words.empty)


def _of_column(field: Field, words: ColumnWords, where: str) -> Seen:
    for choice in field.choices:
        if choice not in words.choices:
            yield f"The choice {choice} of {words.id} has no words.", where, _ADD
    for choice, label in zip(words.choices, words.choice_labels, strict=True):
        if choice not in field.choices:
            yield f"There are words for a choice {choice} of {words.id}, which does not exist.", where, _TAKE_OUT
        yield from _blank(where, **{choice: label})
    yield from _blank(where, label=words.label, heading=words.heading)


def _blank(where: str, **said: str) -> Seen:
    for name, text in said.items():
        if not text.strip():
            yield f"The words {name} are empty.", where, "Write them for a person who never saw the table."
