"""Charts of the PDF: a label and its days at the left, months at the right, a strip for each row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import text
from soc2desk.renderers import pdf_chart_shapes, pdf_style, pdf_text
from soc2desk.renderers.chart_words import when
from soc2desk.renderers.pdf_chart_scale import Scale, scale_of
from soc2desk.renderers.pdf_marks import Box, Drawing, Piece, glued, opened, stacked
from soc2desk.renderers.pdf_style import CAPTION, HAIR, TextStyle
from soc2desk.renderers.pdf_tags import Element

if TYPE_CHECKING:
    from soc2desk.document.blocks import Chart
    from soc2desk.domain.timelines import ChartRow
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line

_LABEL = TextStyle(7.8, 9.8)
_WHEN = TextStyle(7.2, 9.8, pdf_style.MUTED)
_PAD = 2.0
_GAP = 8.0  # between the columns
_EDGE = 4.0  # so that the shape of the last day stays inside the margin
_LABELS, _WHENS = 0.32, 0.22  # of the width: the most that labels and days take
_TOGETHER = 4  # rows that stay with the head


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What the rows of a chart share: where days stand, the width of the labels, the figure and its surroundings."""

    chart: Chart
    scale: Scale
    labels: float
    figure: Element
    whole: Element
    desk: Desk

    @property
    def whens(self) -> float:
        """Return where the days in words begin."""
        return self.desk.left + self.labels + _GAP


def chart_pieces(chart: Chart, desk: Desk) -> list[Piece]:
    """Return the pieces of a chart: caption, months, rows, and what the shapes mean."""
    if not chart.rows:
        return []
    plan = _plan(chart, desk)
    head = pdf_chart_shapes.head_pieces(chart, plan.scale, desk)
    found = [*_caption(plan), *glued(head)]
    last = len(chart.rows) - 1
    for at, row in enumerate(chart.rows):
        piece = replace(_row(row, plan), head=tuple(head))
        found.append(replace(piece, glue=at < min(_TOGETHER, last) or at == last - 1 or row.is_head))
    legend = pdf_chart_shapes.legend_pieces(chart, desk, Element("P", plan.whole, later=True), plan.figure)
    if legend:
        found[-1] = replace(found[-1], glue=True)
    return opened([*found, *legend, Piece(8.0)], (chart.id,))


def _plan(chart: Chart, desk: Desk) -> _Plan:
    whole = Element("Div", desk.root)
    bold = replace(_LABEL, bold=True)
    widest = max(pdf_text.width_of(row.label, bold if row.is_head else _LABEL) for row in chart.rows)
    labels = min(widest + 2.0, _LABELS * desk.measure)
    longest = max(pdf_text.width_of(when(row), _WHEN) for row in chart.rows)
    whens = min(longest + 2.0, _WHENS * desk.measure)
    left = desk.left + labels + whens + 2 * _GAP
    scale = scale_of(chart.start, chart.end, left, desk.left + desk.measure - left - _EDGE)
    return _Plan(chart, scale, labels, Element("Figure", whole, later=True), whole, desk)


def _caption(plan: _Plan) -> list[Piece]:
    if not plan.chart.title:
        return [Piece(0.0, glue=True, gap=6.0)]
    style = plan.desk.type(CAPTION)
    inked = pdf_text.inks(text(plan.chart.title), style, Element("P", plan.whole), plan.desk.setting)
    lines = pdf_text.lines(inked, style, plan.desk.left, plan.desk.measure)
    return [*glued(stacked(lines, style.leading, gap=10.0)), Piece(2.0, glue=True)]


def _row(row: ChartRow, plan: _Plan) -> Piece:
    """Return one strip: words at the left, shapes at the right, lines of the months behind."""
    element = Element("P", plan.whole)
    style = replace(_LABEL, bold=True) if row.is_head else _LABEL
    desk = plan.desk
    room = desk.measure if row.is_head else plan.labels
    # The space keeps label and days apart for those who listen or copy.
    label = pdf_text.lines(pdf_text.inks(text(f"{row.label} "), style, element, desk.setting), style, desk.left, room)
    days = pdf_text.inks(text(when(row)), _WHEN, element, desk.setting)
    whens = pdf_text.lines(days, _WHEN, plan.whens, plan.scale.left - _GAP - plan.whens)
    count = max(len(label), len(whens), 1)
    height = count * _LABEL.leading + 2 * _PAD
    words = (*_down(label), *_down(whens))
    shapes = pdf_chart_shapes.row_shapes(row, plan.scale, height, plan.chart.today, desk.palette)
    drawing = Drawing(shapes, plan.chart.said or plan.chart.title, plan.figure) if shapes else None
    area = (Box(desk.left, 0.0, desk.measure, height, desk.palette.area),) if row.is_head else ()
    rules = () if row.is_head else plan.scale.rules(height)
    foot = Box(desk.left, height - HAIR / 2, desk.measure, HAIR / 2, pdf_style.LINE)
    return Piece(height, words, (*area, *rules, foot), drawing=drawing)


def _down(lines: list[Line]) -> Line:
    """Return lines one under the other as the words of one piece."""
    return tuple(
        replace(words, drop=words.drop + _PAD + at * _LABEL.leading) for at, line in enumerate(lines) for words in line
    )
