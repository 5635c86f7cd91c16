"""A colleague's copy in the window: what differs side by side, a choice for each, and one change that can be undone."""

from __future__ import annotations

import shutil
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from soc2desk.app import merging
from soc2desk.app.merging import Side, Why
from soc2desk.app.sending import send
from soc2desk.app.session import open_session
from soc2desk.storage import locked_file, sending
from tests.app.merge_story import ended
from tests.desktop.driving import click, focused, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.pages.merge_page import MergePage
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project

PATIENCE_MS = 60_000
COMPANY: Where = ("answers", "company")
NOTE: Where = ("answers", "legal_name")


def page(window: MainWindow) -> MergePage:
    window.merge_copy()
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def project(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project.session.project


@pytest.fixture
def stick(brightwater: MainWindow, tmp_path: Path) -> Path:
    """Return a copy of the open project on a stick, on which a colleague worked while it was worked on here too."""
    window = brightwater
    assert window.project is not None
    folder = window.project.session.folder
    shutil.copytree(folder, tmp_path / "stick", ignore=shutil.ignore_patterns("*.lock"))
    put(window, {COMPANY: "Brightwater Here", ("people", "dana-whitfield", "note"): "Here alone"})
    theirs: dict[Where, Plain] = {
        COMPANY: "Brightwater There", ("people", "sam-roy"): {"name": "Sam Roy", "title": "Intern"},
    }  # fmt: skip
    with closing(open_session(window.desk, tmp_path / "stick")) as session:
        session.put(theirs, "there")
        session.save()
    return tmp_path / "stick"


def put(window: MainWindow, values: dict[Where, Plain]) -> None:
    assert window.project is not None
    assert window.project.put(values, "here") is None
    assert window.project.save()


def read(window: MainWindow, path: Path, qtbot: QtBot) -> MergePage:
    here = page(window)
    here.source.choose(path)
    qtbot.waitUntil(lambda: here.looked is not None and not here.job.is_running, timeout=PATIENCE_MS)
    return here


def clashes(here: MergePage) -> list[str]:
    return [row.difference.path for row in here.rows if row.difference.must_choose]


def lines(here: MergePage) -> list[str]:
    return [here.model.said(row) for row in here.model.rows]


def test_the_differences_stand_side_by_side_and_what_waits_comes_first(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    here = read(brightwater, stick, qtbot)
    assert here.counts.text() == "stick: 1 only in the other copy, 1 only here, 1 to choose."
    assert lines(here) == [
        "Your company \u00b7 What is the company called? \u00b7 choose",
        "People and roles \u00b7 Dana Whitfield: Note \u00b7 yours stays",
        "People and roles \u00b7 Sam Roy \u00b7 theirs is taken",
    ]
    assert focused() is here.list
    assert here.sides.texts[Side.MINE].toPlainText() == "Brightwater Here"
    assert here.sides.texts[Side.THEIRS].toPlainText() == "Brightwater There"
    assert here.sides.base.text() == "Before, in both: Brightwater Labs Inc."
    assert not here.apply.isEnabled()
    assert project(brightwater).answers["company"].value == "Brightwater Here"


def test_by_keyboard_one_chooses_brings_together_and_undoes_it(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    window, here = brightwater, read(brightwater, stick, qtbot)
    before = project(window)
    here.sides.buttons[Side.THEIRS].setFocus()
    press(Qt.Key.Key_Space)
    assert (here.left.text(), here.apply.isEnabled()) == ("Everything is chosen.", True)
    here.apply.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: project(window) != before and not here.job.is_running, timeout=PATIENCE_MS)
    assert project(window).answers["company"].value == "Brightwater There"
    assert project(window).person["sam-roy"].title == "Intern"
    assert project(window).person["dana-whitfield"].note == "Here alone"
    assert window.project is not None
    assert window.project.undo_label == "Bring a colleague's copy together"
    window.undo()
    assert project(window) == before


def test_in_a_small_window_one_chooses_by_arrow_keys_and_sees_all_that_is_to_be_done(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    brightwater.resize(900, 600)
    here = read(brightwater, stick, qtbot)
    QApplication.processEvents()
    for widget in (*here.sides.buttons.values(), here.apply, here.left):
        assert widget.visibleRegion().boundingRect().height() == widget.height()
    press(Qt.Key.Key_Right)
    assert (here.choices, here.left.text()) == ({"answers.company": Side.THEIRS}, "Everything is chosen.")
    press(Qt.Key.Key_Left)
    assert here.choices == {"answers.company": Side.MINE}
    assert here.apply.isEnabled()


def test_what_is_chosen_for_a_side_and_by_hand_is_shown_in_each_line(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    here = read(brightwater, stick, qtbot)
    click(here.all[Side.MINE])
    assert [line.rpartition(" \u00b7 ")[2] for line in lines(here)] == ["yours stays", "yours stays", "theirs is taken"]
    here.shown.setCurrentIndex(here.shown.findData("theirs"))
    assert [row.difference.why for row in here.model.rows] == [Why.THEIRS]
    here.list.setCurrentIndex(here.model.index(0))
    here.choose(Side.MINE)
    assert lines(here) == ["People and roles \u00b7 Sam Roy \u00b7 yours stays"]
    before = project(brightwater)
    here.act()
    qtbot.waitUntil(lambda: brightwater.banner.notice is not None and not here.job.is_running, timeout=PATIENCE_MS)
    assert brightwater.banner.notice is not None
    assert "nothing was changed" in brightwater.banner.notice.text
    assert project(brightwater) == before


def test_one_chooses_for_all_of_one_page_and_what_waits_elsewhere_goes_on_waiting(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    put(brightwater, {("people", "sam-roy"): {"name": "Sam Roy", "title": "Guest"}})
    here = read(brightwater, stick, qtbot)
    offered = [here.shown.itemText(at) for at in range(here.shown.count())]
    assert offered[4:] == ["Page: Your company", "Page: People and roles"]
    here.shown.setCurrentIndex(5)
    assert {row.page_title for row in here.model.rows} == {"People and roles"}
    click(here.all[Side.THEIRS])
    assert here.choices == {"people.sam-roy.title": Side.THEIRS}
    assert here.left.text() == "1 difference waits for your choice."
    assert not here.all[Side.THEIRS].isEnabled(), "nothing on this page waits"
    here.shown.setCurrentIndex(0)
    assert here.all[Side.THEIRS].isEnabled()


def test_what_is_changed_here_meanwhile_is_seen_before_anything_is_brought_in(
    brightwater: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    here = read(brightwater, stick, qtbot)
    here.choose_rest(Side.THEIRS)
    put(brightwater, {("people", "sam-roy"): {"name": "Sam Roy", "title": "Guest"}})
    here.refresh()
    qtbot.waitUntil(lambda: not here.job.is_running, timeout=PATIENCE_MS)
    assert clashes(here) == ["answers.company", "people.sam-roy.title"]
    assert here.choices == {"answers.company": Side.THEIRS}
    assert not here.apply.isEnabled()


def test_what_is_changed_here_while_the_copy_is_read_is_in_what_is_shown(
    brightwater: MainWindow, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on, kept = Event(), Event(), merging.open_other

    def slow(*of_whom: object) -> object:
        reading.set()
        go_on.wait(10)
        return kept(*of_whom)  # type: ignore[arg-type]

    monkeypatch.setattr(merging, "open_other", slow)
    here = page(brightwater)
    here.source.choose(stick)
    assert reading.wait(10)
    put(brightwater, {("people", "sam-roy"): {"name": "Sam Roy", "title": "Guest"}})
    go_on.set()
    qtbot.waitUntil(lambda: not here.job.is_running, timeout=PATIENCE_MS)
    assert here.looked is not None
    assert here.looked.copies.mine == project(brightwater)
    assert clashes(here) == ["answers.company", "people.sam-roy.title"]


def test_a_file_under_a_password_asks_for_it_and_tells_a_wrong_one(
    brightwater: MainWindow, stick: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sending.LockedWriter
    monkeypatch.setattr(sending, "LockedWriter", lambda file, password, _: kept(file, password, locked_file.LEAST_COST))
    locked = tmp_path / "theirs.soc2desk"
    ended(send(brightwater.desk, stick, locked, with_evidence=False, password="four words of mine"))  # noqa: S106 - of a test
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(locked), ""))
    here = page(brightwater)
    assert not here.source.password.isVisible()
    click(here.source.file)
    assert focused() is here.source.password
    here.source.password.setText("another")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not here.job.is_running, timeout=PATIENCE_MS)
    assert here.looked is None
    here.source.password.setText("four words of mine")
    click(here.source.read)
    qtbot.waitUntil(lambda: here.looked is not None and not here.job.is_running, timeout=PATIENCE_MS)
    assert len(here.rows) == 3
