"""The looks over every page see what they are meant to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from soc2desk.desktop.labels import plain_label
from tests.desktop.looking import cut, jumps, nameless

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def test_a_label_and_a_button_without_room_are_seen(page: QWidget) -> None:
    low = plain_label("some words that need a second line in so little room", "hint", page)
    low.setGeometry(0, 0, 120, 16)
    narrow = QLabel("words in one line", page)
    narrow.setGeometry(0, 100, 40, 30)
    button = QPushButton("Continue to somewhere far", page)
    button.setGeometry(0, 200, 50, 30)
    fits = plain_label("fits", "hint", page)
    fits.setGeometry(200, 0, 150, 40)
    page.show()
    found = list(cut(page))
    assert len(found) == 3
    assert not any("fits" in one for one in found)


def test_what_is_wider_than_its_scroll_area_is_seen(page: QWidget) -> None:
    area = QScrollArea(page)
    area.resize(200, 200)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setFixedSize(300, 100)
    area.setWidget(inside)
    page.show()
    assert any("wider" in one for one in cut(page))


def test_a_field_without_a_name_is_seen(page: QWidget) -> None:
    named, bare = QLineEdit(page), QLineEdit(page)
    named.setAccessibleName("Company")
    page.show()
    assert [str(bare) in one for one in nameless(page)] == [True]


def test_a_step_up_the_page_and_a_step_back_in_a_line_are_seen(page: QWidget) -> None:
    places = {"first": (0, 0), "right": (200, 0), "below": (0, 100), "foot": (0, 200)}
    widgets = {}
    for name, (x, y) in places.items():
        widgets[name] = QPushButton(name, page)
        widgets[name].setGeometry(x, y, 80, 30)
    page.show()

    def walked(*names: str) -> int:
        return len(list(jumps(page, [widgets[name] for name in names])))

    assert walked("first", "right", "below", "foot") == 0
    assert walked("below", "foot", "first", "right") == 0
    assert walked("right", "first", "below", "foot") == 1
    assert walked("right", "below", "first", "foot") == 1
