"""The two forms of the chair: a practice sample of a list, and an exception in the student's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from soc2desk.desktop.chair.known_names import KnownNames
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.chair import MOST_ITEMS, Deviation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.desktop.words import Words

NAMES = ("control", "criterion", "finding")
TEXTS = ("expected", "found", "words")
HEIGHT = 56  # pixels, before scaling
USUAL = 5


def _line(words: Words, key: str, parent: QWidget) -> QLineEdit:
    made = QLineEdit(parent)
    made.setMaxLength(LONGEST)
    made.setAccessibleName(words(key))
    made.setPlaceholderText(words(key))
    return made


class SampleForm(QWidget):
    """`drawn` brings a size, a seed and a reason; `picked` a reason for the lines that were chosen."""

    drawn = Signal(int, str, str)
    picked = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = QSpinBox(self)
        self.count.setRange(1, MOST_ITEMS)
        self.count.setValue(USUAL)
        self.count.setAccessibleName(words("chair.sample.count"))
        self.seed = _line(words, "chair.sample.seed", self)
        self.why = _line(words, "chair.sample.why", self)
        self.draw = QPushButton(words("chair.sample.draw"), self)
        self.pick = QPushButton(words("chair.sample.pick"), self)
        size = QHBoxLayout()
        size.addWidget(self.count)
        size.addWidget(self.seed, 1)
        row = QWidget(self)
        flow = FlowLayout(row)
        for part in (self.draw, self.pick):
            flow.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.why)
        box.addLayout(size)
        box.addWidget(row)
        self.draw.clicked.connect(lambda: self.drawn.emit(self.count.value(), self.seed.text(), self.why.text()))
        self.pick.clicked.connect(lambda: self.picked.emit(self.why.text()))


class ExceptionForm(QWidget):
    """`noted` brings what was typed, as an exception that stands nowhere yet.

    `known` are titles by id for each of the names.
    """

    noted = Signal(object)

    def __init__(self, words: Words, known: Mapping[str, Mapping[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.where = plain_label("", "hint", self)
        self.names = {name: _line(words, f"chair.note.{name}", self) for name in NAMES}
        for name, line in self.names.items():
            line.setCompleter(KnownNames(known[name], line))
        self.texts = {name: QPlainTextEdit(self) for name in TEXTS}
        self.button = QPushButton(words("chair.note.add"), self)
        self.button.setProperty("primary", "true")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.where)
        # Each as wide as the page: what is offered below one is as wide, and shows the whole title.
        for field in self.names.values():
            box.addWidget(field)
        for name, text in self.texts.items():
            text.setAccessibleName(words(f"chair.note.{name}"))
            text.setTabChangesFocus(True)
            text.setFixedHeight(HEIGHT)
            box.addWidget(plain_label(words(f"chair.note.{name}"), "question", self))
            box.addWidget(text)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(lambda: self.noted.emit(self.written()))

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that is not noted yet."""
        return any(text.toPlainText().strip() for text in self.texts.values())

    def written(self) -> Deviation:
        """Return what was typed."""
        names = {name: field.text().strip() for name, field in self.names.items()}
        texts = {name: field.toPlainText() for name, field in self.texts.items()}
        return Deviation(
            "", control=names["control"], criterion=names["criterion"], finding=names["finding"],
            expected=texts["expected"], found=texts["found"], words=texts["words"],
        )  # fmt: skip

    def clear(self) -> None:
        """Empty the words; the names stay, for the next exception is often of the same kind."""
        for text in self.texts.values():
            text.clear()
