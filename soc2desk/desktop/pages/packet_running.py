"""The packet while it is made: one bar, what is being written, and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.steps import Step


class Running(QWidget):
    """Shows each step. `cancelled` follows the button."""

    cancelled = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = shell.words
        self.text = plain_label("", "question", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(shell.words("packet.running.bar"))
        self.cancel = QPushButton(shell.words("packet.running.cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        self.note = plain_label("", "hint", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addLayout(row)

    def begin(self) -> None:
        """Show that nothing is written yet."""
        self.text.setText(self._words("packet.running.begin"))
        self.note.setText(self._words("packet.running.note"))
        self.cancel.setEnabled(True)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)

    def show_step(self, step: Step) -> None:
        """Show how far it is, and what is written now."""
        words = self._words
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        title, _, kind = step.what.removesuffix(")").rpartition(" (")
        key = f"packet.format.{kind}"
        said = words(key) if key in words else kind
        # A file that is copied has no format to tell.
        what = words("packet.running.what", title=title, format=said) if title else words.of(step.what)
        if step.done < step.total:
            self.text.setText(words("packet.running.step", what=what, done=step.done, total=step.total))
        else:
            self.text.setText(words("packet.running.end"))

    def _cancel(self) -> None:
        self.note.setText(self._words("packet.running.cancelling"))
        self.cancel.setEnabled(False)
        self.cancelled.emit()
