"""Asks for the name of a preset, and shows what it would hold of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.grouped_lines import Group, GroupedLines
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem

LONGEST = 80


class SavePresetPanel(Panel):
    """`named` brings the name, and whether a preset of that name is replaced."""

    named = Signal(str, bool)

    def __init__(self, words: Words, title: str, lines: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(words, words("home.preset.save.title", name=title), parent)
        self._taken = ""
        columns = (words("home.preset.question"), words("home.preset.answer"))
        self.lines = GroupedLines(words("home.preset.save.list"), columns, self)
        self.lines.show_groups((Group(words("home.preset.save.holds", count=len(lines)), lines, is_open=True),))
        label = plain_label(words("home.preset.save.name"), "body", self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(words("home.preset.save.name"))
        self.name.setMaxLength(LONGEST)
        self.name.setAcceptDrops(False)
        label.setBuddy(self.name)
        self.fault = plain_label("", "finding", self)
        self.fault.hide()
        self.save_button = self.button(words("home.preset.save.button"), primary=True)
        cancel = self.button(words("home.preset.cancel"))
        hint = plain_label(words("home.preset.save.text"), "hint", self)
        for widget in (hint, self.lines, label, self.name, self.fault):
            self.body.addWidget(widget)
        self.add_buttons(self.save_button, cancel)
        self.name.textChanged.connect(self._typed)
        self.name.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        cancel.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard at the name."""
        self.name.setFocus()

    def _typed(self) -> None:
        self._taken = ""
        self.save_button.setText(self.words("home.preset.save.button"))

    def _save(self) -> None:
        name = self.name.text().strip()
        self.named.emit(name, bool(name) and name == self._taken)

    def refuse(self, problem: Problem, *, is_taken: bool) -> None:
        """Say below the name why it cannot be taken; one that is taken can be replaced by asking again."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.fault.setText(told)
        self.fault.show()
        self.name.setAccessibleDescription(told)
        if is_taken:
            self._taken = self.name.text().strip()
            self.save_button.setText(self.words("home.preset.save.replace"))
        self.name.setFocus()
        announce(self.name, told)
