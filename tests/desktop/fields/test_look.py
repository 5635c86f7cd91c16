"""The look is chosen by buttons, and its cover is seen at once, in the colours of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from soc2desk.desktop.fields.look import LookEditor
from soc2desk.domain.colours import readable
from tests.desktop.driving import click, field, press, write

if TYPE_CHECKING:
    from soc2desk.desktop.window import MainWindow


def look(window: MainWindow) -> LookEditor:
    editor = field(window, "answers.document_look").editor
    assert isinstance(editor, LookEditor)
    return editor


def shows(editor: LookEditor, colour: str) -> bool:
    image = editor.sample.grab().toImage()
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_a_look_is_chosen_with_a_button_or_a_digit_and_stands_in_the_project(empty: MainWindow) -> None:
    editor = look(empty)
    click(editor.radios.buttons["classic"])
    assert empty.project is not None
    assert empty.project.session.project.answers["document_look"].value == "classic"
    assert editor.sample.look == "classic"
    press(Qt.Key.Key_2)
    assert empty.project.session.project.answers["document_look"].value == "modern"


def test_a_press_on_a_cover_chooses_its_look(empty: MainWindow) -> None:
    editor = look(empty)
    QTest.mouseClick(editor.sample, Qt.MouseButton.LeftButton, pos=editor.sample.page("modern").center())
    assert empty.project is not None
    assert empty.project.session.project.answers["document_look"].value == "modern"
    assert editor.value() == "modern"


def test_the_small_covers_follow_the_colour_at_once(empty: MainWindow) -> None:
    assert not shows(look(empty), readable("#aa3366"))
    field(empty, "answers.accent_color")
    write("#aa3366")
    press(Qt.Key.Key_Tab)
    assert shows(look(empty), readable("#aa3366"))
