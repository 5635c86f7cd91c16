"""What the window finds again at the next start, and what it says when it cannot."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app.first_sight import first_sight
from soc2desk.app.preferences import Settings
from soc2desk.app.session import open_to_read
from soc2desk.desktop.pages.overview_page import OverviewPage
from soc2desk.desktop.start import make_window
from soc2desk.desktop.theme import Look
from soc2desk.storage.backups import backups
from tests.desktop.driving import click, field, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def again(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[], MainWindow]:
    """Return a way to start the program again, as it is started by a person."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def started() -> MainWindow:
        sight = first_sight()
        window = make_window(sight.desk, qapp, sight)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return started


def test_the_place_of_the_window_and_its_look_are_found_again(
    again: Callable[[], MainWindow], qapp: QApplication
) -> None:
    window = again()
    window.resize(900, 655)
    window.look_dark()
    window.close()
    second = again()
    assert (second.width(), second.height()) == (900, 655)
    assert second.theme.look is Look.DARK
    second.look_light()


def test_where_one_was_and_how_wide_everything_is_are_kept_with_the_project(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    assert brightwater.project is not None
    folder = brightwater.project.session.folder
    field(brightwater, "answers.company")
    brightwater.toggle_preview()
    brightwater.show_home()
    liked = Settings.read().preferences
    assert liked.places == {str(folder): "answers.company"}
    assert not liked.preview_shown
    assert brightwater.opening.open_folder(folder)
    assert brightwater.project.last_place == "answers.company"
    overview = brightwater.frame.page  # type: ignore[union-attr]
    assert isinstance(overview, OverviewPage)
    click(overview.continue_button)
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.company"
    assert not brightwater.frame.wants_preview
    assert not brightwater.frame.preview.isVisible()
    brightwater.toggle_preview()
    QApplication.processEvents()
    brightwater.frame.splitter.setSizes([300, 500, 380])
    sizes = brightwater.frame.sizes
    brightwater.show_home()
    assert Settings.read().preferences.splits == {"frame": sizes}
    assert brightwater.opening.open_folder(folder)
    assert brightwater.frame.sizes == sizes


@pytest.mark.parametrize("garbage", ["{", "[]", '{"format": 9}', '{"format": 1, "look": "pink"}', "\x00"])
def test_a_broken_settings_file_is_said_at_the_start_and_kept_aside(
    again: Callable[[], MainWindow], desk: Desk, garbage: str, qtbot: QtBot
) -> None:
    desk.workspace.mkdir(parents=True)
    (desk.workspace / "preferences.json").write_text(garbage, encoding="utf-8")
    window = again()
    qtbot.waitUntil(lambda: window.banner.notice is not None)
    assert window.banner.notice is not None
    assert "The usual settings are taken" in f"{window.banner.notice.text} {window.banner.notice.detail}"
    assert (desk.workspace / "preferences.set-aside-1.json").read_text(encoding="utf-8") == garbage


def test_the_first_change_of_a_day_keeps_the_project_as_it_was(empty: MainWindow, desk: Desk) -> None:
    assert empty.project is not None
    folder = empty.project.session.folder
    field(empty, "answers.company")
    for word in ("Acme", " II"):
        write(word)
        press(Qt.Key.Key_Tab)
        field(empty, "answers.company")
        press(Qt.Key.Key_End)
    (only,) = backups(folder)
    assert only.on == desk.today
    assert b"Acme" not in only.path.read_bytes()


def test_a_backup_that_cannot_be_made_is_told_once_and_stops_no_save(empty: MainWindow, desk: Desk) -> None:
    assert empty.project is not None
    folder = empty.project.session.folder
    (folder / "backups").write_text("in the way", encoding="utf-8")
    field(empty, "answers.company")
    write("Acme")
    press(Qt.Key.Key_Tab)
    assert empty.banner.notice is not None
    assert "back-up" in empty.banner.notice.text
    assert open_to_read(desk, folder).project.answers["company"].value == "Acme"
    empty.banner.clear()
    field(empty, "answers.company")
    press(Qt.Key.Key_End)
    write(" II")
    press(Qt.Key.Key_Tab)
    assert empty.banner.notice is None
    assert open_to_read(desk, folder).project.answers["company"].value == "Acme II"
