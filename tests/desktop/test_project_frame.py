"""The frame of an open project: any page at any time, the list tells the truth, the keyboard gets everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.app.progress import Progress
from soc2desk.desktop.sidebar import PAGE
from tests.desktop.driving import field, focused, press, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.project_frame import ProjectFrame
    from soc2desk.desktop.window import MainWindow


def frame_of(window: MainWindow) -> ProjectFrame:
    assert window.frame is not None
    return window.frame


def told(frame: ProjectFrame, page: str) -> str:
    items = [frame.sidebar.list.item(row) for row in range(frame.sidebar.list.count())]
    return next(str(item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in items if item.data(PAGE) == page)


def test_every_page_is_in_the_list_and_the_list_says_its_state_in_words(empty: MainWindow) -> None:
    frame = frame_of(empty)
    assert told(frame, "company") == "Your company, not started, 6 to do"
    assert set(frame.order) >= {"overview", "company", "people", "scope", "controls", "readiness", "packet"}


def test_the_state_follows_the_answers(empty: MainWindow) -> None:
    frame = frame_of(empty)
    field(empty, "answers.company")
    write("Acme")
    press(Qt.Key.Key_Tab)
    assert empty.project is not None
    empty.project.settle()
    assert told(frame, "company") == "Your company, in progress, 5 to do"
    assert frame.sidebar.name.text() == "Acme"
    assert empty.windowTitle() == "Acme - soc2desk"


def test_next_and_back_name_where_they_lead(brightwater: MainWindow) -> None:
    frame = frame_of(brightwater)
    frame.open_page("access")
    assert frame.footer.next_button.text() == "Continue to Logs, scans and patches"
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert frame.page is not None
    assert frame.page.id == "watching"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert frame.page.id == "access"


def test_where_there_is_no_room_the_button_leaves_the_name_of_the_page_to_its_tip(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    frame = frame_of(brightwater)
    frame.open_page("access")
    whole = "Continue to Logs, scans and patches"
    qtbot.waitUntil(lambda: frame.footer.next_button.text() == whole)
    frame.footer.resize(frame.footer.next_button.sizeHint().width() + 60, frame.footer.height())
    assert frame.footer.next_button.text() == "Continue"
    assert frame.footer.next_button.accessibleName() == frame.footer.next_button.toolTip() == whole


def test_the_next_page_that_does_not_concern_this_company_is_passed_over(empty: MainWindow) -> None:
    frame = frame_of(empty)
    frame.open_page("company")
    order = frame.order
    progress = {page: Progress.NOT_NEEDED for page in order if order.index(page) == order.index("company") + 1}
    needless = next(iter(progress))
    frame.sidebar.is_not_needed = lambda page: page == needless  # type: ignore[method-assign]
    frame.step(1)
    assert frame.page is not None
    assert frame.page.id == order[order.index(needless) + 1]


def test_a_page_opens_with_the_keyboard_in_its_first_question(brightwater: MainWindow) -> None:
    frame = frame_of(brightwater)
    frame.open_page("continuity")
    assert focused().accessibleName() == "How often is data backed up?"


def test_control_and_a_digit_open_the_page_of_that_place(brightwater: MainWindow) -> None:
    frame = frame_of(brightwater)
    frame.open_page("company")
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert frame.page is not None
    assert frame.page.id == frame.order[2]


def test_a_page_is_kept_as_it_was_when_it_is_seen_again(brightwater: MainWindow) -> None:
    frame = frame_of(brightwater)
    first = frame.open_page("company")
    frame.open_page("access")
    assert frame.open_page("company") is first


def test_a_place_that_nobody_knows_leads_to_the_overview(brightwater: MainWindow) -> None:
    frame = frame_of(brightwater)
    assert not frame.go("nonsense.at-all")
    assert frame.page is not None
    assert frame.page.id == "overview"


def test_the_open_page_stays_in_sight_in_the_list_when_the_window_becomes_lower(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    brightwater.resize(1180, 900)
    brightwater.go("pages.walk")
    brightwater.resize(900, 600)
    side = frame_of(brightwater).sidebar.list
    qtbot.waitUntil(lambda: side.viewport().rect().contains(side.visualItemRect(side.currentItem()).center()))


@pytest.mark.parametrize("width", [900, 1400])
def test_the_preview_stands_beside_the_page_where_there_is_room_and_in_its_place_where_not(
    brightwater: MainWindow, width: int
) -> None:
    frame = frame_of(brightwater)
    frame.open_page("company")
    brightwater.resize(width, 700)
    frame._place_preview()
    beside = width > 1000
    assert frame.preview.isVisible() == beside
    brightwater.toggle_preview()
    assert frame.preview.isVisible() != beside
    assert frame.page is not None
    assert frame.page.isVisible() == beside
    brightwater.toggle_preview()
    assert frame.preview.isVisible() == beside
    assert frame.page.isVisible()


def test_a_name_as_long_as_a_page_is_shortened_where_it_heads_the_list(brightwater: MainWindow) -> None:
    project, frame = brightwater.project, brightwater.frame
    assert project is not None
    assert frame is not None
    assert project.put({("answers", "company"): "Acme\n" * 2000}, "Company") is None
    assert frame.sidebar.name.text() == f"{'Acme ' * 16}".rstrip() + "\u2026"
    assert project.session.project.answers["company"].value == ("Acme\n" * 2000).strip()
