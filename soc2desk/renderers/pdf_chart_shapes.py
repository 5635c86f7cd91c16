"""What is drawn in a chart: bars, diamonds, the line of today, the head with its months, and the key to the shapes."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from soc2desk.document.blocks import text
from soc2desk.domain.timelines import MarkLook, SpanLook
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.pdf_marks import Box, Drawing, Piece, Shape
from soc2desk.renderers.pdf_style import TextStyle

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.document.blocks import Chart
    from soc2desk.domain.timelines import ChartRow
    from soc2desk.renderers.pdf_chart_scale import Scale, Tick
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line
    from soc2desk.renderers.pdf_style import Palette
    from soc2desk.renderers.pdf_tags import Element

    Today = tuple[date, str] | None

_SCALE = TextStyle(7.2, 9.4, pdf_style.MUTED)
_KEY = TextStyle(7.6, 11.0, pdf_style.MUTED)
_BAR = 6.6  # the height of a bar
_HALF = 3.1  # of a diamond
_THIN = 0.5  # half the width of a day where diamonds would touch
_TODAY = 0.5  # half the width of the line of today
_CORNERS = 12  # of a disc
_SAMPLE = 15.0  # the room of a shape before its meaning


def row_shapes(row: ChartRow, scale: Scale, height: float, today: Today, palette: Palette) -> tuple[Shape, ...]:
    """Return the shapes of one row, the line of today behind them."""
    middle = height / 2
    found = [_upright(scale.x(today[0]) + scale.day / 2, height)] if today and not row.is_head else []
    spans = (one for one in row.spans if one.start <= scale.end and one.end >= scale.start)
    found += [_bar(scale.x(span.start), scale.after(span.end), middle, span.look, palette) for span in spans]
    places = [(scale.x(one.on) + scale.day / 2, one.look) for one in row.marks if scale.start <= one.on <= scale.end]
    close = _are_close([x for x, _ in places])
    found += [_thin(x, middle, look, palette) if close else mark_shape(x, middle, look, palette) for x, look in places]
    return tuple(found)


def _are_close(places: list[float]) -> bool:
    """Return whether diamonds would lie on each other."""
    inside = sorted(set(places))
    return any(after - before < 2 * _HALF for before, after in pairwise(inside))


def _bar(left: float, right: float, middle: float, look: SpanLook, palette: Palette) -> Shape:
    right = max(right, left + 1.2)
    top, foot = middle - _BAR / 2, middle + _BAR / 2
    corners = ((left, top), (right, top), (right, foot), (left, foot))
    if look is SpanLook.WINDOW:
        return Shape(corners, palette.words)
    return Shape(corners, palette.area, palette.words)


def mark_shape(x: float, middle: float, look: MarkLook, palette: Palette) -> Shape:
    """Return the shape of one day round a point."""
    if look is MarkLook.DONE:
        turns = (2 * math.pi * at / _CORNERS for at in range(_CORNERS))
        round_ = tuple((x + 0.85 * _HALF * math.cos(turn), middle + 0.85 * _HALF * math.sin(turn)) for turn in turns)
        return Shape(round_, pdf_style.GREEN)
    if look is MarkLook.LATE:
        return Shape(((x, middle - _HALF), (x + _HALF, middle + _HALF), (x - _HALF, middle + _HALF)), pdf_style.RED)
    corners = ((x, middle - _HALF), (x + _HALF, middle), (x, middle + _HALF), (x - _HALF, middle))
    if look is MarkLook.DUE:
        return Shape(corners, pdf_style.WHITE, palette.words)
    return Shape(corners, pdf_style.INK)


def _thin(x: float, middle: float, look: MarkLook, palette: Palette) -> Shape:
    """Return a day as a thin stroke, for rows in which diamonds would lie on each other."""
    colours = {MarkLook.LATE: pdf_style.RED, MarkLook.DONE: pdf_style.GREEN, MarkLook.DUE: palette.words}
    reach = _BAR / 2 + (1.2 if look is MarkLook.LATE else 0.0)
    top, foot = middle - reach, middle + reach
    corners = ((x - _THIN, top), (x + _THIN, top), (x + _THIN, foot), (x - _THIN, foot))
    return Shape(corners, colours.get(look, pdf_style.INK))


def _upright(x: float, height: float) -> Shape:
    corners = ((x - _TODAY, 0.0), (x + _TODAY, 0.0), (x + _TODAY, height), (x - _TODAY, height))
    return Shape(corners, pdf_style.AMBER)


def head_pieces(chart: Chart, scale: Scale, desk: Desk) -> list[Piece]:
    """Return the lines above the rows: today where it is asked for, years, months."""
    found = [_today(chart.today, scale)] if chart.today and chart.start <= chart.today[0] <= chart.end else []
    years = replace(_SCALE, bold=True, colour=desk.palette.words)
    title = pdf_text.one_line(chart.columns[0].title, years, desk.left, scale.left - desk.left)
    found.append(Piece(_SCALE.leading, (*title, *_names(scale.years(), years))))
    if scale.months():
        found.append(Piece(_SCALE.leading, _names(scale.months(), _SCALE)))
    below = Box(desk.left, 1.2, desk.measure, 0.8, desk.palette.accent)
    return [*found, Piece(2.0, boxes=(below,))]


def _today(today: tuple[date, str], scale: Scale) -> Piece:
    style = replace(_SCALE, colour=pdf_style.AMBER, bold=True)
    wide = pdf_text.width_of(today[1], style) + 2.0
    x = min(max(scale.x(today[0]) - wide / 2, scale.left), scale.left + scale.width - wide)
    return Piece(_SCALE.leading, pdf_text.one_line(today[1], style, x, wide + style.size))


def _names(ticks: tuple[Tick, ...], style: TextStyle) -> Line:
    return tuple(
        words
        for tick in ticks
        if tick.name and pdf_text.width_of(tick.name, style) <= tick.width
        for words in pdf_text.one_line(tick.name, style, tick.x + _inset(tick, style), tick.width + 2 * style.size)
    )


def _inset(tick: Tick, style: TextStyle) -> float:
    """Return how far a name stands in: it is in the middle of a narrow stretch and at the head of a wide one."""
    return min(1.5, (tick.width - pdf_text.width_of(tick.name, style)) / 2)


def legend_pieces(chart: Chart, desk: Desk, element: Element, figure: Element) -> list[Piece]:
    """Return the lines under a chart that say what its shapes mean."""
    found: list[Piece] = []
    x, edge = desk.left, desk.left + desk.measure
    for look, meaning in chart.legend:
        inked = pdf_text.inks(text(f"{meaning}  "), _KEY, element, desk.setting)
        line = pdf_text.lines(inked, _KEY, 0.0, desk.measure - _SAMPLE)[0]
        wide = _SAMPLE + sum(words.width for words in line)
        if not found or x + wide > edge:
            x = desk.left
            found.append(Piece(_KEY.leading, gap=0.0 if found else 3.0, glue=True))
        shape = _sample(look, x + 6.0, _KEY.leading / 2, desk.palette)
        before = found[-1].drawing
        drawing = Drawing((*(before.shapes if before else ()), shape), chart.said or chart.title, figure)
        moved = pdf_text.moved(line, x + _SAMPLE)
        found[-1] = replace(found[-1], words=(*found[-1].words, *moved), drawing=drawing)
        x += wide + _KEY.size
    return [*found[:-1], replace(found[-1], glue=False)] if found else []


def _sample(look: str, x: float, middle: float, palette: Palette) -> Shape:
    if look in tuple(SpanLook):
        return _bar(x - 5.0, x + 6.0, middle, SpanLook(look), palette)
    return mark_shape(x, middle, MarkLook(look), palette)
