"""Whether the company does today what an answer says: beside every answer that is a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from soc2desk.desktop.words import Words

DONE, PLANNED, NOT_YET = "done", "planned", "not_yet"
NOT_YET_PLAIN, SUGGESTED, FROM = "not yet", "suggested", "from"
DATE_LINE = 150  # pixels, before scaling


class Practice(QWidget):
    """Done today, planned from a day, or not yet."""

    typed = Signal()
    picked = Signal()

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self.combo = Combo(self)
        for id_ in (DONE, PLANNED, NOT_YET):
            self.combo.addItem(words(f"field.practice.{id_}"), id_)
        self.combo.setProperty("own_name", words("field.practice.name"))
        self.label = plain_label(words("field.practice.from"), "hint", self)
        self.label.setWordWrap(False)
        self.start = QLineEdit(self)
        self.start.setPlaceholderText("2027-02-01")
        self.start.setMaximumWidth(DATE_LINE)
        self.start.setProperty("own_name", words("field.practice.from_name"))
        row = FlowLayout(self)
        for widget in (self.combo, self.label, self.start):
            row.addWidget(widget)
        self.combo.currentIndexChanged.connect(self._picked)
        self.start.textEdited.connect(self.typed)
        self._show_start()

    def _picked(self) -> None:
        self._show_start()
        self.picked.emit()

    def _show_start(self) -> None:
        planned = self.state() == PLANNED
        self.start.setVisible(planned)
        self.label.setVisible(planned)

    def state(self) -> str:
        """Return done, planned or not_yet."""
        return str(self.combo.currentData())

    def show_state(self, state: str, start: str) -> None:
        """Show where a promise stands; emits no signal."""
        self.combo.blockSignals(True)
        self.combo.setCurrentIndex(self.combo.findData(state))
        self.combo.blockSignals(False)
        if self.start.text().strip() != start:
            self.start.setText(start)
        self._show_start()

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the list and the line of the day."""
        return (self.combo, self.start)


def taken_apart(plain: Plain) -> tuple[Plain, str, str]:
    """Return the value, the practice and the start of an answer as it is written in a file."""
    if plain == NOT_YET_PLAIN:
        return None, NOT_YET, ""
    if isinstance(plain, dict) and PLANNED in plain:
        return plain[PLANNED], PLANNED, str(plain.get(FROM) or "")
    if isinstance(plain, dict):
        return plain.get(SUGGESTED), DONE, ""
    return plain, DONE, ""


def put_together(value: Plain, state: str, start: str) -> Plain:
    """Return an answer as it is written in a file; None for none."""
    if state == NOT_YET:
        return NOT_YET_PLAIN
    if value is None or state == DONE:
        return value
    return {PLANNED: value, **({FROM: start} if start else {})}
