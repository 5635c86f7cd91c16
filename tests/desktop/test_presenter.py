"""The presenter view shows one thing in large type, goes on by keys, and Esc leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from soc2desk.app.presenting import Topic
from soc2desk.desktop.presenter import Presenter
from soc2desk.desktop.project_frame import ProjectFrame
from tests.desktop.driving import press

if TYPE_CHECKING:
    from soc2desk.desktop.window import MainWindow


def presented(window: MainWindow, place: str) -> Presenter:
    window.go(place)
    QApplication.processEvents()
    window.present()
    QApplication.processEvents()
    page = window.stack.currentWidget()
    assert isinstance(page, Presenter)
    return page


def test_it_begins_where_one_is_and_keys_go_on_and_back(brightwater: MainWindow) -> None:
    view = presented(brightwater, "answers.mfa_systems")
    assert view.view.said.startswith("Where is multi-factor sign-in switched on?")
    press(Qt.Key.Key_Right)
    assert view.view.said.startswith("How long must a password be?")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Up)
    assert view.view.said.startswith("How often does someone go through all accounts")
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert isinstance(brightwater.stack.currentWidget(), ProjectFrame)
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.mfa_systems"


def test_show_me_leads_to_the_place_in_the_program(brightwater: MainWindow) -> None:
    view = presented(brightwater, "criteria.CC6.2")
    assert view.topic is Topic.CHAIN
    assert view.view.said.startswith("CC6.2")
    press(Qt.Key.Key_Right)
    assert view.slide is not None
    assert view.slide.place.startswith("control_states.")
    view.show_me.click()
    QApplication.processEvents()
    assert brightwater.frame is not None
    assert brightwater.stack.currentWidget() is brightwater.frame
    assert brightwater.frame.page is not None
    assert brightwater.frame.page.id == "controls"


def test_the_size_of_type_is_remembered_and_has_limits(brightwater: MainWindow) -> None:
    view = presented(brightwater, "answers.company")
    view.resize_type(500)
    assert brightwater.remembered.preferences.presenter_size == 220
    press(Qt.Key.Key_Minus)
    view.left.emit()
    presented(brightwater, "answers.company")
    assert brightwater.remembered.preferences.presenter_size == 210


@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (1920, 1080)])
def test_nothing_is_cut_at_the_size_of_a_projector(brightwater: MainWindow, size: tuple[int, int]) -> None:
    brightwater.resize(*size)
    view = presented(brightwater, "criteria.CC6.2")
    for button in view.findChildren(QPushButton):
        if button.isVisible():
            assert view.rect().contains(button.geometry()), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
    lines = [label for label in view.view.findChildren(QLabel) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in lines)


def test_what_is_longer_than_the_screen_is_turned_before_the_next_slide_comes(brightwater: MainWindow) -> None:
    brightwater.resize(900, 600)
    view = presented(brightwater, "criteria.CC6.2")
    view.resize_type(100)
    press(Qt.Key.Key_Plus)
    QApplication.processEvents()
    press(Qt.Key.Key_Right)
    assert view.view.said.startswith("CC6.2")
