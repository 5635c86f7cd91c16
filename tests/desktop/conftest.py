"""The window without a screen: Qt is told so before its first word, and each test begins in the light look."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.composed import Composed, catalogue

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.window import MainWindow

DAY = date(2026, 11, 25)


@pytest.fixture
def light(qapp: QApplication) -> Tokens:
    """Return the light colours, worn by the whole program."""
    from soc2desk.desktop.theme import Look, apply

    return apply(qapp, Look.LIGHT)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk over an empty workspace on a day of November 2026."""
    from soc2desk.app.desk import Desk

    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "workspace"))
    made = Desk(tmp_path / "workspace", DAY)
    # A value that nothing changes: read once for all windows of a run.
    vars(made)["catalogue"] = catalogue()
    return made


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of the sample company as `soc2desk new` writes it, to be copied."""
    from soc2desk.app.desk import Desk
    from soc2desk.app.transfer import new_project

    return new_project(Desk(tmp_path_factory.mktemp("samples"), DAY), "brightwater", sample="brightwater")


@pytest.fixture(scope="session")
def known_sets() -> Composed:
    """Return the sets that all windows of a run share."""
    return Composed()


@pytest.fixture(autouse=True)
def composed_once(known_sets: Composed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose the same answers once for all windows."""
    from soc2desk.app import preview, session

    monkeypatch.setattr(session, "compose", known_sets.of)
    monkeypatch.setattr(preview, "appears_index", known_sets.index)


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Desk], MainWindow]]:
    """Return a way to open windows; each is closed again, and with it the lock of its project."""
    from soc2desk.desktop.start import make_window

    before, opened = sys.excepthook, []

    def open_window(desk: Desk) -> MainWindow:
        window = make_window(desk, qapp)
        # Faults in slots must fail the test, not stand in a banner.
        sys.excepthook = before
        qtbot.addWidget(window)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield open_window
    for window in opened:
        if window.project is not None:
            window.project.release()
    # As when a project is closed: else no window of a whole run would ever be collected.
    gc.unfreeze()
    sys.excepthook = before


@pytest.fixture
def window(windows: Callable[[Desk], MainWindow], desk: Desk) -> MainWindow:
    """Return a window at home."""
    return windows(desk)


@pytest.fixture
def brightwater(window: MainWindow, desk: Desk, sample_folder: Path) -> MainWindow:
    """Return a window with a project of the sample company open."""
    folder = desk.workspace / sample_folder.name
    shutil.copytree(sample_folder, folder)
    assert window.opening.open_folder(folder)
    return window


@pytest.fixture
def empty(window: MainWindow, desk: Desk) -> MainWindow:
    """Return a window with a project in which nothing is answered."""
    from soc2desk.app.transfer import new_project

    assert window.opening.open_folder(new_project(desk, "acme"))
    return window
