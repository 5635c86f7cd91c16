"""A table as a sheet: filter, frozen headers, drop-downs, widths that suit what stands in the columns."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind
from soc2desk.renderers.safe import is_next_door
from soc2desk.renderers.xlsx_cells import (
    DATE_FORMAT,
    DATETIME_FORMAT,
    height_for,
    letters_of,
    mark_of,
    put,
    value_of,
    words_of,
)
from soc2desk.renderers.xlsx_choices import Area, add_rule, tidy
from soc2desk.renderers.xlsx_links import put_link
from soc2desk.renderers.xlsx_look import AMOUNT, MUTED, set_page
from soc2desk.renderers.xlsx_names import header_names
from soc2desk.renderers.xlsx_tones import add_tones, follows_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Column, Document, Look, Row, Table
    from soc2desk.renderers.xlsx_choices import Choices
    from soc2desk.renderers.xlsx_look import Formats

_EMPTY = "Nothing to list."
_SHAPES = {Kind.DATE: DATE_FORMAT, Kind.DATETIME: DATETIME_FORMAT, Kind.NUMBER: AMOUNT}
_BLANK_HEIGHT = 24.0  # points: room for handwriting
_FILTER_BUTTON, _AIR = 3, 1  # letters beside a header, of which one is air
_BOLD = 0.85  # of the letters that fit, fit when they are bold
_SHORT_HEADER = 14  # letters that stay on one line
_LONG_WORD = 18  # letters; a longer one is broken
_NARROWEST, _WIDEST, _FROZEN = 7.0, 64.0, 36.0  # letters
_MOST_LINES, _ROOMY = 10, 36.0  # a long text takes no more lines than that where a column of this width allows it
_PAGE_WIDTH = 150.0  # letters of a sheet that prints well on one page across


def fill_table(
    sheet: Worksheet, called: str, table: Table, document: Document, formats: Formats, long: Mapping[Choices, str]
) -> None:
    """Write a table onto an empty sheet, called so by formulas, and set the sheet up for screen and paper."""
    names = header_names(column.title for column in table.columns)
    words = [tuple(words_of(cell) for cell in row.cells) for row in table.rows]
    widths = _widths(table.columns, names, words)
    last_row = max(1, len(table.rows) + table.blank_rows)
    _set_sheet(sheet, document, formats.look, widths)
    sheet.print_area(0, 0, last_row, len(names) - 1)
    _add_table(sheet, called, table, names, last_row, formats)
    sheet.set_row(0, height_for((name, _header_room(name, width)) for name, width in zip(names, widths, strict=True)))
    add_tones(sheet, table, last_row, formats)
    rows = tuple(replace(row, tone="") for row in table.rows) if follows_choice(table) else table.rows
    for at, (row, texts) in enumerate(zip(rows, words, strict=True), start=1):
        sheet.set_row(at, height_for(zip(texts, widths, strict=False)))
        _write_row(sheet, at, table.columns, row, texts, formats)
    _write_blank_rows(sheet, table, last_row, formats)
    for at, column in enumerate(table.columns):
        add_rule(sheet, Area(1, at, last_row, at), tidy(column.choices, column.kind), column.kind, long)


def _set_sheet(sheet: Worksheet, document: Document, look: Look, widths: tuple[float, ...]) -> None:
    set_page(sheet, document, look, landscape=True)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(1, 1 if widths[0] <= _FROZEN else 0)  # a wide first column would leave no room to scroll in
    sheet.repeat_rows(0)


def _add_table(
    sheet: Worksheet, called: str, table: Table, names: tuple[str, ...], last_row: int, formats: Formats
) -> None:
    last_column = len(names) - 1
    said = {"title": table.title or called, "description": ", ".join(names)}  # what a screen reader says of it
    columns = [{"header": name, "header_format": formats.header()} for name in names]
    sheet.add_table(0, 0, last_row, last_column, {"name": called, "columns": columns, "style": None} | said)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last_row + 1}"})
    if not table.rows and not table.blank_rows:
        put(sheet, 1, 0, _EMPTY, formats.of(italic=True, font_color=MUTED))


def _write_row(
    sheet: Worksheet, at: int, columns: tuple[Column, ...], row: Row, texts: tuple[str, ...], formats: Formats
) -> None:
    for place, (column, cell, text) in enumerate(zip(columns, row.cells, texts, strict=False)):
        value = value_of(text, column.kind)
        shape = _SHAPES.get(column.kind, "") if not isinstance(value, str) else ""
        tone = row.tone if place == 0 or column.kind is Kind.CHOICE else ""  # a whole row of colour hides the marks
        beside = next((run.target for run in cell if is_next_door(run.target)), "")
        look = formats.cell(mark=mark_of(cell), tone=tone, shape=shape, link=bool(beside), value=value)
        if beside and value and isinstance(value, str):
            put_link(sheet, at, place, value, beside, look)
        else:
            put(sheet, at, place, value, look)


def _write_blank_rows(sheet: Worksheet, table: Table, last_row: int, formats: Formats) -> None:
    for at in range(len(table.rows) + 1, last_row + 1 if table.blank_rows else 0):
        sheet.set_row(at, _BLANK_HEIGHT)
        for place, column in enumerate(table.columns):
            put(sheet, at, place, "", formats.cell(shape=_SHAPES.get(column.kind, "")))


def _widths(columns: tuple[Column, ...], names: tuple[str, ...], words: list[tuple[str, ...]]) -> tuple[float, ...]:
    """Return a width in letters for each column: what its longest line needs, or its share of what the others leave."""
    texts = [[row[at] for row in words if at < len(row)] for at in range(len(names))]
    least = [
        max(_header_need(name), _word_need(found), min(_line_need(found) / _MOST_LINES, _ROOMY) if found else 0.0)
        for name, found in zip(names, texts, strict=True)
    ]
    needs = [max(low, _line_need(found)) for low, found in zip(least, texts, strict=True)]
    shares = _shares(columns, _PAGE_WIDTH)
    is_short = [need <= share for need, share in zip(needs, shares, strict=True)]
    left = _PAGE_WIDTH - sum(need for need, short in zip(needs, is_short, strict=True) if short)
    shared = iter(_shares([column for column, short in zip(columns, is_short, strict=True) if not short], left))
    return tuple(
        round(min(max(need if short else next(shared), low), _WIDEST), 1)
        for need, short, low in zip(needs, is_short, least, strict=True)
    )


def _shares(columns: Sequence[Column], width: float) -> list[float]:
    whole = sum(column.width for column in columns) or 1.0
    return [width * column.width / whole for column in columns]


def _header_need(name: str) -> float:
    longest = len(name) if len(name) <= _SHORT_HEADER else max(len(word) for word in name.split())
    return max(longest + _FILTER_BUTTON, _NARROWEST)


def _header_room(name: str, width: float) -> float:
    """Return how many letters of a header go on a line of a column of this width."""
    room = width - _FILTER_BUTTON + _AIR
    return room if len(name) <= _SHORT_HEADER else room * _BOLD


def _word_need(texts: list[str]) -> float:
    """Return the width at which no ordinary word is broken."""
    return min(max((letters_of(word) for text in texts for word in text.split()), default=0) + 1, _LONG_WORD)


def _line_need(texts: list[str]) -> float:
    return max(letters_of(text) for text in texts) + 1 if texts else math.inf  # empty rows take all they can get
