"""The document that an answer changes, beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class PreviewPane(QWidget):
    """Shows one document, or the help of a question."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.paper = QTextBrowser(self)
        self.paper.setAccessibleName("Preview")
        box = QVBoxLayout(self)
        box.addWidget(self.paper)

    def look_at(self, place: str) -> None:
        """Show the document most affected by a place."""

    def refresh(self) -> None:
        """Show the document again after a change."""

    def settle(self) -> None:
        """Show what only composing everything tells."""

    def show_help(self, place: str) -> None:
        """Show the help of a question or a term."""
