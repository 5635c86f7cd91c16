"""A long list as a plain workbook: one sheet with a filter and drop-downs, written row by row in little memory."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from soc2desk.domain.spreadsheet_cells import begins_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

_OPTIONS = {"constant_memory": True} | dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
_LONGEST = 32_000
_WIDTH = 24.0
_COUNTED = 1_048_575


def plain_workbook(
    sheet: str,
    head: Mapping[str, str],
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    choices: Mapping[str, Sequence[str]],
    made: datetime | None = None,
) -> bytes:
    """Return a workbook of one list as text. `head` stands on a sheet of its own; `choices` are by heading.

    With the moment at which it was `made` the bytes are the same each time; None takes the present one.
    """
    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as book:
        if made is not None:
            book.set_properties({"created": made})
        bold = book.add_format({"bold": True})
        # What came in a list of somebody else has to stay text when a cell of it is edited.
        typed = book.add_format({"quote_prefix": True})
        about = book.add_worksheet("About")
        about.set_column(0, 1, _WIDTH * 1.5)
        for at, (label, words) in enumerate(head.items()):
            about.write_string(at, 0, label, bold)
            about.write_string(at, 1, words[:_LONGEST])
        page = book.add_worksheet(sheet[:31])
        page.set_column(0, len(headings) - 1, _WIDTH)
        page.freeze_panes(1, 1)
        for place, heading in enumerate(headings):
            page.write_string(0, place, heading, bold)
        last = 0
        for last, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                if cell:
                    page.write_string(last, place, cell[:_LONGEST], typed if begins_formula(cell) else None)
        for heading, offered in choices.items():
            place = headings.index(heading)
            rule = {"validate": "list", "source": list(offered)}
            page.data_validation(1, place, min(max(last, 1), _COUNTED), place, rule)
        page.autofilter(0, 0, max(last, 1), len(headings) - 1)
    return target.getvalue()
