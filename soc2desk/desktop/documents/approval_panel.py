"""Approving documents: who, what it means, and an earlier decision that it may rest on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.approving import approving
from soc2desk.app.pages import page_of
from soc2desk.app.transfer import Approving as Given
from soc2desk.app.transfer import approved
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.documents.document_words import counted
from soc2desk.desktop.fields.choice import ComboEditor
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.fields.text import TextEditor
from soc2desk.desktop.fields.wrapping import WrappingCheck
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import fill_scrolling
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.approving import Approving
    from soc2desk.desktop.shell import Shell

COLUMN = 640  # pixels, before scaling


class ApprovalPanel(QWidget):
    """A panel in the page. `left` tells that nothing was recorded, `recorded` that it was."""

    left = Signal()
    recorded = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._asked: Approving | None = None
        words = shell.words
        self.documents = plain_label("", "body", self)
        self.warning = plain_label("", "warning", self)
        self.means = plain_label("", "body", self)
        self.problem = plain_label("", "finding", self)
        self.who = ComboEditor(self, (), words("documents.approval.choose"))
        self.nobody = QPushButton(words("documents.approval.enter"), self)
        self.earlier = WrappingCheck(words("documents.approval.earlier"), self)
        self.day = DateEditor(self, lambda day: said_date(day, words), words("field.calendar"))
        self.minutes = TextEditor(self)
        self.record = QPushButton(words("documents.approval.record"), self)
        self.record.setProperty("primary", "true")
        self.cancel = QPushButton(words("documents.approval.cancel"), self)
        self._name_fields()
        self._lay_out()
        self._connect()

    def _name_fields(self) -> None:
        words = self._shell.words
        for editor, key in ((self.who, "who"), (self.day, "day"), (self.minutes, "minutes")):
            for widget in editor.focus_targets():
                own = widget.property("own_name")
                label = words(f"documents.approval.{key}")
                widget.setAccessibleName(f"{label}: {own}" if own else label)
        self.earlier.setAccessibleDescription(words("documents.approval.earlier_hint"))

    def _lay_out(self) -> None:
        words = self._shell.words
        inside = QWidget(self)
        inside.setMaximumWidth(COLUMN)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(8)
        box.addWidget(plain_label(words("documents.approval.documents"), "question", inside))
        box.addWidget(self.documents)
        box.addWidget(self.warning)
        box.addWidget(plain_label(words("documents.approval.who"), "question", inside))
        for widget in (self.who, self.nobody, self.means, self.earlier):
            box.addWidget(widget)
        box.addWidget(self._earlier_part(inside))
        box.addWidget(self.problem)
        acts = QHBoxLayout()
        acts.addWidget(self.record)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        box.addLayout(acts)
        box.addStretch(1)
        fill_scrolling(self, inside)

    def _earlier_part(self, parent: QWidget) -> QWidget:
        words = self._shell.words
        self.earlier_part = QWidget(parent)
        box = QVBoxLayout(self.earlier_part)
        box.setContentsMargins(24, 0, 0, 0)
        box.addWidget(plain_label(words("documents.approval.earlier_hint"), "hint", self.earlier_part))
        for key, editor in (("day", self.day), ("minutes", self.minutes)):
            box.addWidget(plain_label(words(f"documents.approval.{key}"), "body", self.earlier_part))
            box.addWidget(editor)
        return self.earlier_part

    def _connect(self) -> None:
        self.who.picked.connect(self._say)
        self.nobody.clicked.connect(self._enter_people)
        self.earlier.toggled.connect(self.earlier_part.setVisible)
        self.earlier.clicked.connect(lambda on: self.day.setFocus() if on else None)
        self.record.clicked.connect(self._record)
        self.cancel.clicked.connect(self.left)

    def _enter_people(self) -> None:
        self._shell.go.emit(f"pages.{page_of(self._shell.catalogue, 'people.')}")

    # ---- what is asked ---------------------------------------------------------------------------

    def ask(self, documents: list[str]) -> int:
        """Ask for the approval of documents; return how many of them somebody approves."""
        self._shell.project.settle()
        self._asked = asked = approving(self._shell.project.session.composition, documents)
        choices = tuple((one.id, f"{one.name}, {one.title}" if one.title else one.name) for one in asked.people)
        self.who.offer(choices)
        self.who.show_value(asked.usual or None)
        self.who.setVisible(bool(asked.people))
        self.nobody.setVisible(not asked.people)
        self.earlier.setChecked(False)
        self.earlier_part.hide()
        self.day.show_value(None)
        self.minutes.show_value(None)
        self._tell("")
        self._name_documents(asked)
        self._say()
        return len(asked.documents)

    @property
    def count(self) -> int:
        """How many documents are asked about."""
        return len(self._asked.documents) if self._asked else 0

    def _name_documents(self, asked: Approving) -> None:
        words = self._shell.words
        approvals = self._shell.project.session.project.approval
        lines = []
        for one in asked.documents:
            before = approvals.get(one.id)
            replaces = words("documents.approval.replaces", day=said_date(before.on, words)) if before else ""
            title = words.of(one.title)
            lines.append(f"{title}. {replaces}" if replaces else title)
        self.documents.setText("\n".join(lines) or words("documents.approval.nothing"))
        self.warning.setText(counted("documents.approval.open", asked.open, words))
        self.warning.setVisible(asked.open > 0)

    def _say(self) -> None:
        """Say what recording means, with the name, the document and the day."""
        asked, words = self._asked, self._shell.words
        if asked is None:
            return
        day = said_date(self._shell.desk.today, words)
        person = next((one for one in asked.people if one.id == self.who.value()), None)
        ready = person is not None and bool(asked.documents)
        if not asked.people:
            self.means.setText(words("documents.approval.nobody"))
        elif person is None or not asked.documents:
            self.means.setText(words("documents.approval.choose_first", day=day))
        else:
            said = f"{person.name}, {person.title}" if person.title else person.name
            named = {"person": said, "document": asked.documents[0].title}
            self.means.setText(counted("documents.approval.means", len(asked.documents), words, day=day, **named))
        self.record.setEnabled(ready and not self._shell.project.session.is_read_only)
        self.record.setAccessibleDescription(self.means.text())

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words)

    def take_focus(self) -> None:
        """Put the keyboard at who approves."""
        (self.who if self._asked and self._asked.people else self.nobody).setFocus()

    # ---- recording -------------------------------------------------------------------------------

    def _record(self) -> None:
        if self._asked is None:
            return
        try:
            decided_on = self._decided_on()
        except ValueError:
            self._tell(self._shell.words("documents.approval.day_needed"))
            self.day.setFocus()
            return
        minutes = str(self.minutes.value() or "") if decided_on else ""
        project, documents = self._shell.project, self._asked.documents
        # What is approved is the text as it is now, not as it was when the panel opened.
        project.settle()
        try:
            made = approved(
                self._shell.desk, project.session.project, project.session.composition.hashes,
                [one.id for one in documents], Given(str(self.who.value() or ""), decided_on, minutes),
            )  # fmt: skip
        except Problem as problem:
            self._tell(f"{problem.message} {problem.hint or ''}".strip())
            (self.day if self.earlier.isChecked() else self.who).setFocus()
            return
        titles = {"document": documents[0].title}
        failed = project.replace(made, counted("documents.undo.approve", len(documents), self._shell.words, **titles))
        if failed is not None:
            self._tell(str(failed))
            return
        announce(self, counted("documents.approval.done", len(documents), self._shell.words, **titles))
        self.recorded.emit()

    def _decided_on(self) -> date | None:
        """Return the day of the earlier decision. Raises ValueError for what is no day."""
        return date.fromisoformat(str(self.day.value() or "")) if self.earlier.isChecked() else None
