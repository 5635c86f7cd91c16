"""The form for a policy that a client has already: its title, its version, and its approval as the client says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.own_policies import PolicySaid
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.fields.text import TextEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.shell import Shell


class PolicyForm(QFrame):
    """Four fields about a file that was chosen. `kept` asks to take it, `left` to leave it."""

    kept = Signal()
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.path: Path | None = None
        self.setProperty("card", "true")
        words = shell.words
        self.heading = plain_label("", "question", self)
        self.fields: dict[str, Editor] = {
            "title": TextEditor(self),
            "version": TextEditor(self),
            "approved_on": DateEditor(self, lambda day: said_date(day, words), words("field.calendar")),
            "approved_by": TextEditor(self),
        }
        self.note = FindingNote(shell, self)
        self.keep_button = QPushButton(words("already.policy.keep"), self)
        self.keep_button.setProperty("primary", "true")
        self.leave_button = QPushButton(words("already.policy.leave"), self)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(6)
        box.addWidget(self.heading)
        box.addWidget(plain_label(self._shell.words("already.policy.hint"), "hint", self))
        for name, editor in self.fields.items():
            title = self._shell.words(f"already.policy.{name}")
            label = plain_label(title, "body", self)
            label.setBuddy(editor)
            box.addWidget(label)
            box.addWidget(editor)
            for target in editor.focus_targets():
                own = target.property("own_name")
                target.setAccessibleName(f"{title}: {own}" if own else title)
        box.addWidget(self.note)
        line = QWidget(self)
        flow = FlowLayout(line, gap=10)
        flow.addWidget(self.keep_button)
        flow.addWidget(self.leave_button)
        box.addWidget(line)

    def show_file(self, path: Path) -> None:
        """Ask about a file, its name standing for the title until another is typed."""
        self.path = path
        self.heading.setText(path.name)
        for name, editor in self.fields.items():
            editor.show_value(path.stem if name == "title" else None)
        self.note.say(())

    def said(self) -> PolicySaid:
        """Return what was typed. Raises ValueError for a day that is none."""
        typed = {name: str(editor.value() or "").strip() for name, editor in self.fields.items()}
        day = date.fromisoformat(typed["approved_on"]) if typed["approved_on"] else None
        return PolicySaid(typed["title"], typed["version"], day, typed["approved_by"])

    def say(self, problem: str) -> None:
        """Say why it cannot be taken."""
        self.note.say((("bad", problem),))

    def take_focus(self) -> None:
        """Put the keyboard into the title."""
        self.fields["title"].focus_targets()[0].setFocus()
