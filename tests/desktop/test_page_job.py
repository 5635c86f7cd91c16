"""The one job of a page: an answer that holds no longer is never told, and what was done is told in any case."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from soc2desk.desktop.jobs import one_act
from soc2desk.desktop.page_job import PageJob

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def job(brightwater: MainWindow) -> PageJob:
    assert brightwater.frame is not None
    return PageJob(brightwater.frame.shell, brightwater)


def test_of_two_looks_only_the_one_asked_last_is_told_however_late_the_first_ends(job: PageJob, qtbot: QtBot) -> None:
    told: list[str] = []
    gate = Event()
    job.look(lambda: gate.wait(10) and "first", told.append)
    job.look(lambda: "second", told.append)
    job.look(lambda: "third", told.append)
    gate.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert told == ["third"]


def test_what_an_act_did_is_told_also_when_something_was_asked_meanwhile(job: PageJob, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    gate = Event()

    def tell(what: str) -> None:
        told.append((what, current_thread() is main_thread()))

    job.start(lambda: one_act(lambda: gate.wait(10) and "done"), tell)
    job.look(lambda: "seen", tell)
    assert job.is_running
    gate.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert told == [("done", True), ("seen", True)]


def test_a_fault_nobody_takes_is_said_with_its_report_and_the_window_can_be_closed_then(
    job: PageJob, brightwater: MainWindow, qtbot: QtBot
) -> None:
    def broken() -> None:
        raise RuntimeError("a fault of ours")

    job.look(broken, lambda _: None)
    assert brightwater.project is not None
    assert brightwater.project.work is not None
    qtbot.waitUntil(lambda: not job.is_running)
    assert brightwater.project.work is None
    assert brightwater.banner.notice is not None
    assert brightwater.banner.notice.actions
