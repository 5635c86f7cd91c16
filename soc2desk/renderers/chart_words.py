"""A chart in words: when something happens, and the whole chart as a table for formats that do not draw it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Chart, Paragraph, Picture, Row, Table, text
from soc2desk.renderers.chart_sketch import chart_sketches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.document.blocks import Block
    from soc2desk.domain.timelines import ChartRow, Span

_PART, _IN_WORDS = "{title}, part {part}", "{title}, in words"
_FEW = 2
"""Days that are named beside a drawn row; of more, their number."""
_MANY = 24
"""Days that are named in the table; of more, their number, the first and the last."""


def as_tables(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with each chart as its table, and the line under it that says what it shows."""
    return tuple(one for block in blocks for one in (_said(block) if isinstance(block, Chart) else (block,)))


def as_pictures(chart: Chart, wide: float, tallest: float) -> tuple[Block, ...]:
    """Return a chart as pictures no larger than that, and under them the table of the same days."""
    drawn, table = chart_sketches(chart, wide, tallest), chart_table(chart)
    title = chart.title or chart.said
    titles = (title if at == 1 else _PART.format(title=title, part=at) for at in range(1, len(drawn) + 1))
    pictures = (Picture(sketch, name, chart.said or name) for sketch, name in zip(drawn, titles, strict=True))
    return (*pictures, replace(table, title=_IN_WORDS.format(title=table.title)) if table.title else table)


def _said(chart: Chart) -> tuple[Block, ...]:
    note = (Paragraph(text(chart.said), "small"),) if chart.said else ()
    return (chart_table(chart), *note)


def chart_table(chart: Chart) -> Table:
    """Return a chart as a table: what, from when to when, and on which days."""
    rows = tuple(
        Row((text(row.label, bold=row.is_head), text("; ".join(map(_stretch, row.spans))), text(_days(row))))
        for row in chart.rows
    )
    return Table(chart.columns, rows, chart.title, chart.id)


def when(row: ChartRow) -> str:
    """Return in a few words when something happens, for the place beside a drawn row: a stretch, days, or how many."""
    days = sorted({mark.on for mark in row.marks})
    if row.spans:
        return _from_to(min(row.days), max(row.days))
    return f"{len(days)} days" if len(days) > _FEW else ", ".join(day.isoformat() for day in days)


def _stretch(span: Span) -> str:
    return _from_to(span.start, span.end)


def _from_to(first: date, last: date) -> str:
    return f"{first.isoformat()} to {last.isoformat()}"


def _days(row: ChartRow) -> str:
    days = sorted({mark.on for mark in row.marks})
    if len(days) > _MANY:
        return f"{len(days)} days from {days[0].isoformat()} to {days[-1].isoformat()}"
    return ", ".join(day.isoformat() for day in days)
