"""The page of documents: the list, one document, approving, and rewording a section, each in the place of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from soc2desk.app.approving import withdrawn
from soc2desk.app.document_rows import document_rows
from soc2desk.app.section_rows import section_rows
from soc2desk.app.wording import kept, restored, section_wording
from soc2desk.desktop.documents.approval_panel import ApprovalPanel
from soc2desk.desktop.documents.document_detail import DocumentDetail
from soc2desk.desktop.documents.document_list import DocumentList
from soc2desk.desktop.documents.drawing import Drawing
from soc2desk.desktop.documents.section_compare import SectionCompare
from soc2desk.desktop.documents.section_editor import DRAFTS, SectionEditor
from soc2desk.desktop.page import Page
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from soc2desk.app.document_rows import DocumentRow
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.project import Project


class DocumentsPage(Page):
    """One view at a time; Esc leads to the one before."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "documents", shell.words("documents.title"), shell.words("documents.intro"),
                         scrolls=False)  # fmt: skip
        self.rows: dict[str, DocumentRow] = {}
        self.document = ""
        self.list, self.detail = DocumentList(shell, self), DocumentDetail(shell, self)
        self.approval, self.editor = ApprovalPanel(shell, self), SectionEditor(shell, self)
        self.compare = SectionCompare(shell, self)
        self.drawing = Drawing(shell, self)
        self._behind: QWidget = self.list
        self.stack = QStackedWidget(self)
        for view in (self.list, self.detail, self.approval, self.editor, self.compare):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self.open_document)
        self.list.moved.connect(lambda document: self._look_at(document, self.list))
        self.list.approving.connect(self.ask_approval)
        self.detail.left.connect(self.show_list)
        self.detail.moved.connect(lambda section: self._look_at(section, self.detail))
        self.detail.approving.connect(lambda: self.ask_approval([self.document]))
        self.detail.withdrawing.connect(self._withdraw)
        self.detail.editing.connect(self.edit_section)
        self.detail.comparing.connect(self.compare_section)
        self.detail.removing.connect(self._take_out)
        self.detail.drawing.connect(self._draw)
        self.drawing.busy.connect(lambda busy: self.detail.set_busy(busy=busy))
        for view in (self.approval, self.editor, self.compare):
            view.left.connect(self.go_back)
        self.approval.recorded.connect(self.go_back)
        self.compare.editing.connect(lambda: self.edit_section(self.detail.section, compare=False))
        self.compare.keeping.connect(lambda: self._settle_template("mine"))
        self.compare.taking.connect(lambda: self._settle_template("template"))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the preview show the document at hand, after the window has told it of the page."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        on_list = self.stack.currentWidget() is self.list
        place = self.list.current if on_list else self.detail.section or self.document
        if place and self.isVisible():
            self.shell.look_at.emit(f"documents.{place}")

    def _look_at(self, place: str, view: QWidget) -> None:
        if self.isVisible() and self.stack.currentWidget() is view:
            self.shell.look_at.emit(f"documents.{place}")

    # ---- in step with the project ----------------------------------------------------------------

    @property
    def _unkept(self) -> frozenset[str]:
        places = (place.removeprefix(DRAFTS) for place in self.shell.project.drafts if place.startswith(DRAFTS))
        return frozenset(places)

    def refresh(self) -> None:
        """Follow each change in the section being worded; the lists wait until everything is composed."""
        if self.stack.currentWidget() is self.editor:
            self.editor.refresh()

    def settle(self) -> None:
        """Show every document as it stands now."""
        found = document_rows(self.shell.project.session.composition)
        self.rows = {row.id: row for row in found}
        self.list.show_rows(found, frozenset(one.partition("/")[0] for one in self._unkept))
        if self.document and self.document not in self.rows:
            self.document = ""
            self._show(self.list)
        elif self.document:
            self._show_detail()

    def _show_detail(self) -> None:
        row = self.rows[self.document]
        sections = section_rows(self.shell.desk, self.shell.project.session.composition, row.id)
        self.detail.show_document(row, sections, self._unkept)

    # ---- the views -------------------------------------------------------------------------------

    def _show(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self.intro.setVisible(view is self.list)
        self.heading.setText(self._title(view))

    def _title(self, view: QWidget) -> str:
        words = self.shell.words
        title = words.of(self.rows[self.document].title) if self.document in self.rows else self.title
        if view in {self.editor, self.compare} and self.detail.section:
            return words.of(section_wording(self.shell.desk, self._project, self.document, self.detail.section).title)
        if view is self.approval:
            one = "one" if self.approval.count == 1 else "many"
            return words(f"documents.approval.title.{one}", count=self.approval.count)
        return title if view is self.detail else self.title

    def show_list(self) -> None:
        """Show all documents, the keyboard where it was."""
        self.settle()
        self._show(self.list)
        self.list.list.setFocus()

    def open_document(self, document: str) -> None:
        """Show one document."""
        self.document = document
        self._show_detail()
        self._show(self.detail)
        self._look_at(self.detail.section or document, self.detail)
        (self.detail.list if self.detail.list.count() else self.detail.back).setFocus()

    def ask_approval(self, documents: list[str]) -> None:
        """Ask who approves documents."""
        self._behind = self.detail if self.stack.currentWidget() is self.detail else self.list
        self.approval.ask(documents)
        self._show(self.approval)
        self.approval.take_focus()

    def edit_section(self, section: str, *, compare: bool = True) -> None:
        """Word a section; first both texts side by side, where the template changed under an own one that is sound."""
        wording = section_wording(self.shell.desk, self._project, self.document, section)
        mend_first = bool(wording.problem) or section in self._unkept
        if compare and wording.template_changed and not mend_first:
            self.compare_section(section)
            return
        self._behind = self.detail
        self.editor.open(section)
        self._show(self.editor)
        self._look_at(section, self.editor)
        self.editor.field.setFocus()

    def compare_section(self, section: str) -> None:
        """Show a person's own words beside the template's new text."""
        self._behind = self.detail
        self.compare.show_wording(section_wording(self.shell.desk, self._project, self.document, section))
        self._show(self.compare)
        self.compare.take_focus()

    def go_back(self) -> None:
        """Show the view before."""
        if self._behind is self.list or self.stack.currentWidget() is self.detail or not self.document:
            self.show_list()
            return
        section = self.detail.section
        self.settle()
        self.open_document(self.document)
        self.detail.choose(section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back at Esc."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self.list:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # ---- acts ------------------------------------------------------------------------------------

    @property
    def _project(self) -> Project:
        return self.shell.project.session.project

    def _draw(self, file_format: str) -> None:
        self.drawing.begin(self.document, self.rows[self.document].title, file_format)

    def _withdraw(self) -> None:
        label = self.shell.words("documents.undo.withdraw", document=self.rows[self.document].title)
        self._replace(withdrawn(self._project, self.document), label)

    def _take_out(self, section: str) -> None:
        label = self.shell.words("documents.undo.template", section=section)
        self._replace(restored(self._project, section), label)

    def _settle_template(self, which: str) -> None:
        section = self.detail.section
        wording = section_wording(self.shell.desk, self._project, self.document, section)
        label = self.shell.words(f"documents.undo.{which}", section=wording.title)
        made = kept(self.shell.desk, self._project, section) if which == "mine" else restored(self._project, section)
        if self._replace(made, label):
            self.go_back()

    def _replace(self, made: Project, label: str) -> bool:
        failed: Problem | None = self.shell.project.replace(made, label)
        if failed is not None:
            self.shell.say.emit(failed)
            return False
        self.shell.project.settle()
        return True

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Show a document, a section, the approval of a document, or the wording of a section."""
        kind, _, name = place.partition(".")
        if place == f"pages.{self.id}":
            self.show_list()
            return True
        document = name.partition("/")[0]
        if kind not in {"documents", "approvals", "edits"} or document not in self.rows:
            return False
        self.list.choose(document)
        self.open_document(document)
        if kind == "approvals":
            self.ask_approval([document])
            return True
        if "/" in name and not self.detail.choose(name):
            return False
        if kind == "edits" and "/" in name and not self.detail.is_gone:
            self.edit_section(self.detail.section)
        return True

    def take_focus(self) -> None:
        """Put the keyboard at the list, or where the view in sight begins."""
        if self.stack.currentWidget() is self.list:
            self.list.list.setFocus()
        else:
            super().take_focus()
