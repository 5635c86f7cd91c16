"""Keys and nothing else: Tab from one widget to the next, and what a person types into each kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.picture import PictureArea
from tests.desktop.driving import focused, press, write
from tests.desktop.whole.northpier import PICTURE, Told

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROL = Qt.KeyboardModifier.ControlModifier
LETTERS = 3
"""So many letters of a line are typed before the arrows are taken."""
MOST = 300
"""So many times Tab is pressed on one page at most: then it goes in a circle that leaves something out."""


def tab_to(wanted: Callable[[QWidget], bool], visit: Callable[[QWidget], None] = lambda _: None) -> QWidget:
    """Press Tab until the keyboard is where it is wanted, doing what is to be done on the way."""
    for _ in range(MOST):
        if wanted(focused()):
            return focused()
        visit(focused())
        if wanted(focused()):
            return focused()
        press(Qt.Key.Key_Tab)
    message = f"Tab does not get there; it stands on {focused()} {focused().accessibleName()}"
    raise AssertionError(message)


def tab_on_to(widget: QWidget) -> None:
    """Press Tab until the keyboard is on a widget."""
    tab_to(lambda here: here is widget)


def pick(combo: QComboBox, at: int) -> None:
    """Choose a line of a list: its letters first, as far as they lead, then the arrows."""
    assert at >= 0, f"{combo.accessibleName()} does not offer it"
    for letter in combo.itemText(at)[:LETTERS]:
        if combo.currentIndex() != at and letter.isascii():
            write(letter)
    while combo.currentIndex() != at:
        press(Qt.Key.Key_Down if combo.currentIndex() < at else Qt.Key.Key_Up)


def pick_data(combo: QComboBox, data: str) -> None:
    """Choose the line of a list by what it stands for."""
    pick(combo, combo.findData(data))


def pick_words(combo: QComboBox, words: str) -> None:
    """Choose the line of a list that begins with some words; the first one, which is nobody, for none."""
    pick(combo, combo.findText(words, Qt.MatchFlag.MatchStartsWith) if words else 0)


def rewrite(text: str) -> None:
    """Type over all that stands in the field."""
    press(Qt.Key.Key_A, CONTROL)
    write(text)


def put_picture() -> None:
    """Paste a picture that was copied elsewhere."""
    picture = QImage(64, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor("#20603c"))
    QGuiApplication.clipboard().setImage(picture)
    press(Qt.Key.Key_V, CONTROL)


def paste(text: str) -> None:
    """Paste text that was copied elsewhere."""
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CONTROL)


def field_of(widget: QWidget) -> FieldFrame | None:
    """Return the field that a widget belongs to."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, FieldFrame):
        at = at.parentWidget()
    return at


class Answering:
    """Answers each field that Tab reaches, once; `told` returns what is meant for it, None to leave it alone."""

    def __init__(self, told: Callable[[FieldFrame], Told | None]) -> None:
        self._told = told
        self.done: list[str] = []

    def __call__(self, widget: QWidget) -> None:
        field = field_of(widget)
        told = self._told(field) if field is not None else None
        if field is None or told is None:
            return
        if self._is_practice(field, widget, told) or self._is_usual(field, widget, told):
            return
        if not told.usual and not told.not_yet and told.value is not None:
            self._fill(field, widget, told)
        self._note(field)

    def _note(self, field: FieldFrame) -> None:
        if field.spec.place not in self.done:
            self.done.append(field.spec.place)

    def _is_practice(self, field: FieldFrame, widget: QWidget, told: Told) -> bool:
        practice = field.practice
        if practice is None or widget not in practice.focus_targets():
            return False
        if widget is practice.combo and (told.not_yet or told.planned):
            pick_data(practice.combo, "not_yet" if told.not_yet else "planned")
        elif widget is practice.start and told.planned:
            rewrite(told.planned)
        return True

    def _is_usual(self, field: FieldFrame, widget: QWidget, told: Told) -> bool:
        if widget is not field.usual_button:
            return False
        if told.usual:
            # It takes itself away and gives the keyboard back to the field.
            press(Qt.Key.Key_Space)
            assert not field.is_suggested
        return True

    def _fill(self, field: FieldFrame, widget: QWidget, told: Told) -> None:
        value, targets = told.value, field.editor.focus_targets()
        is_first = field.spec.place not in self.done
        match widget:
            case PictureArea() if told is PICTURE and is_first:
                put_picture()
            case QRadioButton() if is_first:
                choices = [button.property("choice") for button in targets if not button.isHidden()]
                press(Qt.Key(Qt.Key.Key_1 + choices.index(value)))
            case QCheckBox():
                if widget.isChecked() != (widget.property("choice") in (value or ())):
                    press(Qt.Key.Key_Space)
            case QComboBox():
                _pick_for(widget, told, is_amount=len(targets) > 1)
            case QPlainTextEdit():
                _write_lines(value)
            case QLineEdit():
                rewrite(str(value).partition(" ")[0] if isinstance(targets[-1], QComboBox) else str(value))


def _pick_for(combo: QComboBox, told: Told, *, is_amount: bool) -> None:
    wanted = str(told.value)
    if is_amount:
        pick_data(combo, wanted.partition(" ")[2])
    elif combo.findData(wanted) >= 0:
        pick_data(combo, wanted)
    else:
        pick_words(combo, wanted)


def _write_lines(value: object) -> None:
    lines = list(value) if isinstance(value, tuple) else str(value).split("\n")
    press(Qt.Key.Key_A, CONTROL)
    for at, line in enumerate(lines):
        if at:
            press(Qt.Key.Key_Return)
        write(line)
