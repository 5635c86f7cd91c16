"""The brand colour: digits, the colour beside them, and a word where white cannot be read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from soc2desk.desktop.fields.colour import ColourEditor
from soc2desk.domain.colours import readable
from tests.desktop.driving import field, press, write

if TYPE_CHECKING:
    from soc2desk.desktop.window import MainWindow


def colour(window: MainWindow) -> ColourEditor:
    editor = field(window, "answers.accent_color").editor
    assert isinstance(editor, ColourEditor)
    return editor


def answered(window: MainWindow) -> object:
    assert window.project is not None
    answer = window.project.session.project.answers.get("accent_color")
    return answer.value if answer else None


@pytest.mark.parametrize("typed", ["#1F5FA8", "1f5fa8", "'#1f5fa8'", '"1F5FA8"'])
def test_a_colour_is_taken_with_or_without_its_signs(empty: MainWindow, typed: str) -> None:
    editor = colour(empty)
    write(typed)
    press(Qt.Key.Key_Tab)
    assert answered(empty) == "#1f5fa8"
    image = editor.swatch.grab().toImage()
    assert image.pixelColor(image.rect().center()) == QColor("#1f5fa8")
    assert editor.swatch.tone == ""


def test_a_pale_colour_is_taken_with_a_word_about_it(empty: MainWindow) -> None:
    editor = colour(empty)
    write("#ffcc00")
    press(Qt.Key.Key_Tab)
    assert answered(empty) == "#ffcc00"
    assert editor.swatch.tone == readable("#ffcc00")
    assert empty.project is not None
    told = [one.message for one in empty.project.session.composition.findings if one.rule == "SD-71"]
    assert editor.swatch.tone in told[0]


def test_a_second_colour_may_be_pale_for_no_words_stand_in_it(empty: MainWindow) -> None:
    editor = field(empty, "answers.second_color").editor
    assert isinstance(editor, ColourEditor)
    write("#ffcc00")
    press(Qt.Key.Key_Tab)
    assert editor.swatch.tone == ""


def test_a_word_is_no_colour_and_the_earlier_one_stands(brightwater: MainWindow) -> None:
    asked = field(brightwater, "answers.accent_color")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("blue")
    field(brightwater, "answers.company")
    assert "must be a colour" in asked.note.said[0]
    assert answered(brightwater) == "#1f5fa8"
