"""A tabletop by keyboard: begun, read out, decided, broken off, gone on with, and ended in the record of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.desktop.pages.tabletop_wall import TabletopWall
from soc2desk.storage.tabletop_file import TABLETOP_FILE, read_play
from tests.desktop.driving import click, focused, press, write
from tests.desktop.looking import cut, nameless

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.pages.tabletop_page import TabletopPage
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.tabletops import Play


def page(window: MainWindow) -> TabletopPage:
    window.go("pages.tabletop")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def begun(window: MainWindow, scenario: str = "ransomware") -> TabletopPage:
    here = page(window)
    here.scenarios.setCurrentIndex(here.scenarios.findData(scenario))
    click(here.begin)
    return here


def kept(window: MainWindow) -> Play:
    assert window.project is not None
    found = read_play(window.project.session.folder)
    assert found is not None
    return found


def test_roles_go_to_their_holders_and_what_is_decided_is_kept_with_its_minute(brightwater: MainWindow) -> None:
    here = begun(brightwater)
    assert focused() is here.board.start
    assert here.seats.people["security_lead"].person == "priya-natarajan"
    press(Qt.Key.Key_Space)
    here._tick()
    click(here.board.next)
    assert here.board.title.text() == "1. The screen"
    assert not here.board.good.isVisible()
    here.decisions.line.setFocus()
    write("<b>Cable</b> out, {power} on")
    press(Qt.Key.Key_Return)
    (one,) = kept(brightwater).decisions
    assert (one.second, one.turn, one.words) == (1, "screen", "<b>Cable</b> out, {power} on")
    assert here.decisions.line.text() == ""
    here.decisions.list.setCurrentRow(0)
    here.decisions.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert kept(brightwater).decisions == ()


def test_one_that_was_broken_off_goes_on_where_it_stood(brightwater: MainWindow) -> None:
    here = begun(brightwater, "region-down")
    click(here.board.start)
    for _ in range(10):
        here._tick()
    click(here.board.next)
    assert brightwater.project is not None
    folder = brightwater.project.session.folder
    brightwater.show_home()
    assert brightwater.opening.open_folder(folder)
    again = page(brightwater)
    assert again is not here
    assert again.board.title.text() == "1. Silence"
    assert again.board.time.text().startswith("0:10")
    assert again.board.start.text() == "Go on"


def test_the_report_bears_today_and_stands_among_the_records(brightwater: MainWindow) -> None:
    here = begun(brightwater)
    click(here.closing.button)
    assert brightwater.banner.notice is not None
    assert "facilitator" in brightwater.banner.notice.text
    here.seats.led.emit("priya-natarajan")
    click(here.board.next)
    here.decisions.entered.emit("I lead.", "priya-natarajan", "")
    here.closing.texts["gaps"].setPlainText("Nobody knew the number.")
    here.closing.follow_ups.entered.emit("Print the list", "dana-whitfield", "2027-13-01")
    assert kept(brightwater).follow_ups == ()
    assert here.closing.follow_ups.line.text() == "Print the list"
    here.closing.follow_ups.line.clear()
    here.closing.follow_ups.entered.emit("Print the list", "dana-whitfield", "2027-01-15")
    click(here.closing.button)
    assert brightwater.project is not None
    record = brightwater.project.session.project.records[-1]
    assert (record.type, record.entered_on, record.day("date")) == (
        "tabletop_exercise", brightwater.desk.today, brightwater.desk.today,
    )  # fmt: skip
    assert record.text("gaps") == "Nobody knew the number."
    assert not here.closing.button.isEnabled()
    assert kept(brightwater).record == record.id
    brightwater.undo()
    assert here.closing.button.isEnabled()
    click(here.closing.button)
    assert brightwater.project.session.project.records[-1].type == "tabletop_exercise"


def test_no_report_is_made_without_what_is_typed_and_not_written_down(brightwater: MainWindow) -> None:
    here = begun(brightwater)
    click(here.board.next)
    here.seats.led.emit("dana-whitfield")
    for lines in (here.decisions, here.closing.follow_ups):
        lines.line.setText("Pull the cable")
        click(here.closing.button)
        assert brightwater.banner.notice is not None
        assert brightwater.banner.notice.text.startswith("Something is typed and not written down")
        assert not kept(brightwater).is_over
        assert focused() is lines.line
        press(Qt.Key.Key_Return)
    click(here.closing.button)
    assert kept(brightwater).is_over
    assert [one.words for one in kept(brightwater).decisions] == ["Pull the cable"]


def test_a_damaged_file_is_told_and_a_new_tabletop_sets_it_aside(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    folder = brightwater.project.session.folder
    (folder / TABLETOP_FILE).write_text("{")
    here = begun(brightwater)
    assert here.play is not None
    assert (folder / "tabletop-1.json").read_text() == "{"


def wall(window: MainWindow) -> TabletopWall:
    window.present()
    QApplication.processEvents()
    shown = window.stack.currentWidget()
    assert isinstance(shown, TabletopWall)
    return shown


def test_the_room_sees_the_present_turn_alone_and_keys_go_on_and_back(brightwater: MainWindow) -> None:
    brightwater.resize(900, 600)
    here = begun(brightwater)
    click(here.board.next)
    view = wall(brightwater)
    said = view.view.said
    assert said.startswith("1. The screen")
    assert "Security lead (Priya Natarajan), IT lead" in said
    assert "good answer" not in said
    assert "One person says aloud" not in said
    assert not here.isVisible()
    assert [*cut(view), *nameless(view)] == []
    press(Qt.Key.Key_Right)
    assert view.view.said.startswith("2. ")
    assert [one.turn for one in kept(brightwater).read] == ["screen", here.scenario.turns[1].id]  # type: ignore[union-attr]
    press(Qt.Key.Key_Left)
    assert view.view.said.startswith("1. ")
    press(Qt.Key.Key_Space)
    assert view.view.said.startswith("2. "), "what was read out already is shown, and nothing is read twice"
    assert len(kept(brightwater).read) == 2
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert "What it is about" in view.view.said
    press(Qt.Key.Key_F5)
    assert view.view.said.startswith("2. ")
    here._tick()
    assert view.time.text() == "0:01 of 75 minutes"
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.frame
    assert here.board.title.text().startswith("2. ")


def test_behind_the_last_turn_nothing_is_read_out_and_without_a_tabletop_f5_shows_the_questions(
    brightwater: MainWindow,
) -> None:
    here = page(brightwater)
    brightwater.present()
    assert not isinstance(brightwater.stack.currentWidget(), TabletopWall)
    press(Qt.Key.Key_Escape)
    assert here.on_the_wall(brightwater.remembered, brightwater) is None
    begun(brightwater)
    view = wall(brightwater)
    assert here.scenario is not None
    for _ in range(len(here.scenario.turns) + 3):
        press(Qt.Key.Key_PageDown)
    assert [one.turn for one in kept(brightwater).read] == [one.id for one in here.scenario.turns]
    assert view.due.text() == "That was the last turn."
    assert not view.onward.isEnabled()


def test_the_sheets_are_written_from_the_page_and_nothing_is_written_over(
    brightwater: MainWindow, tmp_path: Path
) -> None:
    here = page(brightwater)
    here.scenarios.setCurrentIndex(here.scenarios.findData("lost-laptop"))
    here.head.write_sheets(tmp_path / "sheets")
    sheets = sorted(path.name for path in (tmp_path / "sheets").iterdir())
    assert sheets == [
        f"tabletop-lost-laptop-{kind}.{ending}"
        for kind in ("facilitator", "participants")
        for ending in ("docx", "pdf")
    ]
    assert brightwater.banner.notice is not None
    assert "the sheets are written" in brightwater.banner.notice.text
    here.head.write_sheets(tmp_path / "sheets")
    assert "stands there already" in brightwater.banner.notice.text
