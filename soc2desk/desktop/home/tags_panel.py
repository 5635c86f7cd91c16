"""Asks for the tags of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from soc2desk.desktop.announce import announce
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem

LONGEST = 600


class TagsPanel(Panel):
    """`named` brings the tags as they were typed. `used` are those of other projects."""

    named = Signal(object)

    def __init__(self, words: Words, title: str, tags: Iterable[str], used: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(words, words("home.tags.title", name=title), parent)
        label = plain_label(words("home.tags.label"), "body", self)
        self.tags = QLineEdit(", ".join(tags), self)
        self.tags.setAccessibleName(words("home.tags.label"))
        self.tags.setMaxLength(LONGEST)
        self.tags.setAcceptDrops(False)
        label.setBuddy(self.tags)
        self.used = plain_label(words("home.tags.used", tags=", ".join(used)), "hint", self)
        self.used.setVisible(bool(used))
        self.fault = plain_label("", "finding", self)
        self.fault.hide()
        self.save_button = self.button(words("home.tags.button"), primary=True)
        cancel = self.button(words("home.tags.cancel"))
        for widget in (plain_label(words("home.tags.text"), "hint", self), label, self.tags, self.used, self.fault):
            self.body.addWidget(widget)
        self.add_buttons(self.save_button, cancel)
        self.tags.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        cancel.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Put the keyboard at the tags."""
        self.tags.setFocus()

    def _save(self) -> None:
        self.named.emit(tuple(part.strip() for part in self.tags.text().split(",") if part.strip()))

    def refuse(self, problem: Problem) -> None:
        """Say below the tags why they cannot be taken."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.fault.setText(told)
        self.fault.show()
        self.tags.setAccessibleDescription(told)
        self.tags.setFocus()
        announce(self.tags, told)
