"""The next period: nothing is written before a person has seen what would be, and it can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.desktop.driving import click

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.pages.next_period_page import NextPeriodPage
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project


def page(window: MainWindow) -> NextPeriodPage:
    window.go("pages.next_period")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def project(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project.session.project


@pytest.fixture
def reported(brightwater: MainWindow) -> MainWindow:
    """Return a window with a project whose Type I report is there."""
    assert brightwater.project is not None
    values = {("answers", "report_type"): "type_1", ("answers", "report_date"): "2026-09-30"}
    assert brightwater.project.put(values, "a report") is None  # type: ignore[arg-type]
    return brightwater


def fill(here: NextPeriodPage, issued: str = "2026-10-31") -> None:
    here.days["issued"].show_value(issued)
    here.exceptions.setPlainText("Two reviews were late [ACC-07]")


def test_a_project_goes_on_once_a_person_has_seen_what_would_happen(reported: MainWindow) -> None:
    here = page(reported)
    assert here.days["start"].value() == "2026-10-01"
    assert here.days["end"].value() == "2027-03-31"
    fill(here)
    assert not here.act_button.isVisible()
    before = project(reported)
    click(here.look)
    assert project(reported) == before
    assert "Exceptions to be shown again: 1." in here.ahead.text()
    click(here.act_button)
    assert [one.name for one in project(reported).retests] == ["Two reviews were late"]
    assert project(reported).answers["report_type"].value == "type_2"
    assert here.present.text() == "The present period: 1 October 2026 to 31 March 2027."
    assert here.periods.currentData() == "2026-09-30"
    click(here.back)
    assert project(reported) == before
    assert here.present.text() == "The present report speaks of 30 September 2026."


def test_what_is_changed_after_looking_has_to_be_looked_at_again(reported: MainWindow) -> None:
    here = page(reported)
    fill(here)
    click(here.look)
    here.exceptions.setPlainText("Another [ACC-08]")
    assert not here.act_button.isVisible()
    here.act()
    assert project(reported).retests == ()


def test_a_day_that_cannot_be_is_told_beside_the_form(reported: MainWindow) -> None:
    here = page(reported)
    click(here.look)
    assert here.wrong.text() == "On which day was the report issued?"
    fill(here, "2099-01-01")
    click(here.look)
    assert "still to come" in here.wrong.text()
    assert not here.act_button.isVisible()


def test_exceptions_come_from_a_table(reported: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "exceptions.csv"
    file.write_text("exception,controls\nA leaver kept access,ACC-08\n", encoding="utf-8")
    here = page(reported)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    click(here.read)
    assert here.exceptions.toPlainText() == "A leaver kept access [ACC-08]"
    file.write_text("a,b\n", encoding="utf-8")
    click(here.read)
    assert "which column holds the exceptions" in here.wrong.text()


def test_without_a_period_the_page_leads_to_the_question(empty: MainWindow) -> None:
    here = page(empty)
    assert "not known yet" in here.present.text()
    assert not here.look.isEnabled()
    click(here.answer)
    assert empty.frame is not None
    assert empty.frame.place == "answers.report_type"
