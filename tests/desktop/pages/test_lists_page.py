"""The page of lists, used as a person does: a file chosen, a guess changed, what was found taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from soc2desk.desktop.pages.lists_page import ListsPage
from tests.desktop.driving import click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow

SHAPES = Path(__file__).parents[2] / "storage" / "exports" / "shapes"


@pytest.fixture
def page(brightwater: MainWindow) -> ListsPage:
    brightwater.resize(1280, 800)
    brightwater.go("pages.lists")
    shown = brightwater.frame.page  # type: ignore[union-attr]
    assert isinstance(shown, ListsPage)
    return shown


def asked(page: ListsPage, kind: str, system: str = "google-workspace", when: str = "2026-11-20 09:30") -> None:
    question = page.question
    question.kind.setCurrentIndex(question.kind.findData(kind))
    question.system.setCurrentIndex(question.system.findData(system))
    question.taken_at.setText(when)


def read(page: ListsPage, path: Path, qtbot: QtBot) -> None:
    page.read_file(path)
    qtbot.waitUntil(lambda: page.looked is not None and page.result.isVisible())


def test_a_list_of_users_is_seen_before_it_is_taken(page: ListsPage, brightwater: MainWindow, qtbot: QtBot) -> None:
    asked(page, "users")
    read(page, SHAPES / "cloud-directory.csv", qtbot)
    assert page.columns.combos["user"].currentText() == "userPrincipalName"
    assert "Left, and can still sign in: Chloé Lafrenière." in page.found.text()
    project = brightwater.project
    assert project is not None
    assert project.session.project.user_exports == ()
    click(page.take)
    assert project.session.project.user_exports[0].leavers == ("chloe-lafreniere",)
    assert not page.result.isVisible()
    assert project.undo()
    assert project.session.project.user_exports == ()


def test_another_column_is_looked_through_at_once_and_stays_chosen(page: ListsPage, qtbot: QtBot) -> None:
    asked(page, "users")
    read(page, SHAPES / "cloud-directory.csv", qtbot)
    combo = page.columns.combos["enabled"]
    combo.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.looked is not None and "enabled" in page.looked.asked.columns)
    assert "6 accounts, 6 of them can sign in" in page.found.text()
    assert page.columns.combos["enabled"].currentText() == "Not in the list"


def test_a_worksheet_goes_out_and_comes_back_filled(
    page: ListsPage, brightwater: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked(page, "users")
    read(page, SHAPES / "cloud-directory.csv", qtbot)
    path = tmp_path / "review.xlsx"
    page.save_worksheet(path)
    click(page.take)
    book = load_workbook(path)
    sheet = book["Users reviewed"]
    place = next(cell.column for cell in sheet[1] if cell.value == "Decision")
    sheet.cell(2, place).value = "Remove"
    book.save(path)
    page.read_worksheet(path)
    assert brightwater.banner.notice is not None
    assert "Decided: 1 of 5 lines." in brightwater.banner.notice.text  # type: ignore[union-attr]


def test_what_is_asked_fits_the_sort_of_list(page: ListsPage) -> None:
    asked(page, "auditor_requests")
    assert not page.question.system.isVisible()
    asked(page, "changes")
    assert page.question.system.isVisible()
    assert not page.question.reviewer.isVisible()


def test_a_file_that_holds_no_list_is_told_and_nothing_is_shown(
    page: ListsPage, brightwater: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked(page, "users")
    path = tmp_path / "users.csv"
    path.write_text("Colour,Shape\nred,round\n", encoding="utf-8")
    page.read_file(path)
    qtbot.waitUntil(lambda: brightwater.banner.notice is not None)
    assert not page.result.isVisible()


def test_a_moment_that_is_missing_is_asked_for(page: ListsPage, brightwater: MainWindow, qtbot: QtBot) -> None:
    asked(page, "changes", when="")
    page.read_file(SHAPES / "cloud-directory.csv")
    qtbot.waitUntil(lambda: brightwater.banner.notice is not None)
    assert page.looked is None
