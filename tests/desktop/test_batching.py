"""Packets of several clients from Home: ticked, made beside the window, and each one's end shown."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app import batch
from soc2desk.app.batch import Finished
from soc2desk.desktop.home.batch_panel import BatchPanel
from soc2desk.domain.batching import Became, ClientRow, Delivered, Packed, failed
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.steps import Step
from soc2desk.storage.exercise_file import mark_practice
from tests.desktop.driving import click, focusable, focused, press
from tests.desktop.test_home_page import home, panel, said

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.batch import Client
    from soc2desk.app.desk import Desk
    from soc2desk.app.make_packet import Wishes
    from soc2desk.desktop.window import MainWindow

__all__ = ["home"]


@pytest.fixture
def at_home(home: Callable[[], MainWindow], desk: Desk, sample_folder: Path) -> MainWindow:
    """Return a window at home with two projects on its list and one that is broken."""
    for name in ("acme", "beta", "cedar"):
        shutil.copytree(sample_folder, desk.workspace / name)
    (desk.workspace / "cedar" / "project.json").write_text("{", encoding="utf-8")
    return home()


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let a batch wait for this event after its first client; no packet is made."""
    event = threading.Event()

    def making(
        _: Desk, clients: Sequence[Client], wishes: Wishes, *, is_alone: bool
    ) -> Generator[Step, None, Finished]:
        assert not is_alone, "threads run beside in a window"
        if wishes.out.name == "full":
            raise FileProblem("The disk is full.", hint="Make room.")
        rows = []
        for done, client in enumerate(clients, 1):
            made = Delivered("Acme", {"high": 1, "medium": 0, "low": 2}, (Packed("p", zipped=True),), 80, 82)
            good = ClientRow(client, Became.BUILT, made)
            rows.append(failed(client, "The project is open.", hint="Close it.") if client.name == "beta" else good)
            yield Step(done, len(clients), client.name)
            assert event.wait(30)
        return Finished(tuple(rows))

    monkeypatch.setattr(batch, "make_packets", making)
    yield event
    event.set()


def asking(window: MainWindow, qtbot: QtBot) -> BatchPanel:
    window.make_packets()
    # Home reads its list again first.
    qtbot.waitUntil(lambda: window.home.projects.panel is not None)
    found = panel(window)
    assert isinstance(found, BatchPanel)
    return found


def test_clients_are_ticked_by_keyboard_and_a_broken_one_is_not_ticked_by_itself(
    at_home: MainWindow, qtbot: QtBot
) -> None:
    asked = asking(at_home, qtbot)
    assert focused() is asked.list
    assert {path.name for path in asked.ticked} == {"acme", "beta"}
    assert asked.make.text() == "Make 2 packets"
    asked.list.setCurrentRow(next(at for at in range(3) if asked.list.item(at).checkState() is Qt.CheckState.Checked))
    press(Qt.Key.Key_Space)
    assert asked.make.text() == "Make 1 packet"
    click(asked.nobody)
    assert not asked.make.isEnabled()
    assert [
        widget for widget in focusable(asked) if not (widget.accessibleName() or getattr(widget, "text", str)())
    ] == []


def test_practice_copies_stand_apart_and_are_not_ticked_by_themselves(
    home: Callable[[], MainWindow], desk: Desk, sample_folder: Path, qtbot: QtBot
) -> None:
    for name in ("acme", "beta"):
        shutil.copytree(sample_folder, desk.workspace / name)
    mark_practice(desk.workspace / "beta", "tamarack")
    asked = asking(home(), qtbot)
    assert [asked.list.item(at).text() for at in range(3)] == [
        "Brightwater Labs Inc.  \u00b7  acme",
        "Practice copies, not ticked by themselves",
        "Brightwater Labs Inc. (practice)  \u00b7  beta",
    ]
    assert [path.name for path in asked.ticked] == ["acme"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert {path.name for path in asked.ticked} == {"acme", "beta"}, "the heading is passed over"
    click(asked.nobody)
    click(asked.all)
    assert asked.make.text() == "Make 2 packets"


def test_a_batch_runs_beside_the_window_and_shows_those_without_a_packet_first(
    at_home: MainWindow, free: threading.Event, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = asking(at_home, qtbot)
    asked.folder.setText("  ")
    click(asked.make)
    assert asked.fault.text() == "Name the folder in which the packets go."
    asked.folder.setText(str(tmp_path / "full"))
    click(asked.make)
    qtbot.waitUntil(lambda: asked.fault.text() == "The disk is full. Make room.")
    asked.folder.setText(str(tmp_path / "out"))
    qtbot.waitUntil(asked.make.isEnabled)
    click(asked.make)
    qtbot.waitUntil(lambda: "1 of 2" in asked.told.text())
    assert not asked.make.isVisible()
    free.set()
    qtbot.waitUntil(asked.table.isVisible)
    assert asked.told.text() == "1 client of 2 has no packet; its line says why."
    cells = [[asked.table.item(at, column).text() for column in range(4)] for at in range(asked.table.rowCount())]
    assert cells == [
        ["beta", "No packet", "", "The project is open. Close it."],
        ["acme", "Made", "1 high, 0 medium, 2 low", "Questions open: 2 of 82."],
    ]


def test_it_is_stopped_by_escape_and_its_end_is_said_when_the_panel_is_gone(
    at_home: MainWindow, free: threading.Event, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = asking(at_home, qtbot)
    asked.folder.setText(str(tmp_path / "out"))
    click(asked.make)
    qtbot.waitUntil(lambda: "1 of 2" in asked.told.text())
    press(Qt.Key.Key_Escape)
    assert asked.told.text() == "Stopping. What is finished stays, and nothing half-made does."
    free.set()
    qtbot.waitUntil(lambda: asked.told.text() == "Stopped. What was finished is whole.")
    free.clear()
    click(asked.again)
    assert focused() is asked.list
    click(asked.make)
    qtbot.waitUntil(lambda: "1 of 2" in asked.told.text())
    at_home.home.projects.close_panel()
    QApplication.processEvents()
    free.set()
    qtbot.waitUntil(lambda: "1 without a packet" in said(at_home))
