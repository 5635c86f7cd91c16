"""One part of the settings: a heading, what it is about, its fields, and whether the last change was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.remembered import Change, Remembered
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem


class Section(QFrame):
    """A card. What was kept is said quietly below its fields, what was not is said there too."""

    def __init__(self, words: Words, topic: str, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self.topic, self.remembered = words, topic, remembered
        self.setProperty("card", "true")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.body.addWidget(plain_label(self.word("title"), "heading", self))
        self.body.addWidget(plain_label(self.word("text"), "hint", self))
        self.note = plain_label("", "good", self)
        self.note.hide()

    def word(self, key: str, **values: object) -> str:
        """Return a text of this part."""
        return self.words(f"settings.{self.topic}.{key}", **values)

    def label(self, words: str, role: str, buddy: QWidget | None = None) -> QLabel:
        """Add a label, that of a field where one is given."""
        made = plain_label(words, role, self)
        if buddy is not None:
            made.setBuddy(buddy)
            buddy.setAccessibleName(words)
        self.body.addWidget(made)
        return made

    def button(self, words: str) -> QPushButton:
        """Return a button of this part."""
        made = QPushButton(words, self)
        # Two parts have buttons of one name: heard, they differ.
        made.setAccessibleName(f"{self.word('title')}: {words}")
        return made

    def end(self) -> None:
        """Put the place of what is said under the fields."""
        self.body.addWidget(self.note)

    def keep(self, change: Change) -> Problem | None:
        """Keep a change and say so; return why it could not be written."""
        problem = self.remembered.keep(change)
        if problem is None:
            self.say(self.words("settings.kept"))
        else:
            self.say(self.words("settings.not_kept", why=str(problem)), good=False)
        return problem

    def say(self, told: str, *, good: bool = True) -> None:
        """Say something about this part."""
        self.note.setText(told)
        self.note.setProperty("role", "good" if good else "finding")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setVisible(bool(told))


def told_whole(problem: Problem) -> str:
    """Return what happened, where, and what to do."""
    where = f"({problem.where})" if problem.where else ""
    return " ".join(part for part in (problem.message, where, problem.hint or "") if part)
