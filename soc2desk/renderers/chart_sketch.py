"""A chart as shapes on a sheet, for formats that draw those: labels at the left, months and days at the right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from soc2desk.domain.lettering import width, wrapped
from soc2desk.domain.sketches import Area, Lettering, Paint, Panel, Sketch, Stroke
from soc2desk.domain.timelines import MarkLook, SpanLook
from soc2desk.renderers.pdf_chart_scale import Scale, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from soc2desk.document.blocks import Chart
    from soc2desk.domain.sketches import Shape
    from soc2desk.domain.timelines import ChartRow
    from soc2desk.renderers.pdf_chart_scale import Tick

_SIZE, _LEADING, _PAD = 7.6, 9.4, 2.2
_SMALL, _LINE = 7.0, 9.6
_LABELS, _GAP, _EDGE = 0.32, 8.0, 5.0  # of the width: the most that labels take; beside them; after the last day
_BAR, _HALF = 6.6, 3.1  # the height of a bar, half that of a diamond
_CORNERS = 12  # of a disc
_SAMPLE, _KEY = 12.0, 16.0  # the room of a shape before its meaning; from the rows to the key
_INKS = {MarkLook.MILESTONE: Paint.INK, MarkLook.DUE: Paint.ACCENT, MarkLook.DONE: Paint.GOOD, MarkLook.LATE: Paint.BAD}


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row with its label on lines, and how high it is."""

    row: ChartRow
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * _LEADING + 2 * _PAD


def chart_sketches(chart: Chart, wide: float, tallest: float) -> tuple[Sketch, ...]:
    """Return a chart as wide as that, in parts no taller than that, each under its months and over the key."""
    if not chart.rows:
        return ()
    widest = max(width(row.label, _SIZE, bold=row.is_head) for row in chart.rows) + 2.0
    labels = min(widest, _LABELS * wide)
    left = labels + _GAP
    scale = scale_of(chart.start, chart.end, left, wide - left - _EDGE)
    rows = [
        _Laid(row, wrapped(row.label, _SIZE, wide - 6.0 if row.is_head else labels, most=3, bold=row.is_head) or ("",))
        for row in chart.rows
    ]
    head = _Head(chart, scale)
    below = max((one.y for one in _key(chart.legend, 0.0, wide) if isinstance(one, Lettering)), default=-3.0) + 3.0
    return tuple(_sketch(part, head, below, wide) for part in _parts(rows, tallest - head.height - _KEY - below))


def _parts(rows: Sequence[_Laid], room: float) -> Iterator[list[_Laid]]:
    """Yield the rows in parts; a heading never stands alone at the foot of one."""
    part: list[_Laid] = []
    for at, row in enumerate(rows):
        needed = row.height + (rows[at + 1].height if row.row.is_head and at + 1 < len(rows) else 0.0)
        if part and sum(one.height for one in part) + needed > room:
            yield part
            part = []
        part.append(row)
    yield part


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the rows: the words of today, years, months."""

    chart: Chart
    scale: Scale

    @property
    def today(self) -> tuple[float, str] | None:
        """Return where today is and its words; None where it is not asked for or not on the scale."""
        found = self.chart.today
        if found is None or not self.scale.start <= found[0] <= self.scale.end:
            return None
        return self.scale.x(found[0]) + self.scale.day / 2, found[1]

    @property
    def height(self) -> float:
        return _LINE * (1 + bool(self.today) + bool(self.scale.months())) + 3.0

    def shapes(self, wide: float) -> Iterator[Shape]:
        y = _SMALL
        if self.today:
            x, said = self.today
            long = width(said, _SMALL, bold=True)
            x = min(max(x - long / 2, self.scale.left), max(wide - long, 0.0))
            yield Lettering(x, y, said, _SMALL, bold=True, paint=Paint.WARN)
            y += _LINE
        title = wrapped(self.chart.columns[0].title, _SMALL, self.scale.left - _GAP, most=1, bold=True)
        yield from (Lettering(0.0, y, words, _SMALL, bold=True, paint=Paint.ACCENT) for words in title)
        yield from _names(self.scale.years(), y, bold=True)
        if self.scale.months():
            yield from _names(self.scale.months(), y + _LINE, bold=False)
        yield Stroke(((0.0, self.height - 0.8), (wide, self.height - 0.8)), Paint.ACCENT, 1.0)


def _names(ticks: Iterable[Tick], y: float, *, bold: bool) -> Iterator[Lettering]:
    paint = Paint.ACCENT if bold else Paint.MUTED
    for tick in ticks:
        long = width(tick.name, _SMALL, bold=bold)
        if tick.name and long <= tick.width:
            yield Lettering(tick.x + min(1.5, (tick.width - long) / 2), y, tick.name, _SMALL, bold=bold, paint=paint)


def _sketch(rows: Sequence[_Laid], head: _Head, below: float, wide: float) -> Sketch:
    shapes: list[Shape] = list(head.shapes(wide))
    y = head.height
    for laid in rows:
        shapes += _row(laid, head, y, wide)
        y += laid.height
    shapes += _key(head.chart.legend, y + _KEY, wide)
    return Sketch(wide, y + (_KEY + below if below else 2.0), tuple(shapes))


def _row(laid: _Laid, head: _Head, y: float, wide: float) -> Iterator[Shape]:
    row, scale, foot = laid.row, head.scale, y + laid.height
    if row.is_head:
        yield Panel(0.0, y, wide, laid.height, Paint.TINT)
    else:
        ticks = dict.fromkeys(tick.x for tick in (*scale.years(), *scale.months()))
        yield from (Stroke(((x, y), (x, foot)), Paint.LINE, 0.4) for x in ticks)
        if head.today:
            yield Stroke(((head.today[0], y), (head.today[0], foot)), Paint.WARN, 1.0)
    yield Stroke(((0.0, foot), (wide, foot)), Paint.LINE, 0.4)
    for at, words in enumerate(laid.lines):
        feet = y + _PAD + _SIZE * 0.9 + at * _LEADING
        yield Lettering(3.0 if row.is_head else 0.0, feet, words, _SIZE, bold=row.is_head)
    if not row.is_head:  # its words have the whole width, and it has no days of its own
        yield from _days(row, scale, y + laid.height / 2)


def _days(row: ChartRow, scale: Scale, middle: float) -> Iterator[Shape]:
    for span in row.spans:
        if span.start <= scale.end and span.end >= scale.start:
            yield _bar(scale.x(span.start), scale.after(span.end), middle, span.look)
    marks = [(scale.x(one.on) + scale.day / 2, one.look) for one in row.marks if scale.start <= one.on <= scale.end]
    places = sorted({x for x, _ in marks})
    close = any(after - before < 2 * _HALF for before, after in pairwise(places))
    for x, look in marks:
        yield _thin(x, middle, look) if close else _mark(x, middle, look)


def _bar(left: float, right: float, middle: float, look: SpanLook) -> Panel:
    fill = Paint.ACCENT if look is SpanLook.WINDOW else Paint.TINT
    return Panel(left, middle - _BAR / 2, max(right - left, 1.2), _BAR, fill, Paint.ACCENT, thick=0.7)


def _mark(x: float, middle: float, look: MarkLook) -> Area:
    """Return the shape of one day; shapes differ, so that they are told apart without colour."""
    ink = _INKS[look]
    if look is MarkLook.DONE:
        turns = [2 * math.pi * at / _CORNERS for at in range(_CORNERS)]
        reach = 0.85 * _HALF
        return Area(tuple((x + reach * math.cos(turn), middle + reach * math.sin(turn)) for turn in turns), ink)
    if look is MarkLook.LATE:
        return Area(((x, middle - _HALF), (x + _HALF, middle + _HALF), (x - _HALF, middle + _HALF)), ink)
    corners = ((x, middle - _HALF), (x + _HALF, middle), (x, middle + _HALF), (x - _HALF, middle))
    return Area(corners, Paint.PAPER, ink) if look is MarkLook.DUE else Area(corners, ink)


def _thin(x: float, middle: float, look: MarkLook) -> Stroke:
    reach = _BAR / 2 + (1.2 if look is MarkLook.LATE else 0.0)
    return Stroke(((x, middle - reach), (x, middle + reach)), _INKS[look], 1.0)


def _key(legend: Iterable[tuple[str, str]], y: float, wide: float) -> Iterator[Shape]:
    """Yield what the shapes mean, the first line of words standing at a height."""
    x = 0.0
    for look, meaning in legend:
        (said,) = wrapped(meaning, _SIZE, wide - _SAMPLE, most=1) or ("",)
        long = _SAMPLE + width(said, _SIZE)
        if x and x + long > wide:
            x, y = 0.0, y + _LEADING + 2.0
        middle = y - _SIZE * 0.3
        is_span = look in tuple(SpanLook)
        yield _bar(x + 0.5, x + 9.0, middle, SpanLook(look)) if is_span else _mark(x + 4.5, middle, MarkLook(look))
        yield Lettering(x + _SAMPLE, y, said, _SIZE, paint=Paint.MUTED)
        x += long + 14.0
