"""The real pages of a document: drawn beside the window, old ones greyed until the new ones are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from soc2desk.desktop.jobs import Job
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page_view import PageView
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.steps import Step


class PagesPanel(QWidget):
    """Draws one document at a time; of what is asked for meanwhile the last comes next. `drawn` follows."""

    drawn = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.view = PageView(shell, self)
        self.state = plain_label("", "small", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.state)
        box.addWidget(self.view, 1)
        self._shown = ""
        self._drawing = ""
        self._waiting: tuple[str, Callable[[], bytes]] | None = None
        self.view.turned.connect(self._say_page)

    @property
    def is_drawing(self) -> bool:
        """Whether pages are being drawn now."""
        return bool(self._drawing)

    def draw(self, document: str, pdf: Callable[[], bytes]) -> None:
        """Draw a document; `pdf` returns its pages and is called beside the window."""
        if document != self._shown:
            self.view.clear()
        self.view.fade(faded=True)
        self.state.setText(self._shell.words("preview.old" if self.view.count else "preview.drawing"))
        self._waiting = (document, pdf)
        if not self._drawing:
            self._begin()

    def _begin(self) -> None:
        if self._waiting is None:
            return
        (self._drawing, pdf), self._waiting = self._waiting, None
        # The thread may outlive this panel, and must end before the program does.
        program = QApplication.instance() or self

        def work() -> Generator[Step, None, object]:
            yield from ()
            return pdf()

        job = Job(work, program)
        job.done.connect(self._show)
        job.failed.connect(self._fail)
        job.finished.connect(job.deleteLater)
        QApplication.instance().aboutToQuit.connect(job.wait)  # type: ignore[union-attr]
        job.start()

    def _show(self, pdf: bytes) -> None:
        document, self._drawing = self._drawing, ""
        if self._waiting is not None:
            self._begin()
            return
        try:
            self.view.show_pdf(pdf, keep=document == self._shown)
        except ValueError as error:
            self._say(self._shell.words("preview.fault", fault=error))
        self._shown = document
        self.drawn.emit()

    def _fail(self, fault: Exception) -> None:
        self._drawing = ""
        if self._waiting is not None:
            self._begin()
            return
        words = self._shell.words
        if isinstance(fault, Problem):
            self._say(words("preview.no_pages", problem=fault))
        else:
            self._say(words("preview.fault", fault=f"{type(fault).__name__}: {fault}"))
        self.drawn.emit()

    def _say(self, words: str) -> None:
        self.view.clear()
        self.state.setText(words)

    def _say_page(self, number: int) -> None:
        if not self.is_drawing:
            self.state.setText(self._shell.words("preview.page", number=number, count=self.view.count))
