"""Accepting a piece of evidence, or rejecting it for a reason, as somebody who did not provide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from soc2desk.app.approving import approvers
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.evidence import Evidence

REASON = 200  # pixels, before scaling


class EvidenceReview(QWidget):
    """`judged` brings the reviewer and the reason, which is empty for what is accepted."""

    judged = Signal(str, str)
    refused = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.label = plain_label(words("evidence.review.by"), "hint", self)
        self.by = QComboBox(self)
        self.by.setAccessibleName(words("evidence.review.by"))
        self.by.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.by.addItem(words("evidence.review.nobody"), "")
        self.accept = QPushButton(words("evidence.review.accept"), self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(LONGEST)
        self.reason.setMinimumWidth(REASON)
        self.reason.setPlaceholderText(words("evidence.review.reason"))
        self.reason.setAccessibleName(words("evidence.review.reason"))
        self.reject = QPushButton(words("evidence.review.reject"), self)
        flow = FlowLayout(self)
        for widget in (self.label, self.by, self.accept, self.reason, self.reject):
            flow.addWidget(widget)
        self.accept.clicked.connect(lambda: self._say(""))
        self.reject.clicked.connect(self._reject)
        self.reason.returnPressed.connect(self._reject)

    def show_piece(self, piece: Evidence) -> None:
        """Offer everybody who works here and did not provide the piece."""
        asked = self.by.currentData()
        with QSignalBlocker(self.by):
            self.by.clear()
            self.by.addItem(self._shell.words("evidence.review.nobody"), "")
            for one in approvers(self._shell.engagement):
                if one.id != piece.by:
                    self.by.addItem(self._shell.words.of(one.name), one.id)
            self.by.setCurrentIndex(max(self.by.findData(asked), 0))

    def _reject(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self._say(reason)
        else:
            self.refused.emit("evidence.review.needs_reason")
            self.reason.setFocus()

    def _say(self, reason: str) -> None:
        reviewer = str(self.by.currentData() or "")
        if reviewer:
            self.judged.emit(reviewer, reason)
            self.reason.clear()
        else:
            self.refused.emit("evidence.review.needs_reviewer")
            self.by.setFocus()
