"""Ctrl+K finds anything and Enter goes there; Esc gives the keyboard back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.driving import click, field, focused, press, write

if TYPE_CHECKING:
    from soc2desk.desktop.finder import Finder
    from soc2desk.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow) -> Finder:
    press(Qt.Key.Key_K, CONTROL)
    finder = window.finder
    assert finder is not None
    assert focused() is finder.line
    return finder


def titles(finder: Finder) -> list[str]:
    return [finder.rows.entry(row).title for row in range(finder.rows.rowCount())]


def test_an_id_typed_and_enter_put_the_keyboard_into_the_field(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    write("access_review_period")
    press(Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.access_review_period"


def test_esc_gives_the_keyboard_back_where_it_was(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    before = focused()
    finder = opened(brightwater)
    write("zebra")
    press(Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert focused() is before
    opened(brightwater)
    assert finder.line.text() == ""


def test_arrows_go_round_and_the_mouse_takes_too(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    write("access review")
    assert len(titles(finder)) > 2
    press(Qt.Key.Key_Up)
    assert finder.list.currentIndex().row() == len(titles(finder)) - 1
    press(Qt.Key.Key_Down)
    assert finder.list.currentIndex().row() == 0
    chosen: list[str] = []
    finder.chosen.connect(chosen.append)
    write(" accounts and rights")
    row = titles(finder).index("How often does someone go through all accounts and rights?")
    click(finder.list.viewport(), finder.list.visualRect(finder.rows.index(row)).center())
    assert chosen == ["answers.access_review_period"]
    assert not finder.isVisible()


def test_before_anything_is_typed_the_pages_are_there(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    assert {"Your company", "Readiness", "Overview"} <= set(titles(opened(brightwater)))


def test_what_nobody_has_is_said_and_enter_stays(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    write("<b>zebra</b> {x}")
    assert "\u201c<b>zebra</b> {x}\u201d" in finder.told.text()
    assert finder.told.textFormat() is Qt.TextFormat.PlainText
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    assert finder.isVisible()


def test_the_number_of_results_is_said_and_every_row_speaks(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    write("acc-07")
    assert finder.told.text() == "1 found. Enter goes there." or finder.rows.rowCount() > 1
    assert finder.rows.said(0).startswith("ACC-07 Access review, control")
    spoken = finder.rows.data(finder.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == finder.rows.said(0)
    assert finder.line.accessibleName()


def test_what_was_entered_since_is_found(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    press(Qt.Key.Key_Escape)
    assert brightwater.project is not None
    person = {"name": "<i>Zoë</i> Zebra", "title": "Lead", "start": "2020-01-01"}
    assert brightwater.project.put({("people", "zoe"): person}, "a person") is None
    opened(brightwater)
    write("zebra")
    assert titles(finder) == ["<i>Zoë</i> Zebra"]


def test_a_click_elsewhere_closes_it_and_leaves_the_keyboard_there(brightwater: MainWindow) -> None:
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    line = field(brightwater, "answers.company").editor.focus_targets()[0]
    line.setFocus()
    QApplication.processEvents()
    assert not finder.isVisible()
    assert focused() is line


def test_there_is_nothing_to_find_at_home(window: MainWindow) -> None:
    window.find_anything()
    assert window.finder is None


@pytest.mark.parametrize("size", [(900, 600), (1600, 1000)])
def test_it_stands_inside_the_window(brightwater: MainWindow, size: tuple[int, int]) -> None:
    brightwater.resize(*size)
    field(brightwater, "answers.company").take_focus()
    finder = opened(brightwater)
    assert brightwater.rect().contains(finder.geometry())
