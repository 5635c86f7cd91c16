"""The document that an answer changes, beside the page: its text at once, its real pages, or the help of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from soc2desk.app.preview import document_pdf, shown_for
from soc2desk.desktop.help_panel import HelpPanel
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages_panel import PagesPanel
from soc2desk.desktop.paper import CHANGED, Paper
from soc2desk.desktop.preview_head import PreviewHead
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from soc2desk.desktop.shell import Shell

MARKS = ("changed", "open", "suggested", "planned")
EDGE = 10  # pixels, before scaling
_TO_DOCUMENTS = ("documents.", "approvals.")


class PreviewPane(QWidget):
    """Shows one document, or the help of a question. `left` tells that Esc was pressed: back to the page."""

    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._preview = shell.project.preview
        self._place = self._document = self._anchor = ""
        self._is_stale = True
        self._reveals = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)
        self.head = PreviewHead(shell, self)
        self.note = plain_label("", "finding", self)
        self.paper = Paper(self)
        self.pages = PagesPanel(shell, self)
        self.help = HelpPanel(shell, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.note.hide()
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.paper)
        self.stack.addWidget(self.pages)
        self.whole = QStackedWidget(self)
        document = QWidget(self)
        column = QVBoxLayout(document)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.addWidget(self.head)
        column.addWidget(self.note)
        column.addWidget(self.stack, 1)
        self.whole.addWidget(document)
        self.whole.addWidget(self.help)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)

    def _connect(self) -> None:
        self.head.chosen.connect(self._choose)
        self.head.follows.connect(self._follow_again)
        self.head.mode.connect(self._show_mode)
        self.paper.followed.connect(self._follow_link)
        self.paper.left.connect(self.left)
        self.pages.view.left.connect(self.left)
        self.help.closed.connect(self._close_help)
        self._shell.project.broken.connect(self._say_broken)

    # ---- what the frame calls ------------------------------------------------------------------------

    def look_at(self, place: str) -> None:
        """Show the document most affected by a place, unless the person chose one to stay with."""
        self._place = place
        self.whole.setCurrentIndex(0)
        if not self.head.is_following and not place.startswith(_TO_DOCUMENTS):
            return
        try:
            shown = shown_for(self._preview, place)
        except Problem as problem:
            self._say_broken(problem)
            return
        if shown is not None:
            self._show(shown.document, shown.anchor)
        elif not self._document:
            self._show("")

    def refresh(self) -> None:
        """Show the document again after a change, as soon as the change itself is dealt with."""
        self._preview.take()
        self._reveals = True
        self._later()

    def settle(self) -> None:
        """Show what only composing everything tells: registers, titles, real pages."""
        self.head.show_titles(self._preview.titles)
        self._later()
        self._draw_pages()

    def show_help(self, place: str) -> None:
        """Show the help of a question or a term in place of the document."""
        self.whole.setCurrentWidget(self.help)
        self.help.open(place)

    # ---- the document --------------------------------------------------------------------------------

    @property
    def document(self) -> str:
        """The id of the document shown; empty for none."""
        return self._document

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was put off while nobody could see it."""
        super().showEvent(event)
        if self._is_stale:
            self._later()
            self._draw_pages()

    def _later(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._soon.start(0)

    def _show(self, document: str, anchor: str = "") -> None:
        """Show a document from an anchor on."""
        is_other = document != self._document
        self._document, self._anchor = document, anchor or ("" if not is_other else "page-top")
        self._reveals = False
        self._later()
        if is_other:
            self._draw_pages()

    def _draw(self) -> None:
        try:
            html = self._written()
        except Problem as problem:
            self._say_broken(problem)
            return
        self._is_stale = False
        is_new = self.head.document != self._document
        self.head.show_document(self._document)
        self._name()
        self.head.show_marks(frozenset(mark for mark in MARKS if f'class="{mark}"' in html))
        self.paper.show_html(html, keep=not is_new)
        if self._reveals:
            self.paper.reveal(CHANGED)
        if self._anchor:
            self.paper.reveal(self._anchor)
        # A register changes only when everything is composed: what changed in it is brought into sight then.
        self._anchor, self._reveals = "", self._reveals and not self._shell.project.is_settled

    def _written(self) -> str:
        """Return the text of the document, or of the first one where it is not made any more."""
        titles = self._preview.titles
        self.head.show_titles(titles)
        html = self._preview.html(self._document) if self._document else ""
        gone = "" if html or not self._document else self.head.title_of(self._document)
        self._say(self._shell.words("preview.gone", title=gone) if gone else "")
        if not html and titles:
            self._document, self._anchor = next(iter(titles)), "page-top"
            html = self._preview.html(self._document)
        return html

    def _name(self) -> None:
        title = self.head.title_of(self._document)
        self.paper.setAccessibleName(self._shell.words("preview.name", title=title))
        self.pages.view.setAccessibleName(self._shell.words("preview.pages_name", title=title))

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _say_broken(self, problem: Problem) -> None:
        """Say what keeps documents from being written; the last good text stays, greyed."""
        had_text = not self.paper.document().isEmpty()
        self._say(self._shell.words("preview.broken" if had_text else "preview.broken_first", problem=problem))
        self.paper.fade(faded=had_text)
        self.pages.view.fade(faded=True)

    # ---- what the person does --------------------------------------------------------------------------

    def _choose(self, document: str) -> None:
        self._show(document)

    def _follow_again(self) -> None:
        self.look_at(self._place)

    def _follow_link(self, target: str) -> None:
        document = target.partition("/")[0]
        if self.paper.reveal(target):
            return
        if document in self._preview.titles:
            self._show(document, target)

    def _show_mode(self, pages: bool) -> None:
        self.stack.setCurrentWidget(self.pages if pages else self.paper)
        self._draw_pages()

    def _draw_pages(self) -> None:
        if not self.head.shows_pages or not self.isVisible():
            return
        try:
            composition = self._shell.project.preview.settle()
        except Problem as problem:
            self._say_broken(problem)
            return
        document = self._document or next(iter(self._preview.titles), "")
        source = self._shell.project.session.source
        self.pages.draw(document, lambda: document_pdf(composition, source, document))

    def _close_help(self) -> None:
        self.whole.setCurrentIndex(0)
        self.left.emit()
