"""The help of a question or a word of the trade, in place of the document; its links lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.app.help_page import HELP, help_of
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.paper import Paper
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

EDGE = 10  # pixels, before scaling


class HelpPanel(QWidget):
    """One help page, and the way back through those read before. `closed` tells that the last of them was left."""

    closed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._read: list[str] = []
        self.back = QPushButton(self)
        self.back.setProperty("quiet", "true")
        self.back.clicked.connect(self._go_back)
        self.trouble = plain_label("", "finding", self)
        self.paper = Paper(self)
        self.paper.followed.connect(self._follow)
        self.paper.left.connect(self.closed)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.trouble)
        box.addWidget(self.paper, 1)
        shell.recoloured.connect(self._show_way)
        self._show_way()

    def open(self, place: str) -> None:
        """Show the help of a place; the way back leads to the document."""
        self._read = [place]
        self._show()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.trouble.hide()
        self._show_way()
        try:
            page = help_of(self._read[-1], self._shell.project.preview.index, self._shell.words)
        except Problem as problem:
            self.trouble.setText(str(problem))
            self.trouble.show()
            return
        self.paper.show_html(page.html, keep=False)
        self.paper.setAccessibleName(self._shell.words("preview.help_name", title=page.title))

    def _show_way(self) -> None:
        self.back.setText(self._shell.words("preview.help.back" if len(self._read) > 1 else "preview.back"))
        self.back.setIcon(self._shell.icons.icon("arrow-left", self._shell.tokens.accent))

    def _follow(self, target: str) -> None:
        if target.startswith(HELP):
            self._read.append(target)
            self._show()
        else:
            self._shell.go.emit(target)

    def _go_back(self) -> None:
        self._read = self._read[:-1]
        if self._read:
            self._show()
        else:
            self.closed.emit()
