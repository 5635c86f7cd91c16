"""A project is handed to a colleague and taken in through the window: asked before, beside it, and never half."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from soc2desk.app.sending import send
from soc2desk.desktop.home.send_panel import SendPanel
from soc2desk.desktop.home.take_in_panel import TakeInPanel
from soc2desk.storage import sending
from soc2desk.storage.locked_file import LEAST_COST
from tests.desktop.driving import click, focusable, press, write
from tests.desktop.test_home_page import choose, drop, files, home, panel, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow

__all__ = ["home"]

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys from passwords that take no time to try."""
    kept = sending.LockedWriter
    monkeypatch.setattr(sending, "LockedWriter", lambda file, password, _: kept(file, password, LEAST_COST))


@pytest.fixture
def at_home(home: Callable[[], MainWindow], desk: Desk, sample_folder: Path) -> MainWindow:
    """Return a window at home with one project on its list."""
    shutil.copytree(sample_folder, desk.workspace / "brightwater")
    return home()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a person choose a place for the file, without its ending."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "for-kim"), ""))
    return tmp_path / "for-kim.soc2desk"


def sent(desk: Desk, path: Path, password: str = "") -> Path:
    for _ in send(desk, desk.workspace / "brightwater", path, with_evidence=False, password=password):
        pass
    return path


def tick(box: QCheckBox) -> None:
    box.setFocus()
    press(Qt.Key.Key_Space)


def asking(window: MainWindow) -> SendPanel:
    choose(window, "send")
    found = panel(window)
    assert isinstance(found, SendPanel)
    return found


def taking(window: MainWindow, path: Path) -> TakeInPanel:
    drop(window, files(path))
    found = panel(window)
    assert isinstance(found, TakeInPanel)
    return found


def test_a_password_is_asked_twice_its_strength_said_and_the_file_written_under_it(
    at_home: MainWindow, target: Path, qtbot: QtBot
) -> None:
    found = asking(at_home)
    assert found.lock.isChecked(), "under a password unless a person says otherwise"
    fields = found.passwords
    assert fields.first.echoMode() is QLineEdit.EchoMode.Password
    click(found.send_button)
    assert fields.told.text().startswith("Too short")
    write("winter26")
    assert fields.told.text().startswith("Weak")
    fields.first.clear()
    write(PASSWORD)
    assert fields.told.text().startswith("Fair")
    fields.again.setFocus()
    write("four words of yours")
    assert fields.told.text() == "The two are not the same."
    click(found.send_button)
    assert not target.exists()
    fields.again.selectAll()
    write(PASSWORD)
    click(found.send_button)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: at_home.home.projects.panel is None)
    assert "under your password" in said(at_home)
    assert target.read_bytes().startswith(b"S2DLOCK")


def test_without_a_password_the_panel_says_who_can_read_it(at_home: MainWindow, target: Path, qtbot: QtBot) -> None:
    found = asking(at_home)
    tick(found.lock)
    assert "all answers." in found.open.text()
    tick(found.evidence)
    assert "every file of evidence" in found.open.text()
    assert not found.passwords.isVisible()
    click(found.send_button)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: at_home.home.projects.panel is None)
    assert "not under a password" in said(at_home)


def test_a_file_that_the_chooser_did_not_ask_about_is_not_replaced(
    at_home: MainWindow, target: Path, qtbot: QtBot
) -> None:
    target.write_bytes(b"mine")
    found = asking(at_home)
    tick(found.lock)
    click(found.send_button)
    qtbot.waitUntil(lambda: "stands there already" in said(at_home))
    assert target.read_bytes() == b"mine"
    assert found.send_button.isEnabled()


def test_an_open_project_is_saved_and_closed_before_it_is_sent(brightwater: MainWindow) -> None:
    brightwater.send_project()
    assert brightwater.project is None
    assert isinstance(panel(brightwater), SendPanel)


def test_a_dropped_file_becomes_a_project_and_says_where_it_came_from(
    at_home: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    found = taking(at_home, sent(desk, tmp_path / "kim.soc2desk"))
    assert not found.password.isVisible()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is taken" in found.fault.text())
    write("Of Kim")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_home.project is not None)
    assert at_home.project is not None
    assert at_home.project.session.folder.name == "of-kim"
    assert "Taken in from kim.soc2desk" in said(at_home)
    assert "without its files of evidence" in said(at_home)


def test_a_wrong_password_is_told_from_a_changed_file_and_nothing_is_made(
    at_home: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = sent(desk, tmp_path / "kim.soc2desk", PASSWORD)
    found = taking(at_home, path)
    write("four words of yours")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the one" in found.fault.text())
    assert found.password.hasFocus()
    path.write_bytes(path.read_bytes()[:-9])
    found.password.selectAll()
    write(PASSWORD)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "cut short" in found.fault.text())
    assert [one.name for one in desk.workspace.iterdir() if one.is_dir()] == ["brightwater"]


def test_a_panel_that_is_closed_ends_what_runs_for_it(
    at_home: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    found = taking(at_home, sent(desk, tmp_path / "kim.soc2desk"))
    write("Of Kim")
    handing = at_home.home.projects.handing
    found.take_button.click()
    found.cancel.click()
    qtbot.waitUntil(lambda: not handing._going)
    assert at_home.project is None
    assert {one.name for one in desk.workspace.iterdir() if one.is_dir()} <= {"brightwater", "of-kim"}
    assert not list(desk.workspace.glob(".taking-in-*/"))


def test_each_field_of_both_panels_has_a_name(at_home: MainWindow, desk: Desk, tmp_path: Path) -> None:
    for found in (asking(at_home), taking(at_home, sent(desk, tmp_path / "kim.soc2desk", PASSWORD))):
        assert [one for one in focusable(found) if not (one.accessibleName() or getattr(one, "text", str)())] == []
