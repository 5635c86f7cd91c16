"""The page of promises, used as a person does: narrowed, read, and one of them marked as planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.desktop.pages.promises_page import PromisesPage
from tests.desktop.driving import click, press

if TYPE_CHECKING:
    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def page(brightwater: MainWindow) -> PromisesPage:
    brightwater.resize(1280, 800)
    brightwater.go("promises.ACC-07")
    shown = brightwater.frame.page  # type: ignore[union-attr]
    assert isinstance(shown, PromisesPage)
    return shown


def test_a_promise_shows_its_words_its_places_and_what_would_show_it(page: PromisesPage) -> None:
    assert page.detail.title.text().endswith("every quarter")
    assert "POL-ACP" in page.detail.said.text()
    assert "Access review" in page.detail.shown.text()
    assert page.counted.text() == f"{len(page.rows)} promises"


def test_a_filter_narrows_the_list_and_says_how_many_are_left(page: PromisesPage) -> None:
    page.text.setText("quarter access review")
    listed = page.list.lines.rowCount()
    assert 0 < listed < len(page.rows)
    assert page.counted.text() == f"{listed} of {len(page.rows)} promises"
    combo = page.filters["state"]
    combo.setCurrentIndex(combo.findData("planned"))
    page.text.clear()
    assert {row.state for row in page.list._rows} == {"planned"}


def test_what_is_not_kept_yet_is_planned_and_the_policy_says_so(page: PromisesPage, brightwater: MainWindow) -> None:
    page.detail.day.setText("2027-03-01")
    click(page.detail.plan)
    answer = brightwater.project.session.project.answers["access_review_period"]  # type: ignore[union-attr]
    assert (answer.practice, str(answer.start)) == ("planned", "2027-03-01")
    assert page.detail.row is not None
    assert page.detail.row.state == "planned"
    composition = brightwater.project.session.composition  # type: ignore[union-attr]
    clause = next(one for one in composition.clauses if one.id == page.detail.row.sayings[0].clause)
    assert clause.state == "planned"


def test_a_day_that_is_none_is_told_and_nothing_changes(page: PromisesPage, brightwater: MainWindow) -> None:
    page.detail.day.setText("soon")
    click(page.detail.plan)
    assert brightwater.banner.notice is not None
    answer = brightwater.project.session.project.answers["access_review_period"]  # type: ignore[union-attr]
    assert answer.practice == "done"


def test_enter_leads_to_the_value_and_the_value_to_its_question(page: PromisesPage, brightwater: MainWindow) -> None:
    page.take_focus()
    press(Qt.Key.Key_Return)
    click(page.detail.change)
    assert brightwater.frame.page.id == "access"  # type: ignore[union-attr]
