"""The three ways to begin, side by side: a new packet, a sample company, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import SignalInstance

    from soc2desk.desktop.icons import Icons
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem

SAMPLES = ("brightwater", "clinique-erable", "prairie-hosting", "tamarack")
ICON = 28  # pixels, before scaling


class BeginCards(QWidget):
    """`begun` brings the name of a company, `practised` and `over` the id of a sample.

    `choosing` asks for a file, `quick` for the five-minute answer, `exercises` for one with planted faults,
    `teaching` for the page of whoever teaches.
    """

    begun = Signal(str)
    practised = Signal(str)
    over = Signal(str)
    choosing = Signal()
    quick = Signal()
    exercises = Signal()
    teaching = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._pictures: dict[str, QLabel] = {}
        self._copies: frozenset[str] = frozenset()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for card in (self._start_card(), self._practice_card(), self._open_card()):
            row.addWidget(card, 1)
        self._offer_over()

    def _card(self, name: str, icon: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame(self)
        card.setProperty("card", "true")
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 14, 16, 16)
        box.setSpacing(8)
        picture = QLabel(card)
        picture.setFixedSize(ICON, ICON)
        self._pictures[icon] = picture
        box.addWidget(picture)
        box.addWidget(plain_label(self._words(f"home.{name}.title"), "heading", card))
        return card, box

    def _start_card(self) -> QFrame:
        card, box = self._card("start", "file-plus")
        self.start_text = plain_label(self._words("home.start.text"), "hint", card)
        label = plain_label(self._words("home.start.name"), "body", card)
        self.name = QLineEdit(card)
        self.name.setAccessibleName(self._words("home.start.name"))
        self.name.setAcceptDrops(False)
        self.name.setMaxLength(200)
        self.name.returnPressed.connect(self._begin)
        self.name.textEdited.connect(lambda _: self.refuse(None))
        label.setBuddy(self.name)
        self.fault = plain_label("", "finding", card)
        self.fault.hide()
        self.start = QPushButton(self._words("home.start.button"), card)
        self.start.setProperty("primary", "true")
        self.start.clicked.connect(self._begin)
        box.addWidget(self.start_text)
        box.addStretch(1)
        for widget in (label, self.name, self.fault):
            box.addWidget(widget)
        self.quick_button = QPushButton(self._words("quick.open"), card)
        self.quick_button.setProperty("quiet", "true")
        self.quick_button.setAccessibleDescription(self._words("quick.title"))
        self.quick_button.setToolTip(self._words("quick.title"))
        self.quick_button.clicked.connect(self.quick)
        buttons = FlowLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.quick_button)
        box.addLayout(buttons)
        return card

    def _practice_card(self) -> QFrame:
        card, box = self._card("practice", "book")
        label = plain_label(self._words("home.practice.which"), "body", card)
        self.samples = QComboBox(card)
        self.samples.setAccessibleName(self._words("home.practice.which"))
        self.samples.setMinimumContentsLength(8)
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for sample in SAMPLES:
            self.samples.addItem(self._words(f"home.sample.{sample}"), sample)
        self.samples.currentIndexChanged.connect(self._offer_over)
        label.setBuddy(self.samples)
        self.practise = QPushButton(self._words("home.practice.button"), card)
        self.practise.clicked.connect(lambda: self.practised.emit(self.samples.currentData()))
        self.start_over = QPushButton(self._words("home.practice.over"), card)
        self.start_over.setProperty("quiet", "true")
        self.start_over.clicked.connect(lambda: self.over.emit(self.samples.currentData()))
        box.addWidget(plain_label(self._words("home.practice.text"), "hint", card))
        box.addStretch(1)
        for widget in (label, self.samples):
            box.addWidget(widget)
        buttons = FlowLayout()
        self.exercise_button = self._quiet_button("exercise", self.exercises, card)
        self.teach_button = self._quiet_button("teach", self.teaching, card)
        buttons.addWidget(self.practise)
        buttons.addWidget(self.exercise_button)
        buttons.addWidget(self.teach_button)
        buttons.addWidget(self.start_over)
        box.addLayout(buttons)
        return card

    def _quiet_button(self, name: str, asks: SignalInstance, card: QFrame) -> QPushButton:
        made = QPushButton(self._words(f"home.{name}.open"), card)
        made.setProperty("quiet", "true")
        made.setAccessibleDescription(self._words(f"home.{name}.text"))
        made.setToolTip(self._words(f"home.{name}.title"))
        made.clicked.connect(asks)
        return made

    def _open_card(self) -> QFrame:
        card, box = self._card("open", "folder-open")
        self.choose = QPushButton(self._words("home.open.button"), card)
        self.choose.clicked.connect(self.choosing)
        box.addWidget(plain_label(self._words("home.open.text"), "hint", card))
        box.addStretch(1)
        box.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _begin(self) -> None:
        self.begun.emit(self.name.text())

    def refuse(self, problem: Problem | None) -> None:
        """Say at the name why it cannot be taken; None takes that away."""
        told = "" if problem is None else " ".join(part for part in (problem.message, problem.hint) if part)
        if told == self.fault.text():
            return
        self.fault.setText(told)
        self.fault.setVisible(bool(told))
        self.name.setProperty("wrong", "true" if told else "false")
        self.name.setAccessibleDescription(told)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        if told:
            self.name.setFocus()
            self.name.selectAll()
            announce(self.name, told)

    def clear(self) -> None:
        """Forget what was typed: a packet was begun."""
        self.name.clear()
        self.refuse(None)

    def show_count(self, questions: int) -> None:
        """Say how many questions there are, about."""
        self.start_text.setText(self._words("home.start.counted", count=questions))

    def show_copies(self, samples: Collection[str]) -> None:
        """Offer to start over with the samples that have a practice copy."""
        self._copies = frozenset(samples)
        self._offer_over()

    def _offer_over(self) -> None:
        self.start_over.setVisible(self.samples.currentData() in self._copies)

    def draw(self, icons: Icons, tokens: Tokens) -> None:
        """Draw the pictures in the colours of the look."""
        for name, label in self._pictures.items():
            label.setPixmap(icons.pixmap(name, tokens.accent, ICON, self.devicePixelRatio()))
