"""What a style sheet cannot draw without picture files: ticks, dots, arrows, and the ring round what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QTabBar,
    QWidget,
)  # fmt: skip

if TYPE_CHECKING:
    from soc2desk.desktop.tokens import Tokens

RADIUS = 6
RING = 2

_Primitive = QStyle.PrimitiveElement
_Complex = QStyle.ComplexControl
_Part = QStyle.SubControl
_State = QStyle.StateFlag

_FIELDS = frozenset({_Complex.CC_ComboBox, _Complex.CC_SpinBox})
_CALENDAR_ARROWS = {QStyle.StandardPixmap.SP_ArrowLeft: 90, QStyle.StandardPixmap.SP_ArrowRight: 270}
_SMALLEST_ARROW = 8
_ARROWS = {
    _Primitive.PE_IndicatorArrowDown: 0,
    _Primitive.PE_IndicatorArrowLeft: 90,
    _Primitive.PE_IndicatorArrowUp: 180,
    _Primitive.PE_IndicatorArrowRight: 270,
    _Primitive.PE_IndicatorSpinDown: 0,
    _Primitive.PE_IndicatorSpinUp: 180,
}


class DeskStyle(QProxyStyle):
    """Fusion, with indicators and fields in our colours. Hand it to the application, which keeps it.

    Where Qt hands over no widget, the types of PySide forget in two methods that there may be none: hence the casts.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("Fusion")
        self._tokens = tokens

    def wear(self, tokens: Tokens) -> None:
        """Draw in other colours from now on."""
        self._tokens = tokens

    def drawPrimitive(
        self, element: _Primitive, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draw ticks, dots, arrows and the focus ring ourselves, the rest as Fusion does."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = True
        if element in {_Primitive.PE_IndicatorCheckBox, _Primitive.PE_IndicatorItemViewItemCheck}:
            self._tick_box(option, painter)
        elif element is _Primitive.PE_IndicatorRadioButton:
            self._radio(option, painter)
        elif element in _ARROWS:
            self._arrow(painter, QRectF(option.rect), _ARROWS[element], enabled=_has(option, _State.State_Enabled))
        elif element is _Primitive.PE_FrameFocusRect:
            self._focus(option, painter, widget)
        else:
            done = False
        painter.restore()
        if not done:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self, control: _Complex, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draw fields with arrows like the plain fields, because a sheet would lose their arrows."""
        if control not in _FIELDS:
            super().drawComplexControl(control, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._field(option, painter, widget)
        enabled = _has(option, _State.State_Enabled)
        for part, turned in _arrows(control, option):
            place = self.subControlRect(control, option, part, widget)
            self._arrow(painter, QRectF(place), turned, enabled=enabled)
        painter.restore()

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Give fields with arrows the height of the plain ones, and rows of lists some air."""
        found = super().sizeFromContents(kind, option, size, cast("QWidget", widget))
        em = option.fontMetrics.height()
        if kind is QStyle.ContentsType.CT_ItemViewItem:
            return QSize(found.width() + em, found.height() + em // 2)
        if kind in {QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox}:
            return QSize(found.width() + em, max(found.height(), round(em * 2.1) + RING))
        return found

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Keep the words of a row away from its ring."""
        if metric is QStyle.PixelMetric.PM_FocusFrameHMargin:
            return 2 * RING
        return super().pixelMetric(metric, option, widget)

    def subControlRect(
        self, control: _Complex, option: QStyleOptionComplex, part: _Part, widget: QWidget | None = None
    ) -> QRect:
        """Keep the words of a field with arrows as far from its edge as in the plain ones."""
        found = super().subControlRect(control, option, part, cast("QWidget", widget))
        if part in {_Part.SC_ComboBoxEditField, _Part.SC_SpinBoxEditField} and control in _FIELDS:
            return found.adjusted(max(RING, option.fontMetrics.height() // 2 - found.x()), 0, 0, 0)
        return found

    def standardIcon(
        self, which: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        """Draw the arrows of a calendar in our colours: Fusion's are black on any ground."""
        turned = _CALENDAR_ARROWS.get(which)
        if turned is None:
            return super().standardIcon(which, option, widget)
        pixmap = QPixmap(32, 32)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(2, 2)
        self._arrow(painter, QRectF(0, 0, 16, 16), turned, enabled=True)
        painter.end()
        return QIcon(pixmap)

    def _focus(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """In a list or table the ring goes round the whole row or cell, and stands out from a row in accent.

        The tabs have theirs from the sheet.
        """
        if isinstance(widget, QTabBar):
            return
        rect, colour = option.rect, self._tokens.accent
        if isinstance(widget, QAbstractItemView):
            rect = widget.visualRect(widget.currentIndex())
            colour = self._tokens.on_accent if _says(widget, "side") else colour
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _ring(painter, QRectF(rect), colour, RADIUS - 2)

    def _edge(self, option: QStyleOption) -> QColor:
        if not _has(option, _State.State_Enabled):
            return QColor(self._tokens.line)
        return QColor(self._tokens.accent if _has(option, _State.State_MouseOver) else self._tokens.edge)

    def _field(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        focused = _has(option, _State.State_HasFocus)
        wrong = widget is not None and _says(widget, "wrong")
        enabled = _has(option, _State.State_Enabled)
        painter.setBrush(QColor(self._tokens.base if enabled else self._tokens.window))
        if focused or wrong:
            _ring(painter, QRectF(option.rect), self._tokens.accent if focused else self._tokens.bad, RADIUS)
            return
        painter.setPen(QPen(self._edge(option), 1))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)

    def _tick_box(self, option: QStyleOption, painter: QPainter) -> None:
        filled = _has(option, _State.State_On) or _has(option, _State.State_NoChange)
        box = _square(option)
        self._indicator(option, painter, filled=filled)
        painter.drawRoundedRect(box, box.width() * 0.22, box.width() * 0.22)
        if not filled:
            return
        painter.setPen(self._mark(option, box.width() * 0.13))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if _has(option, _State.State_On):
            painter.drawPolyline(_points(box, (0.23, 0.53), (0.42, 0.71), (0.77, 0.31)))
        else:
            painter.drawPolyline(_points(box, (0.26, 0.5), (0.74, 0.5)))

    def _radio(self, option: QStyleOption, painter: QPainter) -> None:
        filled = _has(option, _State.State_On)
        box = _square(option)
        self._indicator(option, painter, filled=filled)
        painter.drawEllipse(box)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._mark(option, 1).color())
            painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)

    def _indicator(self, option: QStyleOption, painter: QPainter, *, filled: bool) -> None:
        enabled = _has(option, _State.State_Enabled)
        ground = self._tokens.base if enabled else self._tokens.window
        if filled:
            ground = self._tokens.accent if enabled else self._tokens.line
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(ground) if filled else self._edge(option), 1.5))

    def _mark(self, option: QStyleOption, width: float) -> QPen:
        enabled = _has(option, _State.State_Enabled)
        return _pen(self._tokens.on_accent if enabled else self._tokens.disabled, width)

    def _arrow(self, painter: QPainter, place: QRectF, turned: int, *, enabled: bool) -> None:
        reach = max(_SMALLEST_ARROW, min(place.width(), place.height(), 16)) * 0.25
        painter.save()
        painter.translate(place.center())
        painter.rotate(turned)
        painter.setPen(_pen(self._tokens.muted if enabled else self._tokens.disabled, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = (QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2))
        painter.drawPolyline(QPolygonF(corners))
        painter.restore()


def _says(widget: QWidget, name: str) -> bool:
    """Read a property as a sheet does."""
    return widget.property(name) in (True, "true")


def _has(option: QStyleOption, flag: _State) -> bool:
    return bool(option.state & flag)


def _arrows(control: _Complex, option: QStyleOptionComplex) -> list[tuple[_Part, int]]:
    """Return the arrows of a field with how far each is turned."""
    shown = option.subControls
    if control is _Complex.CC_ComboBox:
        wanted = [(_Part.SC_ComboBoxArrow, 0)]
    else:
        wanted = [(_Part.SC_SpinBoxUp, 180), (_Part.SC_SpinBoxDown, 0)]
    return [(part, turned) for part, turned in wanted if shown & part]


def _square(option: QStyleOption) -> QRectF:
    """Return the largest square in the middle, half a pen's width inside."""
    rect = QRectF(option.rect)
    side = min(rect.width(), rect.height()) - 2
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)


def _points(box: QRectF, *parts: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts])


def _pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _ring(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    painter.setPen(QPen(QColor(colour), RING))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
