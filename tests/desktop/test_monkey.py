"""Whatever a person does to the window, and in whatever order: nothing fails, and no word is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from soc2desk.app.session import REMEMBERED, open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.packet.compose import compose
from tests.desktop.monkey import Monkey, rich_texts

if TYPE_CHECKING:
    from types import TracebackType

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Session
    from soc2desk.desktop.window import MainWindow

SEEDS = range(int(os.environ.get("SOC2DESK_TORTURE_SEEDS", "1")))
"""Of the walks with usual dots; one more goes over small dots, from an empty project."""
ACTS = int(os.environ.get("SOC2DESK_TORTURE_ACTS", "80"))
BURST = 40
"""So many acts, then everything is looked at."""
MARKUP = ("<img src=file", "<b>bold", "<a href='answers.company'")


class Faults:
    """What reached sys.excepthook."""

    def __init__(self) -> None:
        self.caught: list[BaseException] = []

    def __call__(self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        self.caught.append(fault)


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    """Return what keeps every fault that nobody caught."""
    faults = Faults()
    monkeypatch.setattr(sys, "excepthook", faults)
    return faults


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let a person who is asked for a file choose none, and open nothing outside."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)


def look_at_everything(window: MainWindow, faults: Faults, monkey: Monkey) -> None:
    """Assert what must always be true."""
    did = "\n".join(monkey.log[-BURST:])
    for fault in faults.caught:
        raise AssertionError(did) from fault
    assert window.isVisible(), did
    assert rich_texts(window, MARKUP) == [], did
    project = window.project
    if project is None:
        return
    QApplication.processEvents()
    session = project.session
    assert project.save(), did
    assert open_to_read(session.desk, session.folder).project == session.project, did
    compose(session.desk.catalogue, session.project, session.desk.today)


def undo_all_the_way(session: Session) -> None:
    """Assert that every change can be taken back, and that all of them lead to here again."""
    now, count = session.project, 0
    while session.undo():
        count += 1
    start = session.project
    for _ in range(count):
        session.redo()
    assert session.project == now
    for _ in range(count):
        session.undo()
    assert session.project == start


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_clumsy_person_breaks_nothing_and_undo_leads_back(
    window: MainWindow, desk: Desk, faults: Faults, seed: int
) -> None:
    sample = ("brightwater", "prairie-hosting", "tamarack", "")[seed % 4]
    folder = new_project(desk, "walk", sample=sample or None)
    start = open_to_read(desk, folder).project
    monkey = Monkey(window, seed)
    went = 0
    for number in range(1, ACTS + 1):
        if window.project is None or window.project.session.folder != folder:
            assert window.opening.open_folder(folder)
            went += 1
        monkey.act()
        if faults.caught or number % BURST == 0:
            look_at_everything(window, faults, monkey)
    assert window.opening.open_folder(folder)
    assert window.project is not None
    session = window.project.session
    is_whole = went == 1 and len(session.steps.done) < REMEMBERED
    undo_all_the_way(session)
    assert not is_whole or session.project == start


@pytest.mark.slow
def test_on_a_screen_with_small_dots_nothing_breaks_either() -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "SOC2DESK_TORTURE_SEEDS": "4", "SOC2DESK_TORTURE_ACTS": "50"}
    name = f"{__file__}::{test_a_clumsy_person_breaks_nothing_and_undo_leads_back.__name__}[3]"
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", name],
        env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-4000:]
