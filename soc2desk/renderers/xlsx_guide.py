"""How a workbook is used, on its first sheet: only what it has, in words that hold for every program that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Form
from soc2desk.renderers.safe import is_next_door
from soc2desk.renderers.xlsx_choices import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from soc2desk.document.blocks import Document, Table

_FILTER = "To find rows"
_FILTER_HOW = (
    "The button in a heading sorts and filters by its column. Headings stay in sight while you scroll, and begin every "
    "printed page."
)
_CHOOSE = "To choose"
_CHOOSE_HOW = "A cell with a list offers what may stand there: {names}. Press Alt and the down arrow to open it."
_OPEN = "To open a document"
_OPEN_HOW = (
    "Underlined words lead to a document of the same packet. Leave this workbook in its folder of the packet, beside "
    "the others."
)


def guide(tables: Sequence[Table], document: Document) -> Iterator[tuple[str, str]]:
    """Yield a label and a sentence for each thing that can be done in a workbook with these tables."""
    if tables:
        yield _FILTER, _FILTER_HOW
    names = dict.fromkeys((*_names_in_tables(tables), *_names_in_forms(document)))
    if names:
        yield _CHOOSE, _CHOOSE_HOW.format(names=", ".join(names))
    if any(is_next_door(run.target) for one in tables for row in one.rows for cell in row.cells for run in cell):
        yield _OPEN, _OPEN_HOW


def _names_in_tables(tables: Sequence[Table]) -> Iterator[str]:
    return (column.title for one in tables for column in one.columns if tidy(column.choices, column.kind))


def _names_in_forms(document: Document) -> Iterator[str]:
    forms = (block for block in document.blocks if isinstance(block, Form))
    return (field.label for form in forms for field in form.fields if tidy(field.choices, field.kind))
