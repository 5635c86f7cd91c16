"""The overview brings a person back to where they were and names what would help most."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from soc2desk.app.home import card
from soc2desk.app.next_things import NextThing
from soc2desk.app.practice import ROOM, practice_copy
from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.chair.chair_view import ChairView
from soc2desk.domain.findings import Severity
from soc2desk.storage.exercise_file import EXERCISE, mark_practice
from tests.desktop.driving import click, focusable, focused, press

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.pages.overview_page import OverviewPage
    from soc2desk.desktop.window import MainWindow


def page(window: MainWindow) -> OverviewPage:
    window.go("pages.overview")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def things(of: OverviewPage) -> list[str]:
    return [button.words.text() for button in of.things if not button.isHidden()]


def change(window: MainWindow, place: tuple[str, ...], value: object) -> None:
    assert window.project is not None
    assert window.project.put({place: value}, "a change") is None  # type: ignore[dict-item]
    window.project.settle()
    QApplication.processEvents()


def test_a_person_continues_where_they_were_with_one_press(brightwater: MainWindow) -> None:
    here = page(brightwater)
    assert here.welcome.isHidden(), "a first visit has nothing to go back to"
    here.was_at("answers.access_review_period")
    assert "How often does someone go through all accounts and rights?" in here.welcome_text.text()
    here.take_focus()
    assert focused() is here.continue_button
    press(Qt.Key.Key_Space)
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.access_review_period"


@pytest.mark.parametrize("place", ["", "pages.overview", "people.gone", "answers.gone", "?"])
def test_what_is_not_there_any_more_is_not_offered(brightwater: MainWindow, place: str) -> None:
    here = page(brightwater)
    here.was_at("pages.readiness")
    assert not here.welcome.isHidden()
    here.was_at(place)
    assert here.welcome.isHidden()
    here.take_focus()
    assert focused() is here.things[0]


def test_the_next_things_follow_the_answers_and_lead_to_them(brightwater: MainWindow) -> None:
    here = page(brightwater)
    assert things(here) == ["Make the final packet"]
    change(brightwater, ("answers", "service"), None)
    assert things(here)[0] == "Answer 1 more question in The service"
    assert here.left.text().startswith("1 question is open")
    click(here.things[0])
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.service"


def test_every_page_stands_there_with_state_and_honest_numbers(brightwater: MainWindow) -> None:
    here = page(brightwater)
    assert brightwater.frame is not None
    assert set(here.tasks) == set(brightwater.frame.order) - {"overview"}
    asked = next(len(one.questions) for one in here.shell.catalogue.pages if one.id == "company")
    assert here.tasks["company"].accessibleName() == f"Your company, complete, {asked} of {asked}"
    change(brightwater, ("answers", "company"), None)
    assert here.tasks["company"].accessibleName() == f"Your company, in progress, {asked - 1} of {asked}"
    assert here.tasks["company"].note.text() == f"in progress \u00b7 {asked - 1} of {asked}"
    click(here.tasks["access"])
    assert brightwater.frame.page is not None
    assert brightwater.frame.page.id == "access"


def test_an_empty_project_begins_with_its_first_page(empty: MainWindow) -> None:
    here = page(empty)
    assert things(here)[0].endswith("in Your company")
    assert "%" not in here.left.text()
    assert all(button.accessibleName() for button in focusable(here))


def test_a_practice_copy_says_that_it_is_one(window: MainWindow, desk: Desk) -> None:
    window.opening.open_folder(practice_copy(desk, "brightwater"))
    assert "practice copy of the sample brightwater" in page(window).practice.text()
    assert page(window).practice.isVisible()


def test_an_exercise_tells_its_story_leads_to_room_and_chair_and_names_no_fault(
    window: MainWindow, desk: Desk, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = desk.workspace / "practice"
    shutil.copytree(sample_folder, folder)
    mark_practice(folder, f"{EXERCISE}who-let-this-in")
    (folder / ROOM).mkdir()
    (folder / ROOM / "00-read-me.md").write_text("Invented.", "utf-8")
    assert window.opening.open_folder(folder)
    here = page(window)
    change(window, ("roles", "vendor_manager", "holder"), None)
    session = here.shell.project.session
    planted = [one.title for one in session.composition.findings if one.severity is Severity.HIGH]
    assert planted, "a control without an owner is what is to be found"
    said = " ".join(label.text() for label in here.findChildren(QLabel) if label.isVisibleTo(here))
    assert "Look at the changes: who approved them" in said
    assert not [title for title in planted if title in said]
    assert "to fix" not in said
    assert things(here) == []
    drawn = [one for one in here.tasks["company"].findChildren(QLabel) if one.isVisibleTo(here) and one.pixmap()]
    assert len(drawn) == 1, "the arrow alone: a circle would say that an answered page is not started"
    assert session.save()
    told = card(desk, folder)
    assert told.next == NextThing("pages.overview", "overview.next.exercise"), "the list at home names none either"
    assert told.due is None
    opened: list[object] = []
    monkeypatch.setattr("soc2desk.desktop.pages.overview_page.open_outside", opened.append)
    here.take_focus()
    press(Qt.Key.Key_Space)
    assert opened == [folder / ROOM]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert isinstance(window.stack.currentWidget(), ChairView)


def test_somebodys_own_project_says_nothing_of_practice(brightwater: MainWindow) -> None:
    assert page(brightwater).practice.isHidden()


def test_a_name_with_markup_stands_as_it_was_typed(brightwater: MainWindow) -> None:
    change(brightwater, ("people", "dana-whitfield", "name"), "<b>Dana</b> && {co}")
    here = page(brightwater)
    here.was_at("people.dana-whitfield")
    assert "\u201c<b>Dana</b> && {co}\u201d" in here.welcome_text.text()
    assert here.welcome_text.textFormat() is Qt.TextFormat.PlainText
    assert all(button.words.textFormat() is Qt.TextFormat.PlainText for button in here.things)


def test_a_project_open_to_read_has_its_overview(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "read", sample="tamarack")
    assert window.opening._show(open_to_read(desk, folder))
    assert things(page(window)) == ["Make the final packet"]
