"""Radio buttons and tick boxes show all their words, in as many lines as the room asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from soc2desk.desktop.fields.wrapping import WrappingCheck, WrappingRadio

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.tokens import Tokens

WORDS = "Critical: the service stops, or customer data is exposed, if it fails"


@pytest.mark.parametrize("kind", [WrappingRadio, WrappingCheck])
def test_words_break_where_there_is_no_room_and_join_again_where_there_is(
    kind: type[WrappingRadio | WrappingCheck], light: Tokens, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    button = kind(WORDS, page)
    box.addWidget(button)
    page.resize(220, 400)
    with qtbot.waitExposed(page):
        page.show()
    narrow = button.height()
    assert "\n" in button.text()
    assert button.text().replace("\n", " ") == WORDS == button.words
    assert all(button.fontMetrics().horizontalAdvance(line) < button.width() for line in button.text().split("\n"))
    page.resize(900, 400)
    qtbot.waitUntil(lambda: "\n" not in button.text())
    assert button.heightForWidth(900) < narrow


def test_no_sign_in_the_words_is_a_shortcut(light: Tokens, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = WrappingCheck("Research & development", page)
    page.show()
    box.resize(900, 40)
    assert box.text() == "Research && development"
    assert box.shortcut().isEmpty()


def test_a_word_longer_than_the_room_stays_whole(light: Tokens, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = WrappingCheck("a Donaudampfschifffahrtsgesellschaft b", page)
    page.show()
    box.resize(60, 200)
    assert box.text().split("\n") == ["a", "Donaudampfschifffahrtsgesellschaft", "b"]
