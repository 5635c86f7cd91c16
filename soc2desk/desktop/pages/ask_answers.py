"""What a questionnaire that came back would change: a box for each answer, and what is not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout

from soc2desk.app.answers_proposed import Fate
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.ask_model import AnswersModel, AnswersTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel, QWidget

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.desktop.shell import Shell

UNREAD_HEIGHT = 110  # pixels, before scaling


class AnswersView(QFrame):
    """The preview. `taken` and `cancelled` are what a person decides."""

    taken = Signal()
    cancelled = Signal()

    def __init__(self, shell: Shell, plan: AnswersPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.plan = shell, plan
        self.setProperty("card", "true")
        words = shell.words
        self.model = AnswersModel(plan, words, self)
        self.table = AnswersTable(self.model, words("ask.table"), self)
        self.table.setVisible(bool(self.model.rows))
        self.detail = plain_label("", "body", self)
        self.take = QPushButton(self)
        self.take.setProperty("primary", "true")
        self.cancel = QPushButton(words("ask.cancel"), self)
        self.unread = QPlainTextEdit("\n".join(self._unread()), self)
        self.unread.setReadOnly(True)
        self.unread.setTabChangesFocus(True)
        self.unread.setFixedHeight(UNREAD_HEIGHT)
        self.unread.setAccessibleName(words("ask.unread"))
        self._lay_out()
        self.take.clicked.connect(self.taken)
        self.cancel.clicked.connect(self.cancelled)
        self.model.chosen_changed.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.selectRow(0)
        self._count()

    def _lay_out(self) -> None:
        words = self.shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(plain_label(words("ask.preview", file=self.plan.file), "heading", self))
        for widget in (self._signed(), self._counts(), self.table, self.detail):
            box.addWidget(widget)
        if self.plan.unread:
            box.addWidget(plain_label(words("ask.unread"), "question", self))
        self.unread.setVisible(bool(self.plan.unread))
        box.addWidget(self.unread)
        row = FlowLayout(gap=10)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        box.addLayout(row)

    def _signed(self) -> QLabel:
        if self.plan.is_signed:
            return plain_label(self.shell.words("ask.signed", name=self.plan.signer), "body", self)
        return plain_label(self.plan.note, "warning", self)

    def _counts(self) -> QLabel:
        counts, words = self.plan.counts, self.shell.words
        self.summary = words("ask.counts", **{fate.value: counts[fate] for fate in Fate})
        if not self.plan.to_take:
            self.summary = words("ask.nothing")
        return plain_label(self.summary, "hint", self)

    def _unread(self) -> Iterator[str]:
        words = self.shell.words
        for one in self.plan.unread:
            yield words("ask.unread_line", question=words.of(one.label), where=one.where, message=one.message)

    def _count(self) -> None:
        count = len(self.model.chosen)
        key = "none" if not count else "one" if count == 1 else "many"
        self.take.setText(self.shell.words(f"ask.take.{key}", **({"count": count} if count > 1 else {})))
        self.take.setEnabled(bool(count))

    def _show_detail(self, index: QModelIndex) -> None:
        self.detail.setText(self.model.detail(index.row()) if index.isValid() else "")

    def take_focus(self) -> None:
        """Put the keyboard where one decides, and say what would happen."""
        (self.table if self.model.rows else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.summary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave everything with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
