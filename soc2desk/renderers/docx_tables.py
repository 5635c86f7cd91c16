"""Tables of a Word document: registers with their blank rows, and the facts of a cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind, plain, text
from soc2desk.renderers.docx_controls import space_to_fill
from soc2desk.renderers.docx_fields import TABLE, counted
from soc2desk.renderers.docx_grid import MANY_COLUMNS, cell, column_widths, framed, lines_in, row
from soc2desk.renderers.docx_runs import runs_xml, worded
from soc2desk.renderers.docx_text import paragraph, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.document.blocks import Column, Fact, Row, Runs, Table
    from soc2desk.renderers.docx_writing import Writing

TONES = {"good": "E7F4EB", "warn": "FFF5DD", "bad": "FCE9E7"}
BLANK_HEIGHT = 480
FACT_LABEL = 2700
RIGHT = '<w:jc w:val="right"/>'


def table_xml(table: Table, writing: Writing) -> str:
    """Return a table with its caption, a header row repeated on each page, and its blank rows; empty for no column."""
    if not table.columns:
        return ""
    small = "Small" if len(table.columns) >= MANY_COLUMNS else ""
    widths = column_widths(table, writing.width, writing.ease)
    titles = [worded(f"TableHeader{small}", text(column.title), writing) for column in table.columns]
    rows = [row(map(cell, widths, titles), header=True)]
    rows += [_filled(entry, table, widths, f"TableText{small}", writing) for entry in table.rows]
    rows += [_blank(table.columns, widths, f"TableText{small}", writing) for _ in range(table.blank_rows)]
    above = paragraph("Caption", counted(TABLE) + span(table.title), words=table.title) if table.title else ""
    columns = ", ".join(column.title for column in table.columns)
    return above + framed("RegisterTable", widths, "".join(rows), title=table.title, about=columns)


def facts_xml(facts: Sequence[Fact], writing: Writing) -> str:
    """Return the facts of a cover, label beside value; empty for none."""
    if not facts:
        return ""
    widths = [FACT_LABEL, writing.width - FACT_LABEL]
    rows = [
        row(
            map(
                cell, widths, (worded("FieldLabel", text(fact.label), writing), worded("TableText", fact.runs, writing))
            ),
            lines=lines_in(len(plain(fact.runs)), widths[1]),
        )
        for fact in facts
    ]
    return framed("FactTable", widths, "".join(rows))


def _filled(entry: Row, table: Table, widths: list[int], style: str, writing: Writing) -> str:
    contents: list[Runs] = [*entry.cells, *[()] * len(widths)][: len(widths)]
    fill = TONES.get(entry.tone, "")
    inside = [
        _space(column, style, writing) if table.to_fill and not runs else _content(style, runs, column, writing)
        for runs, column in zip(contents, table.columns, strict=True)
    ]
    cells = [cell(width, content, fill) for width, content in zip(widths, inside, strict=True)]
    highest = max(lines_in(len(plain(runs)), width) for runs, width in zip(contents, widths, strict=True))
    return row(cells, height=BLANK_HEIGHT if table.to_fill else 0, lines=highest)


def _content(style: str, runs: Runs, column: Column, writing: Writing) -> str:
    side = RIGHT if column.kind is Kind.NUMBER else ""
    return paragraph(style, runs_xml(runs, writing), place=side, words=plain(runs))


def _blank(columns: Sequence[Column], widths: list[int], style: str, writing: Writing) -> str:
    return row(map(cell, widths, [_space(column, style, writing) for column in columns]), height=BLANK_HEIGHT)


def _space(column: Column, style: str, writing: Writing) -> str:
    return paragraph(style, space_to_fill(column.kind, column.title, column.choices, writing))
