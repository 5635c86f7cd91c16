"""A student in the auditor's chair, by keyboard: a list is read, items are drawn, and an exception is noted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from soc2desk.desktop.chair.chair_view import ChairView
from soc2desk.document.blocks import Paragraph, text
from soc2desk.domain.looks import Look
from soc2desk.renderers.docx import render
from soc2desk.storage.chair_file import CHAIR_FILE, read_chair
from tests.desktop.driving import click, focused, press, write
from tests.desktop.looking import cut, nameless
from tests.renderers.word_file import made

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.window import MainWindow

LIST = "room/people/leavers.csv"


def folder_of(window: MainWindow) -> Path:
    assert window.project is not None
    return window.project.session.folder


def seated(window: MainWindow) -> ChairView:
    """Sit down on a project with a small evidence room."""
    room = folder_of(window) / "room" / "people"
    room.mkdir(parents=True, exist_ok=True)
    rows = "\r\n".join(f"login{number},Person {number},2026-0{number}-01" for number in range(1, 8))
    (room / "leavers.csv").write_text(f"Login,Name,Last day\r\n{rows}\r\n", encoding="utf-8")
    (room / "note.md").write_text("# <b>Invented</b>", encoding="utf-8")
    window.actions_by_name["sit_in_chair"].trigger()
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, ChairView)
    return view


def show(view: ChairView, name: str) -> None:
    view.evidence.files.setCurrentIndex(view.evidence.files.findData(name))


def test_an_exception_is_about_the_line_that_was_chosen_and_is_kept_at_once(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    assert focused() is view.requests.list
    press(Qt.Key.Key_Down)
    request = view.requests.request
    show(view, LIST)
    view.evidence.table.selectRow(2)
    view.form.texts["expected"].setFocus()
    write("Off on the last day.")
    press(Qt.Key.Key_Tab)
    write("<i>On</i> {still}.")
    click(view.form.button)
    book = read_chair(folder_of(brightwater))
    assert book is not None
    (one,) = book.deviations
    assert (one.place.file, one.place.item, one.place.line, one.request) == (LIST, "login3", 4, request)
    assert (one.expected, one.found) == ("Off on the last day.", "<i>On</i> {still}.")
    assert all(part in view.done.item(0).text() for part in ("login3", "line 4"))
    view.done.setCurrentRow(0)
    view.done.setFocus()
    press(Qt.Key.Key_Delete)
    assert view.done.count() == 0
    click(view.undo)
    assert view.done.count() == 1


def test_what_nobody_chose_is_about_no_request_and_a_sample_asks_for_one(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    assert view.requests.request == ""
    view.form.texts["found"].setPlainText("A list without a date.")
    click(view.form.button)
    book = read_chair(folder_of(brightwater))
    assert book is not None
    assert [(one.request, one.said) for one in book.deviations] == [("", "A list without a date.")]
    show(view, LIST)
    view.sample.why.setText("All.")
    for button in (view.requests.take, view.sample.draw):
        click(button)
        assert brightwater.banner.notice is not None
        assert brightwater.banner.notice.text == "Choose the request that this is for."
    assert read_chair(folder_of(brightwater)) == book


def test_the_table_shows_the_line_of_the_file_beside_the_number_of_the_item(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    show(view, LIST)
    table = view.evidence.table
    heading, cell, number = (
        table.horizontalHeaderItem(0),
        table.item(2, 0),
        table.model().headerData(2, Qt.Orientation.Vertical),
    )
    assert heading is not None
    assert cell is not None
    assert (heading.text(), cell.text(), number) == ("Line of the file", "4", 3)
    table.selectRow(2)
    assert "line 4" in view.form.where.text()


def test_items_are_drawn_by_a_seed_or_by_hand_and_never_without_a_reason(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    view.requests.list.setCurrentRow(0)
    click(view.sample.draw)
    assert brightwater.banner.notice is not None
    show(view, LIST)
    view.sample.seed.setText("maple")
    click(view.sample.draw)
    assert "reason" in f"{brightwater.banner.notice.text} {brightwater.banner.notice.detail}"
    assert not (folder_of(brightwater) / CHAIR_FILE).exists()
    view.sample.why.setText("All that left in summer.")
    view.sample.count.setValue(3)
    click(view.sample.draw)
    view.evidence.table.selectRow(1)
    click(view.sample.pick)
    kept = json.loads((folder_of(brightwater) / CHAIR_FILE).read_text())["samples"]
    assert [(len(one["items"]), one["seed"]) for one in kept] == [(3, "maple"), (1, "")]


def test_text_is_shown_as_text_and_escape_leads_back(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    show(view, "room/people/note.md")
    QApplication.processEvents()
    assert view.evidence.text.toPlainText() == "# <b>Invented</b>"
    assert list(nameless(view)) == []
    assert list(cut(view)) == []
    view.requests.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.frame


def test_a_request_that_was_not_tested_needs_a_reason(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    view.requests.list.setCurrentRow(0)
    view.requests.outcome.setCurrentIndex(view.requests.outcome.findData("not_tested"))
    click(view.requests.take)
    assert not (folder_of(brightwater) / CHAIR_FILE).exists()
    view.requests.why.setText("No time left.")
    click(view.requests.take)
    assert "[Not tested]" in view.requests.list.item(0).text()


def test_a_file_that_is_no_packet_is_told(brightwater: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "odd.zip").write_bytes(b"nothing")
    brightwater.sit(tmp_path / "odd.zip")
    assert brightwater.banner.notice is not None
    assert brightwater.stack.currentWidget() is brightwater.frame


def test_a_large_picture_is_as_wide_as_its_place_and_cuts_nothing(brightwater: MainWindow) -> None:
    brightwater.resize(900, 600)
    room = folder_of(brightwater) / "room" / "screens"
    room.mkdir(parents=True)
    drawn = QPixmap(2400, 1200)
    drawn.fill(Qt.GlobalColor.red)
    drawn.save(str(room / "large.png"))
    view = seated(brightwater)
    show(view, "room/screens/large.png")
    QApplication.processEvents()
    picture = view.evidence.picture
    assert picture.isVisible()
    assert 0 < picture.pixmap().deviceIndependentSize().width() <= picture.width() <= 900
    assert list(cut(view)) == []
    show(view, LIST)
    QApplication.processEvents()
    assert list(cut(view)) == []


def test_minutes_in_word_are_read_in_the_chair_and_a_broken_file_is_told(brightwater: MainWindow) -> None:
    room = folder_of(brightwater) / "room" / "meetings"
    room.mkdir(parents=True)
    paper = made(Paragraph(text("Nobody came on <b>15 June</b>.")))
    (room / "minutes.docx").write_bytes(render(paper, Look()))
    (room / "broken.docx").write_bytes(b"PK no more")
    view = seated(brightwater)
    show(view, "room/meetings/minutes.docx")
    assert "Nobody came on <b>15 June</b>." in view.evidence.text.toPlainText()
    show(view, "room/meetings/broken.docx")
    assert not view.evidence.stack.isVisible()
    assert view.evidence.told.isVisible()


def test_controls_are_found_by_a_word_of_their_title_and_a_request_says_what_it_is_about(
    brightwater: MainWindow,
) -> None:
    view = seated(brightwater)
    assert view.requests.about.text() == "No request is chosen yet."
    rows = [view.requests.list.item(at).text()[:6] for at in range(view.requests.list.count())]
    view.requests.list.setCurrentRow(rows.index("ER-056"))
    assert "ACC-07" in view.requests.about.text()
    assert "CC6.3" in view.requests.about.text()
    offered = view.form.names["control"].completer()
    assert offered is not None
    offered.setCompletionPrefix("ACCESS REVIEW")
    titles = [offered.completionModel().index(at, 0).data() for at in range(offered.completionCount())]
    assert any(one.startswith("ACC-07") for one in titles)
    assert all("access review" in one.casefold() for one in titles)
    offered.setCompletionPrefix("acc-07")
    assert offered.currentCompletion() == "ACC-07", "the number alone goes into the line"


def test_an_exception_that_is_typed_and_not_noted_is_told_before_one_goes_back(brightwater: MainWindow) -> None:
    view = seated(brightwater)
    view.form.texts["found"].setFocus()
    write("Nobody looked.")
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is view
    assert brightwater.banner.notice is not None
    assert "not noted yet" in brightwater.banner.notice.text
    assert focused() is view.form.button
    press(Qt.Key.Key_Space)
    assert view.done.count() == 1
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.frame
