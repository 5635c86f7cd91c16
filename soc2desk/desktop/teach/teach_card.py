"""A card on the page for whoever teaches: a heading, what it is for, fields under their names, and buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.desktop.words import Words
    from soc2desk.domain.exercises import Exercise

LONGEST = 80


class TeachCard(QFrame):
    """`said` brings a Notice or a Problem. `topic` names its words."""

    said = Signal(object)

    def __init__(self, words: Words, topic: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self._topic = words, topic
        self.setProperty("card", "true")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.body.addWidget(plain_label(self.word("title"), "heading", self))
        self.body.addWidget(plain_label(self.word("text"), "hint", self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def word(self, key: str, **values: object) -> str:
        """Return a text of this card."""
        return self.words(f"teach.{self._topic}.{key}", **values)

    def field(self, key: str, field: QWidget, beside: QWidget | None = None) -> None:
        """Put a field under the others, with its name before it, and perhaps a button beside it."""
        label = plain_label(self.word(key), "body", self)
        label.setWordWrap(False)
        label.setBuddy(field)
        field.setAccessibleName(self.word(key))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        if beside is not None:
            self._grid.addWidget(beside, row, 2)

    def line(self, key: str, hint: str = "") -> QLineEdit:
        """Add a line to type in."""
        made = QLineEdit(self)
        made.setMaxLength(LONGEST)
        made.setAcceptDrops(False)
        made.setPlaceholderText(self.word(hint) if hint else "")
        self.field(key, made)
        return made

    def path(self, key: str) -> tuple[QLineEdit, QPushButton]:
        """Add a line for a path, with the button that asks for it."""
        made, choose = QLineEdit(self), QPushButton(self.words("teach.choose"), self)
        choose.setAccessibleName(self.word(f"choose_{key}"))
        self.field(key, made, choose)
        return made, choose

    def exercises(self, known: Iterable[Exercise]) -> QComboBox:
        """Add the choice of an exercise."""
        made = QComboBox(self)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in known:
            level = self.words(f"home.exercise.level.{one.level}")
            title = self.words.of(one.title)
            made.addItem(self.words("home.exercise.line", title=title, level=level, minutes=one.minutes), one.id)
        self.field("exercise", made)
        return made

    def buttons(self, *keys: str) -> tuple[QPushButton, ...]:
        """Add a row of buttons, which breaks where it has no room."""
        row = QWidget(self)
        flow = FlowLayout(row)
        made = tuple(QPushButton(self.word(key), row) for key in keys)
        for button in made:
            flow.addWidget(button)
        self.body.addWidget(row)
        return made

    def question(self, text: str, *buttons: QPushButton) -> QWidget:
        """Return a hidden row that asks something."""
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(text, "warning", box), 1)
        for button in buttons:
            row.addWidget(button)
        box.hide()
        return box

    def tell(self, key: str, place: Path, more: str = "", **values: object) -> None:
        """Say that something was written, and perhaps what it still lacks, and offer to show it."""
        shown = place if place.is_dir() else place.parent
        show = ((self.words("teach.open"), lambda: open_outside(shown)),)
        self.said.emit(Notice(self.word(key, **values), "good", f"{place}. {more}" if more else str(place), show))


def typed_path(field: QLineEdit) -> Path | None:
    """Return the path in a line, None for an empty one."""
    typed = field.text().strip()
    return Path(typed).expanduser() if typed else None
