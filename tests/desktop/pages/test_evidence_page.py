"""The page of evidence, used as a person does: narrowed, attached, judged, taken out and undone."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from soc2desk.desktop.pages.evidence_page import EvidencePage
from soc2desk.domain.evidence import Evidence, Standing
from tests.desktop.driving import click, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(brightwater: MainWindow) -> EvidencePage:
    brightwater.resize(1280, 800)
    brightwater.go("requests.ER-053")
    shown = brightwater.frame.page  # type: ignore[union-attr]
    assert isinstance(shown, EvidencePage)
    return shown


@pytest.fixture
def leavers(tmp_path: Path) -> Path:
    path = tmp_path / "Leavers.csv"
    path.write_text("name,day\nKim,2026-02-01\n", encoding="utf-8")
    return path


def pieces(page: EvidencePage) -> tuple[Evidence, ...]:
    return page.shell.project.session.project.evidence


def attach(page: EvidencePage, qtbot: QtBot, *files: Path) -> None:
    with qtbot.waitSignal(page.copying.ended):
        page.attach(list(files))
    page.shell.project.settle()


def choose(page: EvidencePage, name: str, value: str) -> None:
    combo = page.detail.form.fields[name]
    combo.setCurrentIndex(combo.findData(value))  # type: ignore[union-attr]
    assert combo.currentData() == value  # type: ignore[union-attr]


def test_a_list_is_attached_by_dialog_with_what_is_said_of_it(
    page: EvidencePage, qtbot: QtBot, leavers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(leavers)], ""))
    press(Qt.Key.Key_Return)
    page.detail.form.fields["source"].setText("HR")  # type: ignore[union-attr]
    choose(page, "by", "kwame-mensah")
    choose(page, "population", "terminations")
    with qtbot.waitSignal(page.copying.ended):
        click(page.detail.buttons["attach"])
    (one,) = pieces(page)
    assert (one.name, one.source, one.by, one.rows, one.requests) == ("Leavers", "HR", "kwame-mensah", 1, ("ER-053",))
    assert one.received == page.shell.desk.today
    assert page.detail.piece_id == one.id
    assert one.digest in page.detail.about.text()
    assert page.copying.isHidden()


def test_files_dropped_on_a_line_are_attached_to_it(page: EvidencePage, qtbot: QtBot, leavers: Path) -> None:
    page.list.scrollToTop()
    line = page.list.visualRect(page.list.lines.index(4, 0))
    wanted = str(page.list.lines.index(4, 0).data(Qt.ItemDataRole.UserRole))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(leavers))])
    place = line.center()
    move = QDragMoveEvent(place, COPY, data, LEFT, NONE)
    page.list.dragMoveEvent(move)
    assert move.isAccepted()
    with qtbot.waitSignal(page.copying.ended):
        page.list.dropEvent(QDropEvent(QPointF(place), COPY, data, LEFT, NONE))
    (one,) = pieces(page)
    assert wanted in {one.occurrence, *one.requests}


def test_one_bad_file_is_told_and_those_before_it_stay(
    page: EvidencePage, brightwater: MainWindow, qtbot: QtBot, leavers: Path, tmp_path: Path
) -> None:
    attach(page, qtbot, leavers, tmp_path / "nowhere.csv")
    assert len(pieces(page)) == 1
    assert brightwater.banner.notice is not None
    assert "It is not there" in brightwater.banner.notice.text


def test_copying_is_stopped_and_nothing_is_left(page: EvidencePage, qtbot: QtBot, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    page.attach([large])
    assert page.copying.isVisible()
    with qtbot.waitSignal(page.copying.ended):
        click(page.copying.stop)
    assert pieces(page) == ()
    assert not (page.shell.project.session.folder / "evidence").exists()


def test_a_piece_is_judged_by_somebody_else_and_undone(
    page: EvidencePage, brightwater: MainWindow, qtbot: QtBot, leavers: Path
) -> None:
    choose(page, "by", "kwame-mensah")
    attach(page, qtbot, leavers)
    review = page.detail.review
    assert review.by.findData("kwame-mensah") < 0
    click(review.accept)
    assert brightwater.banner.notice is not None
    assert "reviews" in brightwater.banner.notice.text
    review.by.setCurrentIndex(review.by.findData("ines-carvalho"))
    click(review.accept)
    (one,) = pieces(page)
    assert (one.state, one.reviewed_by, one.reviewed_on) == (Standing.ACCEPTED, "ines-carvalho", page.shell.desk.today)
    click(review.reject)
    assert pieces(page)[0].state is Standing.ACCEPTED, "a rejection needs a reason"
    review.reason.setText("Another month")
    click(review.reject)
    assert (pieces(page)[0].state, pieces(page)[0].reason) == (Standing.REJECTED, "Another month")
    page.shell.project.undo()
    assert pieces(page)[0].state is Standing.ACCEPTED


def test_what_is_taken_out_comes_back_with_its_file(page: EvidencePage, qtbot: QtBot, leavers: Path) -> None:
    attach(page, qtbot, leavers)
    click(page.detail.buttons["remove"])
    assert pieces(page) == ()
    page.shell.project.undo()
    page.shell.project.settle()
    (line,) = [row for row in page.rows if row.id == "ER-053"]
    assert [piece.flags for piece in line.pieces] == [("undated",)]


def test_days_are_changed_and_a_day_to_come_is_told(
    page: EvidencePage, brightwater: MainWindow, qtbot: QtBot, leavers: Path
) -> None:
    attach(page, qtbot, leavers)
    page.detail.form.fields["dated"].setText("2026-10-01")  # type: ignore[union-attr]
    click(page.detail.buttons["keep"])
    assert pieces(page)[0].dated == date(2026, 10, 1)
    page.detail.form.fields["dated"].setText("2190-10-01")  # type: ignore[union-attr]
    click(page.detail.buttons["keep"])
    assert brightwater.banner.notice is not None
    assert "still to come" in brightwater.banner.notice.text
    assert pieces(page)[0].dated == date(2026, 10, 1)


def test_a_file_that_was_changed_is_seen_on_its_line(page: EvidencePage, qtbot: QtBot, leavers: Path) -> None:
    attach(page, qtbot, leavers)
    stored = page.detail.stored()
    assert stored is not None
    stored.write_text("forged", encoding="utf-8")
    os.utime(stored, (0, 0))
    page.refresh()
    (line,) = [row for row in page.rows if row.id == "ER-053"]
    assert "changed" in line.pieces[0].flags
    at = [page.list.lines.item(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(page.list.lines.rowCount())]
    assert "needs a look" in page.list.lines.item(at.index("ER-053"), 2).text()


def test_filters_narrow_and_a_piece_leads_to_its_line(
    page: EvidencePage, brightwater: MainWindow, qtbot: QtBot, leavers: Path
) -> None:
    attach(page, qtbot, leavers)
    page.filters["state"].setCurrentIndex(page.filters["state"].findData("collected"))
    assert page.list.lines.rowCount() == 1
    page.filters["show"].setCurrentIndex(page.filters["show"].findData("due"))
    assert page.list.lines.rowCount() == 0, "the window has not begun"
    brightwater.go("evidence.e-0001")
    assert (page.list.current, page.detail.piece_id) == ("ER-053", "e-0001")
    brightwater.go("occurrences.ACC-07/2027-Q1")
    assert page.list.current == "ACC-07/2027-Q1"
    assert page.detail.good.text() == "From 1 January 2027 to 31 March 2027."


def test_files_go_into_the_packet_only_when_the_person_ticks_it(
    page: EvidencePage, brightwater: MainWindow, qtbot: QtBot, leavers: Path
) -> None:
    brightwater.go("pages.packet")
    packet = brightwater.frame.page  # type: ignore[union-attr]
    choices = packet.before.choices  # type: ignore[attr-defined]
    assert choices.evidence.isHidden(), "there is nothing to copy yet"
    brightwater.go("requests.ER-053")
    attach(page, qtbot, leavers)
    brightwater.go("pages.packet")
    assert not choices.evidence.isHidden()
    assert not choices.wishes().evidence
    choices.evidence.click()
    assert choices.wishes().evidence
    choices.reader.show_value("staff")
    assert not choices.wishes().evidence


def test_what_is_typed_for_a_new_piece_waits_until_its_line_is_shown_again(
    page: EvidencePage, leavers: Path, qtbot: QtBot
) -> None:
    field = page.detail.form.fields["query"]
    field.setText("left since 1 January")  # type: ignore[union-attr]
    page.show_place("requests.ER-045")
    assert field.text() == ""  # type: ignore[union-attr]
    page.show_place("requests.ER-053")
    assert field.text() == "left since 1 January"  # type: ignore[union-attr]
    attach(page, qtbot, leavers)
    assert pieces(page)[0].query == "left since 1 January"
    page.detail.pieces.setCurrentIndex(0)
    assert field.text() == "", "it was attached, and does not stand there for the next piece"  # type: ignore[union-attr]


def test_a_copy_of_the_project_holds_the_files_too(
    page: EvidencePage, leavers: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(page, qtbot, leavers)
    made = page.shell.project.session.save_copy(tmp_path / "copy")
    (one,) = pieces(page)
    assert (made / "evidence" / one.file).read_bytes() == leavers.read_bytes()


def test_of_many_pieces_that_are_not_asked_for_some_are_named_and_the_others_counted(page: EvidencePage) -> None:
    session = page.shell.project.session
    kept = tuple(Evidence(f"e-{number:04}", f"Old {number}", occurrence="ACC-07/2019-Q1") for number in range(1, 31))
    session.replace(replace(session.project, evidence=kept), "many")
    page.refresh()
    said = page.left_over.text()
    assert "e-0001 Old 1;" in said
    assert "Old 30" not in said
    assert "18 more" in said
    assert not any(row.pieces for row in page.rows)


def test_a_piece_whose_file_has_gone_is_flagged_on_its_line(page: EvidencePage) -> None:
    session = page.shell.project.session
    gone = Evidence("e-0001", "Leavers", requests=("ER-053",), file="e-0001-gone.csv", digest="0" * 64, size=3)
    session.replace(replace(session.project, evidence=(gone,)), "gone")
    page.refresh()
    (row,) = [row for row in page.rows if row.id == "ER-053"]
    assert [flag.value for piece in row.pieces for flag in piece.flags if flag.value == "missing"] == ["missing"]
