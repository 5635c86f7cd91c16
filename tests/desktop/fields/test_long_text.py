"""A field for several lines shows what stands in it, in whatever room it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from soc2desk.desktop.fields.text import MOST_LINES, LongTextEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.tokens import Tokens

SENTENCES = "When somebody leaves, each account is closed within one business day and devices come back. " * 4


def test_a_long_paragraph_stands_there_whole_and_a_very_long_one_is_scrolled(light: Tokens, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    editor = LongTextEditor(page)
    box.addWidget(editor)
    box.addStretch(1)
    page.resize(500, 600)
    with qtbot.waitExposed(page):
        page.show()
    least, line = editor.lines.height(), editor.lines.fontMetrics().lineSpacing()
    editor.show_value(SENTENCES)
    qtbot.waitUntil(lambda: editor.lines.height() > least)
    qtbot.waitUntil(lambda: not editor.lines.verticalScrollBar().isVisible())
    page.resize(300, 600)
    qtbot.waitUntil(lambda: not editor.lines.verticalScrollBar().isVisible())
    editor.show_value(SENTENCES * 20)
    qtbot.waitUntil(lambda: editor.lines.verticalScrollBar().isVisible())
    assert editor.lines.height() < line * (MOST_LINES + 2)
    editor.show_value("Short.")
    qtbot.waitUntil(lambda: editor.lines.height() == least)
