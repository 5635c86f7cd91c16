"""A long list as a plain workbook: one sheet with a filter and drop-downs, written row by row in little memory."""

from __future__ import annotations

import io
from itertools import chain, islice
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from soc2desk.domain.spreadsheet_cells import begins_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
_LONGEST = 32_000
_NARROWEST, _WIDEST = 8.0, 42.0  # letters
_FILTER = 3.0  # letters that the button of a filter takes beside a heading
_COUNTED = 1_048_575
_FEW = 5_000
"""Rows up to which the texts stand in one table of the workbook, as Excel writes them; more would cost memory."""


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
    rows = iter(rows)
    first = list(islice(rows, _FEW))
    with Workbook(target, {**_OPTIONS, "constant_memory": len(first) == _FEW}) as book:
        if made is not None:
            book.set_properties({"created": made})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        # What came in a list of somebody else has to stay text when a cell of it is edited.
        typed = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        about = _printed(book.add_worksheet("About"))
        about.set_column(0, 1, _WIDEST)
        for at, (label, words) in enumerate(head.items()):
            about.write_string(at, 0, label, bold)
            about.write_string(at, 1, words[:_LONGEST], wrapped)
        page = _printed(book.add_worksheet(sheet[:31]))
        page.freeze_panes(1, 1)
        page.repeat_rows(0)
        for place, heading in enumerate(headings):
            page.write_string(0, place, heading, bold)
        last = _write_rows(page, headings, chain(first, rows), (wrapped, typed))
        for heading, offered in choices.items():
            place = headings.index(heading)
            rule = {"validate": "list", "source": list(offered)}
            page.data_validation(1, place, min(max(last, 1), _COUNTED), place, rule)
        page.autofilter(0, 0, max(last, 1), len(headings) - 1)
    return target.getvalue()


def _printed(sheet: Worksheet) -> Worksheet:
    """Set a sheet up for paper: lying, as wide as a page, with its name and page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4, which Letter paper is near enough to
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&R&P / &N")
    return sheet


def _write_rows(
    page: Worksheet, headings: Sequence[str], rows: Iterable[Sequence[str]], formats: tuple[Format, Format]
) -> int:
    """Write the rows below the headings, and make columns as wide as they need; return how many rows there were."""
    wrapped, typed = formats
    wide = [len(heading) + _FILTER for heading in headings]
    last = 0
    for last, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell:
                wide[place] = max(wide[place], len(cell) + 1.0)
                page.write_string(last, place, cell[:_LONGEST], typed if begins_formula(cell) else wrapped)
    for place, letters in enumerate(wide):
        page.set_column(place, place, min(max(letters, _NARROWEST), _WIDEST))
    return last
