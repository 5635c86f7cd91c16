"""The scope: nothing counts before a person saw what it changes, and everything can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.domain.criteria import Category
from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.pages.category_card import CategoryCard
    from soc2desk.desktop.pages.scope_page import ScopePage
    from soc2desk.desktop.window import MainWindow


def page(window: MainWindow, place: str = "pages.scope") -> ScopePage:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def project(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def change(window: MainWindow, place: tuple[str, ...], value: object) -> None:
    assert project(window).put({place: value}, "a change") is None  # type: ignore[dict-item]
    project(window).settle()
    QApplication.processEvents()


def categories(window: MainWindow) -> tuple[str, ...]:
    return project(window).session.engagement.scope.categories


def tick(card: CategoryCard) -> None:
    """Click the box of a card, where a person clicks it."""
    click(card.switch, QPoint(16, card.switch.height() // 2))


# ---- the cards ---------------------------------------------------------------------------------------


def test_a_category_is_added_by_keyboard_after_its_difference_was_shown(brightwater: MainWindow) -> None:
    here = page(brightwater)
    card = here.cards["privacy"]
    card.switch.setFocus()
    press(Qt.Key.Key_Space)
    assert categories(brightwater) == ("security", "availability"), "it must not count yet"
    assert not card.switch.isChecked()
    assert card.asked.text().startswith("Adding Privacy brings 14 controls, ")
    assert "evidence requests" in card.asked.text()
    assert "PRV-" in card.named.text()
    assert focused() is card.take
    press(Qt.Key.Key_Space)
    assert categories(brightwater) == ("security", "availability", "privacy")
    assert card.switch.isChecked()
    assert card.question.isHidden()
    assert focused() is card.switch
    assert project(brightwater).undo_label == "add Privacy to the scope"


@pytest.mark.parametrize("way", ["esc", "leave", "again"])
def test_it_can_be_left_and_nothing_happened(brightwater: MainWindow, way: str) -> None:
    card = page(brightwater).cards["availability"]
    card.switch.setFocus()
    press(Qt.Key.Key_Space)
    ways = {"esc": lambda: press(Qt.Key.Key_Escape), "leave": lambda: click(card.leave), "again": lambda: tick(card)}
    ways[way]()
    assert card.question.isHidden()
    assert card.switch.isChecked()
    assert focused() is card.switch
    assert "availability" in categories(brightwater)
    assert project(brightwater).undo_label == ""


def test_taking_out_says_that_what_was_said_stays_and_undo_brings_it_back(brightwater: MainWindow) -> None:
    states = project(brightwater).session.project.control_states
    card = page(brightwater).cards["availability"]
    tick(card)
    assert card.asked.text().startswith("Without Availability, 5 controls")
    assert "stays stored" in card.asked.text()
    click(card.take)
    assert categories(brightwater) == ("security",)
    assert project(brightwater).session.project.control_states == states
    undo = next(one for one in brightwater.banner.findChildren(QPushButton) if one.text() == "Undo")
    click(undo)
    assert categories(brightwater) == ("security", "availability")


def test_undo_takes_back_the_scope_and_not_what_was_changed_since(brightwater: MainWindow) -> None:
    card = page(brightwater).cards["availability"]
    tick(card)
    click(card.take)
    change(brightwater, ("answers", "service"), "Another name")
    click(next(one for one in brightwater.banner.findChildren(QPushButton) if one.text() == "Undo"))
    assert categories(brightwater) == ("security", "availability")
    assert project(brightwater).session.engagement.answer_text("service") == "Another name"


def test_security_has_no_switch_and_says_why(brightwater: MainWindow) -> None:
    card = page(brightwater).cards["security"]
    assert not card.switch.isVisible()
    assert "cannot be taken out" in card.brings.text()


def test_reasons_are_what_was_said_and_stand_as_typed(brightwater: MainWindow) -> None:
    change(brightwater, ("answers", "commitments"), "We are <b>available</b> {always} & everywhere.")
    card = page(brightwater).cards["availability"]
    assert "You said: the service must be back within 8 hours." in card.said.text()
    assert "You promised customers: \u201cWe are <b>available</b> {always} & everywhere.\u201d" in card.said.text()
    assert card.said.textFormat() is Qt.TextFormat.PlainText


def test_every_reason_of_every_category_has_its_sentence(brightwater: MainWindow) -> None:
    everything = {"rto_hours": "1", "rpo_hours": "2", "customer_deletion_days": "1", "privacy_role": "both",
                  "commitments": "Confidential.", "service_summary": "It calculates pay."}  # fmt: skip
    values = {("answers", name): value for name, value in everything.items()}
    assert project(brightwater).put({**values, ("answers", "categories"): ["confidentiality"]}, "x") is None
    said = {id_: card.said.text() for id_, card in page(brightwater).cards.items()}
    assert "within 1 hour." in said["availability"]
    assert "within 1 day." in said["confidentiality"]
    assert "\u201cConfidential.\u201d" in said["confidentiality"]
    assert "some your customers do" in said["privacy"]
    assert "\u201cIt calculates pay.\u201d" in said["processing_integrity"]


def test_the_usual_choice_is_confirmed_only_by_a_press(empty: MainWindow) -> None:
    here = page(empty, "answers.categories")
    assert focused() is here.cards["availability"].switch
    assert here.usual.isVisible()
    click(here.use_usual)
    assert project(empty).session.project.answers["categories"].confirmed
    assert categories(empty) == ("security",)
    assert not here.usual.isVisible()


def test_cards_stand_side_by_side_only_where_there_is_room(brightwater: MainWindow) -> None:
    here = page(brightwater)
    brightwater.resize(1600, 900)
    QApplication.processEvents()
    assert here.grid.columns == 2
    brightwater.resize(900, 600)
    QApplication.processEvents()
    assert here.grid.columns == 1


def test_a_category_of_a_pack_without_a_summary_is_shown_and_a_refusal_is_said(
    windows: Callable[[Desk], MainWindow], desk: Desk
) -> None:
    content = desk.catalogue
    added = replace(content, categories=(*content.categories, Category("green", "Green & <i>clean</i>", "G", "")))
    desk.__dict__["catalogue"] = added
    window = windows(desk)
    window.opening.open_folder(new_project(desk, "x", sample="brightwater"))
    card = page(window).cards["green"]
    assert card.summary.isHidden()
    assert card.switch.text() == "Green && <i>clean</i>"
    assert card.brings.text() == "The library has nothing that belongs to it alone."
    tick(card)
    assert card.asked.text() == "Adding Green & <i>clean</i> brings nothing of the library with it."
    click(card.take)
    assert categories(window) == ("security", "availability")
    assert not card.switch.isChecked()
    assert window.banner.notice is not None
    assert window.banner.notice.tone == "bad"


# ---- the other questions -----------------------------------------------------------------------------


def test_the_other_questions_stand_below_and_the_sets_are_compared(brightwater: MainWindow) -> None:
    here = page(brightwater, "answers.control_set")
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.control_set"
    assert "answers.categories" not in here.fields
    assert here.sets.text().startswith("The full set has ")
    assert here.fields["answers.pipeda_applies"].isVisible()
    change(brightwater, ("answers", "handles_personal_information"), "no")
    assert not here.fields["answers.pipeda_applies"].isVisible()


# ---- the criteria ------------------------------------------------------------------------------------


def test_a_criterion_is_found_and_its_controls_are_doors(brightwater: MainWindow) -> None:
    here = page(brightwater, "criteria.CC6.1")
    assert here.criteria.current == "CC6.1"
    assert focused() is here.criteria.tree
    assert here.detail.title.text().startswith("CC6.1 ")
    gone: list[str] = []
    here.shell.go.disconnect()
    here.shell.go.connect(gone.append)
    here.detail.behind.linkActivated.emit("control_states.ACC-01")
    assert gone == ["control_states.ACC-01"]
    assert 'href="control_states.' in here.detail.behind.text()


def test_the_search_narrows_the_list_and_a_place_takes_it_back(brightwater: MainWindow) -> None:
    here = page(brightwater)
    here.criteria.search.setFocus()
    write("recovery")
    shown = [id_ for id_, (item, _) in here.criteria._items.items()
             if not here.criteria.tree.isRowHidden(item.row(), item.index().parent())]  # fmt: skip
    assert "A1.3" in shown
    assert "CC1.1" not in shown
    write(" <zebra>")
    assert here.criteria.nothing.text() == "No criterion has \u201crecovery <zebra>\u201d."
    assert here.show_place("criteria.CC1.1")
    assert here.criteria.search.text() == ""


def test_an_optional_criterion_is_left_out_with_a_reason_and_only_with_one(brightwater: MainWindow) -> None:
    here = page(brightwater, "not_relevant.A1.1")
    assert focused() is here.detail.reason
    press(Qt.Key.Key_Return)
    assert here.detail.wrong.said == (brightwater.words("scope.relevance.needed"),)
    write("   ")
    press(Qt.Key.Key_Return)
    assert not project(brightwater).session.project.not_relevant
    write("<b>No</b> servers {here}.")
    press(Qt.Key.Key_Return)
    assert project(brightwater).session.project.not_relevant == {"A1.1": "<b>No</b> servers {here}."}
    assert "A1.1" not in project(brightwater).session.engagement.scope.criteria
    assert here.criteria.current == "A1.1"
    assert here.criteria._items["A1.1"][1].text() == "Not relevant"
    assert project(brightwater).undo_label == "A1.1: not relevant"
    click(here.detail.back)
    assert not project(brightwater).session.project.not_relevant
    assert "A1.1" in project(brightwater).session.engagement.scope.criteria


def test_a_reason_that_was_not_taken_yet_waits_for_the_person(brightwater: MainWindow) -> None:
    here = page(brightwater, "not_relevant.A1.1")
    write("We have")
    page(brightwater, "criteria.A1.2")
    assert here.detail.reason.text() == ""
    page(brightwater, "not_relevant.A1.1")
    assert here.detail.reason.text() == "We have"


def test_security_cannot_be_left_out_and_says_why(brightwater: MainWindow) -> None:
    here = page(brightwater, "not_relevant.CC1.1")
    assert here.detail.security.isVisible()
    assert not here.detail.relevance.isVisible()
    assert focused() is here.criteria.tree


def test_a_criterion_out_of_scope_leads_to_the_card_that_decides_about_it(brightwater: MainWindow) -> None:
    here = page(brightwater, "criteria.P3.1")
    assert focused() is here.cards["privacy"].switch
    assert not here.show_place("criteria.X9.9")
    assert not here.show_place("people.dana")


def test_when_its_category_goes_the_criterion_goes_from_sight(brightwater: MainWindow) -> None:
    here = page(brightwater, "criteria.A1.1")
    assert here.detail.isVisible()
    change(brightwater, ("answers", "categories"), ["security"])
    assert not here.detail.isVisible()
    assert here.criteria.current == ""


# ---- all of it ---------------------------------------------------------------------------------------


def test_a_project_open_to_read_can_be_read_and_not_changed(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "read", sample="brightwater")
    assert window.opening._show(open_to_read(desk, folder))
    here = page(window, "not_relevant.A1.1")
    assert not here.cards["privacy"].switch.isEnabled()
    assert here.detail.reason.isReadOnly()
    assert not here.detail.mark.isEnabled()
    press(Qt.Key.Key_Return)
    assert not project(window).session.project.not_relevant
    assert here.cards["availability"].said.text()


def test_everything_that_takes_the_keyboard_has_a_name(brightwater: MainWindow) -> None:
    here = page(brightwater, "not_relevant.A1.1")
    tick(here.cards["privacy"])
    # A label's links take the keyboard only where there are links.
    nameless = [one for one in focusable(here) if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not [one for one in nameless if not isinstance(one, QLabel)]


def test_an_empty_project_has_its_scope(empty: MainWindow) -> None:
    here = page(empty)
    assert all(card.said.text() == "" for card in here.cards.values())
    assert here.criteria._items.keys() == set(project(empty).session.engagement.scope.criteria)
