"""Fields for figures: a number with its unit, a length of time, a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.calendar import Calendar
from soc2desk.desktop.fields.editor import Combo, Editor
from soc2desk.desktop.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.session import Plain
    from soc2desk.desktop.fields.spec import Choice

SHORT_LINE = 120  # pixels, before scaling
DATE_LINE = 150  # pixels, before scaling


class NumberEditor(Editor):
    """A number typed in a short line, its unit beside it."""

    def __init__(self, parent: QWidget, unit: str) -> None:
        super().__init__(parent)
        self.line = _short_line(self, SHORT_LINE)
        self.line.textEdited.connect(self.typed)
        row = _row(self)
        row.addWidget(self.line)
        label = QLabel(unit, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label)
        self.setFocusProxy(self.line)

    def show_value(self, value: Plain) -> None:
        """Show the number."""
        _set_text(self.line, value)

    def value(self) -> Plain:
        """Return what was typed."""
        return self.line.text().strip() or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)


class DurationEditor(Editor):
    """A number, and hours, days or business days."""

    def __init__(self, parent: QWidget, units: tuple[Choice, ...]) -> None:
        super().__init__(parent)
        self.line = _short_line(self, SHORT_LINE)
        self.line.textEdited.connect(self.typed)
        self.unit = Combo(self)
        for id_, words in units:
            self.unit.addItem(words, id_)
        self.unit.setProperty("own_name", "unit")
        self.unit.currentIndexChanged.connect(self._picked)
        row = _row(self)
        row.addWidget(self.line)
        row.addWidget(self.unit)
        self.setFocusProxy(self.line)

    def _picked(self) -> None:
        if self.line.text().strip():
            self.picked.emit()

    def show_value(self, value: Plain) -> None:
        """Show the number and its unit."""
        amount, _, unit = value.partition(" ") if isinstance(value, str) else ("", "", "")
        _set_text(self.line, amount)
        plural = unit if not unit or unit.endswith("s") else f"{unit}s"
        if plural and (at := self.unit.findData(plural)) >= 0:
            self.unit.blockSignals(True)
            self.unit.setCurrentIndex(at)
            self.unit.blockSignals(False)

    def value(self) -> Plain:
        """Return the number with its unit, or what was typed where it is no number."""
        amount = self.line.text().strip()
        if not amount:
            return None
        return f"{amount} {self.unit.currentData()}" if amount.isascii() and amount.isdecimal() else amount

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the line and the list of units."""
        return (self.line, self.unit)


class DateEditor(Editor):
    """A day, typed as 2027-01-31 or picked from a calendar, and written out beside it."""

    def __init__(self, parent: QWidget, said: Callable[[date], str], calendar_name: str) -> None:
        super().__init__(parent)
        self._said = said
        self._pop: QFrame | None = None
        self.line = _short_line(self, DATE_LINE)
        self.line.setPlaceholderText("2027-01-31")
        self.line.textEdited.connect(self._typed)
        self.button = QPushButton("\u2026", self)
        self.button.setProperty("own_name", calendar_name)
        self.button.setToolTip(calendar_name)
        self.button.clicked.connect(self._open_calendar)
        self.written = QLabel("", self)
        self.written.setProperty("role", "hint")
        row = FlowLayout(self)
        for widget in (self.line, self.button, self.written):
            row.addWidget(widget)
        self.setFocusProxy(self.line)

    def show_value(self, value: Plain) -> None:
        """Show the day."""
        _set_text(self.line, value)
        self._write_out()

    def value(self) -> Plain:
        """Return what was typed."""
        return self.line.text().strip() or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the line and the button of the calendar."""
        return (self.line, self.button)

    def _typed(self) -> None:
        self._write_out()
        self.typed.emit()

    def _write_out(self) -> None:
        day = _day(self.line.text().strip())
        self.written.setText(self._said(day) if day else "")

    def _open_calendar(self) -> None:
        pop = QFrame(self, Qt.WindowType.Popup)
        calendar = Calendar(pop)
        if day := _day(self.line.text().strip()):
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        box = QVBoxLayout(pop)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(calendar)
        pop.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pop.adjustSize()
        pop.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        pop.show()
        calendar.setFocus()
        self._pop = pop

    def _take(self, day: QDate) -> None:
        if self._pop is not None:
            self._pop.close()
            self._pop = None
        self.line.setText(day.toString(Qt.DateFormat.ISODate))
        self._write_out()
        self.line.setFocus()
        self.picked.emit()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _row(owner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row


def _short_line(owner: QWidget, width: int) -> QLineEdit:
    line = QLineEdit(owner)
    line.setMaximumWidth(width)
    line.setMinimumWidth(width)
    return line


def _set_text(line: QLineEdit, value: Plain) -> None:
    words = value if isinstance(value, str) else ""
    if line.text().strip() != words:
        line.setText(words)
