"""The field in which a section is worded: labels behave as one letter, and what is written back is exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from soc2desk.app.wording import sections
from soc2desk.desktop.documents.chip_edit import ChipEdit
from soc2desk.desktop.documents.chips import SIGN
from tests.desktop.driving import press, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(brightwater: MainWindow, qtbot: QtBot) -> ChipEdit:
    assert brightwater.frame is not None
    made = ChipEdit(brightwater.frame.shell, brightwater)
    made.resize(500, 300)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def paste(field: ChipEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def test_every_shipped_section_comes_back_unchanged(field: ChipEdit, brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    count = 0
    for template in brightwater.desk.catalogue.templates:
        for one in sections(brightwater.desk, brightwater.project.session.project, template.id):
            field.show_text(one.template_text)
            assert field.text() == one.template_text
            count += 1
    assert count >= 130


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n", "a\u00a0b\tc", "\U0001f600{{ company }}\U0001f600{{ company }}{{ company }}", "\ufffc {{ company }}",
        "{{ unknown }} {% for x in y %}", "<b>no</b> &amp; <!-- x -->", "{{ company }}\n{{ company }}", "\ue000\ufdd0",
    ],
)  # fmt: skip
def test_odd_texts_come_back_unchanged(field: ChipEdit, text: str) -> None:
    field.show_text(text)
    assert field.text() == text


def test_a_value_is_no_markup_in_the_tip_of_its_label(
    field: ChipEdit, brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: told.append(words))
    assert brightwater.project is not None
    brightwater.project.put({("answers", "company"): '<img src="//elsewhere/share/x.png">'}, "company")
    field.show_text("{{ company }}")
    point = field.cursorRect().center()
    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, point, field.viewport().mapToGlobal(point)))
    assert len(told) == 1
    assert "&lt;img src=" in told[0]
    assert "<img" not in told[0]


def test_a_label_is_one_letter_for_arrows_and_for_both_ways_of_deleting(field: ChipEdit) -> None:
    field.show_text("{{ company }}a{{ service }}")
    press(Qt.Key.Key_Right)
    assert field.textCursor().position() == 1
    press(Qt.Key.Key_Backspace)
    assert field.text() == "a{{ service }}"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Delete)
    assert field.text() == "a"
    press(Qt.Key.Key_Z, CONTROL)
    assert field.text() == "a{{ service }}"


def test_letters_typed_beside_a_label_are_letters(field: ChipEdit) -> None:
    field.show_text("{{ company }}{{ company }}")
    press(Qt.Key.Key_Right)
    write("xy")
    assert field.text() == "{{ company }}xy{{ company }}"


def test_a_value_typed_by_hand_becomes_a_label_when_its_name_is_known(field: ChipEdit) -> None:
    write("By {{ company }} and {{ nobody }} [ACC-07] [ACC-99]")
    assert field.text() == "By {{ company }} and {{ nobody }} [ACC-07] [ACC-99]"
    assert field.toPlainText() == f"By {SIGN} and {{{{ nobody }}}} {SIGN} [ACC-99]"


def test_a_condition_typed_by_hand_becomes_a_label_even_behind_a_rare_letter(field: ChipEdit) -> None:
    field.show_text("\U0001f600")
    field.moveCursor(QTextCursor.MoveOperation.End)
    write("{% if has_office %}x")
    assert field.text() == "\U0001f600{% if has_office %}x"
    assert len(field.toPlainText()) == len("\U0001f600") + 2


def test_copied_labels_are_text_elsewhere_and_labels_when_pasted_here(field: ChipEdit) -> None:
    field.show_text("1. @one By {{ company }}. [ACC-07]")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "1. @one By {{ company }}. [ACC-07]"
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_V, CONTROL)
    assert field.text() == "1. @one By {{ company }}. [ACC-07]1. @one By {{ company }}. [ACC-07]"


def test_cut_and_undo_bring_a_label_back_whole(field: ChipEdit) -> None:
    field.show_text("a {{ company }} b")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_X, CONTROL)
    assert field.text() == ""
    press(Qt.Key.Key_Z, CONTROL)
    assert field.text() == "a {{ company }} b"


def test_formatted_text_is_pasted_as_plain_text(field: ChipEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    field.insertFromMimeData(data)
    assert field.text() == "bold"
    only = QMimeData()
    only.setImageData(1)
    assert not field.canInsertFromMimeData(only)


def test_a_paste_that_is_too_long_is_refused_as_a_whole_and_said(field: ChipEdit, qtbot: QtBot) -> None:
    field.show_text("before")
    with qtbot.waitSignal(field.refused) as told:
        paste(field, "x" * 1_000_000)
    assert told.args is not None
    assert told.args[0] >= 1_000_000
    assert field.text() == "before"


def test_line_ends_of_every_system_are_line_ends(field: ChipEdit) -> None:
    paste(field, "a\r\nb\rc\u2029d")
    assert field.text() == "a\nb\nc\nd"


def test_what_the_label_at_the_cursor_stands_for_is_told(field: ChipEdit, qtbot: QtBot) -> None:
    field.show_text("a{{ access_review_period | each }}")
    with qtbot.waitSignal(field.met) as told:
        press(Qt.Key.Key_Right)
    assert told.args is not None
    assert "every quarter" in told.args[0]


def test_labels_follow_the_answers(field: ChipEdit, brightwater: MainWindow) -> None:
    field.show_text("{{ company }}")
    assert field.face("{{ company }}").short == "Brightwater Labs Inc."
    assert brightwater.project is not None
    assert brightwater.project.put({("answers", "company"): "Other"}, "company") is None
    field.refresh_faces()
    assert field.face("{{ company }}").short == "Other"


def test_half_a_tag_is_known_as_such(field: ChipEdit) -> None:
    for typed, half in (("a", False), (" {", True), ("{ comp", True), ("any }", True), ("}", False), ("{% if x", True)):
        write(typed)
        assert field.is_half_typed is half, field.text()


def test_nothing_is_changed_while_the_text_is_only_to_be_read(field: ChipEdit) -> None:
    field.show_text("{{ company }}")
    field.setReadOnly(True)
    write("x}}")
    press(Qt.Key.Key_Delete)
    assert field.text() == "{{ company }}"
