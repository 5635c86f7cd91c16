"""Rewording a section: the text with its labels, how it will read, and what keeps it from standing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from soc2desk.app.approving import approvers
from soc2desk.app.section_preview import line_of, said, section_html
from soc2desk.app.wording import edited, restored, section_wording
from soc2desk.app.wording_pieces import LONGEST_TEXT
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.documents.editor_layout import EditorLayout
from soc2desk.desktop.open_project import Draft
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from soc2desk.app.wording import Wording
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.project import Project

PREVIEW_AFTER_MS = 150
SAY_AFTER_MS = 600
"""A fault is said only when nothing was typed for so long: half a word is no fault."""
DRAFTS = "edits."


class SectionEditor(QWidget):
    """Words one section. `left` tells that the person is done with it; `changed` that something was kept or not."""

    left = Signal()
    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.wording: Wording | None = None
        self._base = ""
        self._problem: Problem | None = None
        self.layout_ = EditorLayout(shell, self)
        self.field, self.preview = self.layout_.field, self.layout_.preview
        self.who, self.finder = self.layout_.who, self.layout_.finder
        self._preview_timer = self._timer(PREVIEW_AFTER_MS, self._show_preview)
        self._say_timer = self._timer(SAY_AFTER_MS, self._say_problem)
        self._connect()

    def _timer(self, after: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def _connect(self) -> None:
        view = self.layout_
        self.field.textChanged.connect(self._typed)
        self.field.cursorPositionChanged.connect(self._say_timer.start)
        self.field.refused.connect(self._refuse_paste)
        self.field.met.connect(view.tell_chip)
        view.back.clicked.connect(self.left)
        view.keep.clicked.connect(self.keep)
        view.insert.clicked.connect(self.open_finder)
        view.template.clicked.connect(self.take_template)
        self.finder.chosen.connect(self._insert)
        self.finder.left.connect(self.field.setFocus)
        self.finder.shown.connect(lambda shown: view.make_room(finder=shown))

    # ---- what is shown ---------------------------------------------------------------------------

    def open(self, section: str) -> None:
        """Begin with a section: what was typed and not kept yet, else what stands in the project."""
        document = section.partition("/")[0]
        self.wording = section_wording(self._shell.desk, self._project, document, section)
        self._base = self._stored
        draft = self._shell.project.drafts.get(f"{DRAFTS}{section}")
        self.field.show_text(str(draft.value) if draft else self._base)
        self.field.setReadOnly(self._shell.project.session.is_read_only)
        self.finder.hide()
        title = self._shell.catalogue.template[document].title
        self.layout_.back.setText(self._shell.words("documents.editor.back", document=title))
        self._offer_people(document)
        self._show_state()
        self._show_preview()
        self._say_problem()

    @property
    def section(self) -> str:
        """The id of the section, empty before one was opened."""
        return self.wording.section if self.wording else ""

    @property
    def _project(self) -> Project:
        return self._shell.project.session.project

    @property
    def _stored(self) -> str:
        assert self.wording is not None  # noqa: S101 - nothing is shown before
        return self.wording.template_text if self.wording.text is None else self.wording.text

    @property
    def is_unkept(self) -> bool:
        """Whether something is typed that the project does not have."""
        return self.wording is not None and self.field.text().strip() != self._base.strip()

    def _offer_people(self, document: str) -> None:
        people = approvers(self._shell.engagement)
        self.who.offer(tuple((one.id, one.name) for one in people))
        self.layout_.who_part.setVisible(bool(people))
        edit = self._project.edit.get(self.section)
        holding = self._project.role.get(self._shell.catalogue.template[document].owner)
        likely = (self.who.value(), edit.by if edit else "", holding.holder if holding else "")
        here = {one.id for one in people}
        self.who.show_value(next((str(one) for one in likely if one in here), None))

    def refresh(self) -> None:
        """Follow a change of the project: labels, and the text too unless something is typed."""
        if self.wording is None:
            return
        typed = self.is_unkept
        self.wording = section_wording(self._shell.desk, self._project, self.wording.document, self.section)
        self.field.refresh_faces()
        if not typed and self._stored != self._base:
            self._base = self._stored
            self.field.show_text(self._base)
        self._base = self._stored
        self._keep_draft()
        self._show_state()
        self._preview_timer.start()

    def _show_state(self) -> None:
        words, edit = self._shell.words, self._project.edit.get(self.section)
        if self.is_unkept:
            told = words("documents.editor.unkept")
        elif edit is None:
            told = words("documents.editor.is_template")
        else:
            name = self._shell.engagement.person_name(edit.by)
            key = "kept" if name else "kept_nobody"
            told = words(f"documents.editor.{key}", name=name, day=said_date(edit.on, words))
        may = not self._shell.project.session.is_read_only
        self.layout_.show_state(told, unkept=self.is_unkept, may=may, has_own=edit is not None or self.is_unkept)

    # ---- typing ----------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._keep_draft()
        self._show_state()
        self._preview_timer.start()
        self._say_timer.start()

    def _keep_draft(self) -> None:
        """Remember what is typed, so that leaving the page loses no word."""
        place, drafts = f"{DRAFTS}{self.section}", self._shell.project.drafts
        if self.is_unkept:
            drafts[place] = Draft(self.field.text(), "", "", Problem(self._shell.words("documents.unkept")))
        else:
            drafts.pop(place, None)

    def _show_preview(self) -> None:
        if self.wording is None:
            return
        desk, composition = self._shell.desk, self._shell.project.session.composition
        try:
            self.layout_.show_html(section_html(desk, composition, self.section, self.field.text()))
        except Problem as problem:
            self._problem = problem
            self.layout_.fade()
            return
        # What is mended is mended at once; what is wrong waits for a pause.
        self._problem = None
        self._tell_problem()

    def _say_problem(self) -> None:
        if self._preview_timer.isActive():
            self._preview_timer.stop()
            self._show_preview()
        # Half a tag is no fault yet; it is said when the cursor leaves it.
        if not (self.field.hasFocus() and self.field.is_half_typed):
            self._tell_problem()

    def _tell_problem(self) -> None:
        problem = self._problem
        if problem is None:
            self.field.mark_line(0)
            self.layout_.tell_problem("")
            return
        line = line_of(problem.where, self.field.text())
        told = said(problem)
        self.field.mark_line(line)
        shown = self._shell.words("documents.editor.line", line=line, problem=told) if line else told
        self.layout_.tell_problem(shown)

    def _refuse_paste(self, count: int) -> None:
        words = self._shell.words
        told = words("documents.editor.long", count=f"{count:,}", most=f"{LONGEST_TEXT:,}")
        self.layout_.tell_problem(told)

    def open_finder(self) -> None:
        """Offer every value that may be inserted."""
        if not self.field.isReadOnly():
            self.finder.open()

    def _insert(self, source: str) -> None:
        self.field.setFocus()
        self.field.insert_source(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list of values at Ctrl+Space."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.open_finder()
        else:
            super().keyPressEvent(event)

    # ---- keeping ---------------------------------------------------------------------------------

    def keep(self) -> None:
        """Put the text into the project in the name of who is chosen, as of today."""
        by = str(self.who.value() or "")
        if not by and self.layout_.who_part.isVisibleTo(self):
            self.layout_.tell_problem(self._shell.words("documents.editor.who_needed"))
            self.who.setFocus()
            return
        try:
            made = edited(self._shell.desk, self._project, self.section, self.field.text(), by)
        except Problem as problem:
            self._problem = problem
            self._tell_problem()
            self.field.setFocus()
            return
        self._take(made, "keep")

    def take_template(self) -> None:
        """Show the template's text again, and take the own one out of the project."""
        if self.wording is None:
            return
        # The text first, so that it can be taken back here as well.
        if self.field.text() != self.wording.template_text:
            self.field.replace_text(self.wording.template_text)
        if self.section in self._project.edit:
            self._take(restored(self._project, self.section), "template")
        self.field.setFocus()

    def _take(self, made: Project, act: str) -> bool:
        assert self.wording is not None  # noqa: S101 - an act of an open section
        self._shell.project.drafts.pop(f"{DRAFTS}{self.section}", None)
        at = self.field.textCursor().position()
        label = self._shell.words(f"documents.undo.{act}", section=self.wording.title)
        self._base = self.field.text()
        if made == self._project:
            self.open(self.section)
            return True
        failed = self._shell.project.replace(made, label)
        if failed is not None:
            self._problem = failed
            self._tell_problem()
            return False
        self._shell.project.settle()
        if act == "keep":
            # Clauses that had no name have one now.
            self.open(self.section)
            self.field.put_cursor(at)
        self._show_state()
        announce(self, self.layout_.state.text())
        self.changed.emit()
        return True
