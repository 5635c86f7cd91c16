"""A row that breaks where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from soc2desk.desktop.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Return a row of three boxes, 100 wide each, the second one lower than the others."""
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(owner, gap=10)
    for height in (40, 20, 40):
        box = QWidget(owner)
        box.setFixedSize(100, height)
        flow.addWidget(box)
    return owner


def places(owner: QWidget, width: int) -> list[tuple[int, int]]:
    owner.layout().setGeometry(owner.rect().adjusted(0, 0, width - owner.width(), 0))
    return [(box.x(), box.y()) for box in owner.findChildren(QWidget)]


def test_all_stand_in_one_line_where_there_is_room_the_low_one_in_its_middle(row: QWidget) -> None:
    assert places(row, 320) == [(0, 0), (110, 10), (220, 0)]
    assert row.layout().heightForWidth(320) == 40


def test_what_has_no_room_goes_on_in_the_next_line(row: QWidget) -> None:
    assert places(row, 215) == [(0, 0), (110, 10), (0, 50)]
    assert row.layout().heightForWidth(215) == 90


def test_hidden_ones_take_no_room(row: QWidget) -> None:
    row.findChildren(QWidget)[0].hide()
    assert row.layout().heightForWidth(215) == 40


def test_an_empty_row_has_no_height(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert FlowLayout(owner).heightForWidth(100) == 0
