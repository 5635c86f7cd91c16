"""The schedule in the window: what is due is listed in groups, narrowed, followed to its control, and saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from soc2desk.desktop.pages.schedule_list import PLACE
from soc2desk.desktop.pages.schedule_page import SchedulePage
from tests.desktop.driving import click, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow


def shown(window: MainWindow) -> SchedulePage:
    window.go("pages.schedule")
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, SchedulePage)
    page.settle()
    return page


def groups(page: SchedulePage) -> list[str]:
    lines = page.acts_list.lines
    return [lines.item(at, 0).text() for at in range(lines.rowCount())]


def test_milestones_and_acts_are_listed_by_month_and_by_person(brightwater: MainWindow) -> None:
    page = shown(brightwater)
    assert page.steps_list.lines.rowCount() == 28
    assert groups(page)[0].startswith("December 2026: ")
    page.by.setCurrentIndex(1)
    assert any(name.startswith("Yuki Tanabe: ") for name in groups(page))


def test_filters_narrow_the_acts_and_the_count_says_so(brightwater: MainWindow) -> None:
    page = shown(brightwater)
    everything = page.counted.text()
    page.filters["family"].setCurrentIndex(page.filters["family"].findData("ACC"))
    assert page.counted.text() != everything
    first = page.acts_list.lines.item(0, 0)
    assert first.child(0, 1).text().startswith("ACC-")
    page.soon.setChecked(True)
    assert page.counted.text().startswith("0 of ")


def test_what_is_overdue_says_so_in_a_word(
    windows: Callable[[Desk], MainWindow], desk: Desk, sample_folder: Path
) -> None:
    import shutil

    later = replace(desk, today=date(2027, 4, 10))
    folder = later.workspace / sample_folder.name
    shutil.copytree(sample_folder, folder)
    window = windows(later)
    assert window.opening.open_folder(folder)
    page = shown(window)
    assert "overdue" in groups(page)[0]
    assert page.acts_list.lines.item(0, 0).child(0, 3).text() == "Overdue"


def test_enter_on_an_act_leads_to_its_control_and_its_words_stand_below(brightwater: MainWindow) -> None:
    page = shown(brightwater)
    act = page.acts_list.lines.item(0, 0).child(0, 0)
    page.acts_list.setCurrentIndex(act.index())
    assert act.data(PLACE).removeprefix("control_states.") in page.chosen[page.acts_list].text()
    page.acts_list.setFocus()
    press(Qt.Key.Key_Return)
    assert brightwater.frame is not None
    assert brightwater.frame.page.id == "controls"  # type: ignore[union-attr]


def test_calendar_files_are_saved_where_a_person_chooses(
    brightwater: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, folder = shown(brightwater), tmp_path / "calendars"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    click(page.save)
    assert len(list(folder.glob("*.ics"))) > 1
    assert brightwater.banner.notice is not None
    assert "calendar files are in" in brightwater.banner.notice.text


def test_without_dates_it_says_what_is_missing(empty: MainWindow) -> None:
    page = shown(empty)
    assert page.none.isVisibleTo(page)
    assert not page.save.isEnabled()
    assert not page.acts_list.isVisibleTo(page)
