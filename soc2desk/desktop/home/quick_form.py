"""What the five-minute answer asks: a day, people, where the company stands, and what is wanted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.problems import Problem
from soc2desk.domain.quick_answer import QuickQuestion, Stand, Wish

if TYPE_CHECKING:
    from enum import StrEnum

    from soc2desk.desktop.words import Words
    from soc2desk.domain.criteria import Category

WIDTH = 300  # pixels, before scaling
SECURITY = "security"
_MOST_DIGITS = 9


class QuickForm(QWidget):
    """`asked` tells that the answer is wanted."""

    asked = Signal()

    def __init__(self, words: Words, categories: tuple[Category, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.needed = DateEditor(self, lambda day: said_date(day, words), words("quick.calendar"))
        self.people = QLineEdit(self)
        self.people.setMaximumWidth(120)
        self.stand = self._combo("stand", tuple(Stand))
        self.wish = self._combo("report", (Wish.EARLIEST, *(one for one in Wish if one is not Wish.EARLIEST)))
        self.boxes = {one.id: QCheckBox(words.of(one.name), self) for one in categories if one.id != SECURITY}
        self.work_out = QPushButton(words("quick.work_out"), self)
        self.work_out.setProperty("primary", "true")
        self._lay_out()
        self.work_out.clicked.connect(self.asked)
        for line in (self.needed.line, self.people):
            line.returnPressed.connect(self.asked)

    def _combo(self, kind: str, choices: tuple[StrEnum, ...]) -> Combo:
        made = Combo(self)
        made.setMinimumContentsLength(14)
        made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in choices:
            made.addItem(self._words(f"quick.{kind}.{one}"), one.value)
        return made

    def _lay_out(self) -> None:
        named = {"needed": self.needed, "people": self.people, "state": self.stand, "wish": self.wish}
        for key, widget in named.items():
            label = plain_label(self._words(f"quick.{key}"), "body", self)
            label.setBuddy(widget)
            widget.setAccessibleName(label.text())
            self._column.addWidget(label)
            self._column.addWidget(widget)
        self.needed.line.setAccessibleName(self._words("quick.needed"))
        self.needed.button.setAccessibleName(self._words("quick.calendar"))
        self._column.addWidget(plain_label(self._words("quick.categories"), "body", self))
        boxes = FlowLayout()
        for box in self.boxes.values():
            boxes.addWidget(box)
        self._column.addLayout(boxes)
        button = FlowLayout()
        button.addWidget(self.work_out)
        self._column.addLayout(button)
        self._column.addStretch(1)

    def question(self, today: date) -> QuickQuestion:
        """Return what is asked. Raises Problem for what is no day or no number, and puts the keyboard there."""
        try:
            needed = date.fromisoformat(str(self.needed.value() or ""))
        except ValueError as fault:
            self.needed.line.setFocus()
            raise Problem(self._words("quick.no_day")) from fault
        typed = self.people.text().strip()
        if not (typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS):
            self.people.setFocus()
            raise Problem(self._words("quick.no_people"))
        chosen = tuple(id_ for id_, box in self.boxes.items() if box.isChecked())
        stand, wish = Stand(self.stand.currentData()), Wish(self.wish.currentData())
        return QuickQuestion(needed, int(typed), stand, today, wish, (SECURITY, *chosen))
