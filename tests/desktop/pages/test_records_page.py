"""Records in the window: what is owed, a form made from the layout, every change undone, workbooks read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from soc2desk.desktop.pages.records_page import RecordsPage
from soc2desk.desktop.records.editors import SignatureEditor
from soc2desk.desktop.records.lines_editor import LinesEditor
from tests.app.printed_workbooks import filled_in
from tests.composed import catalogue
from tests.desktop.conftest import DAY
from tests.domain.filled_records import filled

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.records.record_sheet import RecordSheet
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.kept_records import KeptRecord

RESTORE = ("backup_restore_test", "BCP-04/2027-Q1", "")


@pytest.fixture
def page(brightwater: MainWindow) -> RecordsPage:
    """Return the page of records of the sample company."""
    brightwater.go("pages.records")
    shown = brightwater.findChild(RecordsPage)
    assert shown is not None
    return shown


def records(page: RecordsPage) -> tuple[KeptRecord, ...]:
    return page.shell.project.session.project.records


def begun(page: RecordsPage, layout: str = RESTORE[0], occurrence: str = RESTORE[1]) -> RecordSheet:
    """Begin a record by the keyboard and return its form."""
    assert page.list.choose((layout, occurrence, ""))
    QTest.keyClick(page.list, Qt.Key.Key_Insert)
    assert page.panel.sheet is not None
    return page.panel.sheet


def commit(sheet: RecordSheet, name: str) -> None:
    sheet.fields[name].left()


def test_the_list_says_what_is_owed_and_how_far_it_is(page: RecordsPage) -> None:
    title = page.list.lines.findItems("Backup restore test (0 of 3)")[0]
    assert title.child(0, 0).text() == "2027-Q1, due 31 March 2027"
    assert title.child(0, 1).text() == "Not started"
    spoken = title.child(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2027-Q1, due 31 March 2027, Not started"
    assert len(page.list._types) == 26


def test_a_record_is_begun_for_what_is_owed_on_the_day_itself(page: RecordsPage) -> None:
    page.by.setCurrentIndex(page.by.findData("dana-whitfield"))
    sheet = begun(page)
    (record,) = records(page)
    assert (record.type, record.occurrence) == RESTORE[:2]
    assert (record.entered_by, record.entered_on) == ("dana-whitfield", DAY)
    assert sheet.entered.text() == "Entered on 25 November 2026 by Dana Whitfield"
    title = page.list.lines.findItems("Backup restore test (0 of 3)")[0]
    assert title.child(0, 1).text() == "Incomplete"
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_every_layout_has_its_form_and_shows_what_was_filled_in(page: RecordsPage) -> None:
    project = page.shell.project
    every = tuple(replace(filled(one), id=one.id.replace("_", "-")) for one in catalogue().records)
    assert project.replace(replace(project.session.project, records=every), "x") is None
    page.refresh()
    for record in every:
        assert page.show_place(f"records.{record.id}")
        sheet = page.panel.sheet
        assert sheet is not None
        assert sheet.record.id == record.id
        plain = project.session.plain["records"][record.id]["values"]  # type: ignore[index,call-overload]
        for name, field in sheet.fields.items():
            assert field.editor.value() == plain.get(name), (record.id, name)  # type: ignore[union-attr]
            assert all(widget.accessibleName() for widget in field.editor.focus_targets())
            assert sheet.needs[name].text() in {"Required", "Optional"}


def test_what_is_typed_stands_in_the_project_and_can_be_undone(page: RecordsPage) -> None:
    sheet = begun(page)
    QTest.keyClicks(sheet.fields["time_taken"].editor.first, "2.5")
    commit(sheet, "time_taken")
    assert records(page)[0].values["time_taken"] == 2.5
    assert records(page)[0].changed_on == DAY
    assert page.shell.project.undo_label == "Time to restore of a record"
    page.shell.project.undo()
    assert "time_taken" not in records(page)[0].values


def test_a_day_that_is_typed_later_says_when_that_was_said(page: RecordsPage) -> None:
    sheet = begun(page)
    record = records(page)[0]
    earlier = replace(record, entered_on=DAY - timedelta(days=90))
    project = page.shell.project
    assert project.replace(replace(project.session.project, records=(earlier,)), "x") is None
    page.refresh()
    QTest.keyClicks(sheet.fields["test_date"].editor.focus_targets()[0], "2026-09-01 09:30")
    commit(sheet, "test_date")
    (record,) = records(page)
    assert record.said_on == {"test_date": DAY}
    assert page.shell.project.undo_label
    page.shell.project.undo()
    assert records(page)[0].said_on == {}


def test_what_is_missing_is_listed_and_goes_when_it_is_filled_in(page: RecordsPage) -> None:
    sheet = begun(page)
    said = "Completeness and integrity check: Nothing is filled in."
    assert said in sheet.missing.said
    QTest.keyClicks(sheet.fields["integrity_check"].editor.first, "all 12 tables")
    commit(sheet, "integrity_check")
    assert said not in sheet.missing.said


def test_a_day_that_has_not_come_waits_to_be_mended(page: RecordsPage) -> None:
    sheet = begun(page)
    QTest.keyClicks(sheet.fields["test_date"].editor.first, "2026-11-26 09:00")
    commit(sheet, "test_date")
    assert "test_date" not in records(page)[0].values
    assert sheet.fields["test_date"].note.said[0].startswith("2026-11-26 has not come yet.")


def test_a_signature_is_a_name_and_today_or_an_earlier_day_that_is_told(page: RecordsPage) -> None:
    sheet = begun(page, "vendor_review", "VEN-04/2027")
    editor = sheet.fields["reviewer_date"].editor
    assert isinstance(editor, SignatureEditor)
    editor.who.show_value("dana-whitfield")
    QTest.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    assert records(page)[0].day("reviewer_date") == DAY
    assert sheet.late.isHidden()
    editor.line.clear()
    QTest.keyClicks(editor.line, "2026-11-01")
    commit(sheet, "reviewer_date")
    assert "1 November 2026" in sheet.late.text()
    assert not sheet.late.isHidden()


def lines_of(sheet: RecordSheet, name: str) -> LinesEditor:
    editor = sheet.fields[name].editor
    assert isinstance(editor, LinesEditor)
    return editor


def test_lines_are_added_typed_and_removed_by_keyboard(page: RecordsPage) -> None:
    sheet = begun(page)
    lines = lines_of(sheet, "issues_actions")
    QTest.keyClick(lines.table, Qt.Key.Key_Insert)
    typing = QApplication.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "Slow copy")
    QTest.keyClick(typing, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert records(page)[0].lines("issues_actions") == ({"issue": "Slow copy"},)
    lines.table.setCurrentIndex(lines.model.index(0, 0))
    QTest.keyClick(lines.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert records(page)[0].lines("issues_actions") == ()


def test_there_was_none_is_an_answer(page: RecordsPage) -> None:
    sheet = begun(page)
    lines = lines_of(sheet, "issues_actions")
    QTest.mouseClick(lines.none, Qt.MouseButton.LeftButton)
    assert records(page)[0].lines("issues_actions") == ({"issue": "none"},)
    assert not lines.none.isEnabled()
    assert "Issues and actions: Nothing is filled in." not in sheet.missing.said


def test_known_lines_are_filled_in_and_a_choice_is_shown_in_words(page: RecordsPage) -> None:
    sheet = begun(page, "control_owner_signoff", "MON-01/2027-Q1")
    lines = lines_of(sheet, "controls")
    QTest.mouseClick(lines.fill, Qt.MouseButton.LeftButton)
    assert lines.model.rowCount() > 60
    assert lines.model.index(0, 1).data() == "Siobhán O'Neill"
    lines.model.setData(lines.model.index(0, 2), "nothing")
    assert lines.model.index(0, 2).data() == "Nothing to do"
    assert records(page)[0].lines("controls")[0]["ran"] == "nothing"


def test_a_record_can_be_removed_and_comes_back(page: RecordsPage) -> None:
    sheet = begun(page)
    QTest.mouseClick(sheet.remove, Qt.MouseButton.LeftButton)
    assert records(page) == ()
    page.shell.project.undo()
    assert len(records(page)) == 1


CELLS = (
    ("Disposal record", "A2", "Laptop 7"),
    ("Disposal record", "E2", "2026-02-03"),
    ("Disposal record", "A3", "Laptop 8"),
    ("Disposal record", "E3", "soon"),
)


def test_a_workbook_is_shown_first_and_taken_by_a_press(page: RecordsPage, tmp_path: Path) -> None:
    page.take_file(filled_in(tmp_path / "a.xlsx", "disposal_record", *CELLS))
    assert page.reading is not None
    assert page.reading.summary.text() == "1 record can be taken."
    assert "Disposal record, E3" in page.reading.lines.toPlainText()
    assert records(page) == ()
    QTest.mouseClick(page.reading.take, Qt.MouseButton.LeftButton)
    (record,) = records(page)
    assert (record.text("item"), record.entered_on) == ("Laptop 7", DAY)
    assert page.panel.record == record
    page.shell.project.undo()
    assert records(page) == ()


def test_a_workbook_can_be_dropped_on_the_page(page: RecordsPage, tmp_path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(filled_in(tmp_path / "a.xlsx", "disposal_record", *CELLS)))])
    given = (Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(QPoint(5, 5), *given), QDropEvent(QPointF(5, 5), *given)):
        QApplication.sendEvent(page, event)
        assert event.isAccepted()
    assert page.reading is not None


def test_a_workbook_from_elsewhere_is_refused_in_the_banner(page: RecordsPage, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    told: list[object] = []
    page.shell.say.connect(told.append)
    page.take_file(tmp_path / "a.xlsx")
    assert [str(one).startswith("This is no XLSX workbook.") for one in told] == [True]
    assert page.reading is None


def test_a_place_leads_to_a_record_and_to_a_field_of_it(page: RecordsPage, brightwater: MainWindow) -> None:
    begun(page)
    name = records(page)[0].id
    brightwater.go("pages.overview")
    brightwater.go(f"records.{name}.time_taken")
    sheet = page.panel.sheet
    assert sheet is not None
    assert sheet.fields["time_taken"].isAncestorOf(QApplication.focusWidget())
