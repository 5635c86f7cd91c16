"""Workbooks row by row: what a spreadsheet holds as text, and what would hurt is refused."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import survey
from soc2desk.storage.sheets import read_sheet
from soc2desk.storage.workbooks_streamed import rows_of_sheet, sheet_names

if TYPE_CHECKING:
    from pathlib import Path


def saved(path: Path, *rows: list[object], before: bool = False) -> Path:
    book = Workbook()
    if before:
        book.active.append(["About this export"])  # type: ignore[union-attr]
        book.create_sheet("Users")
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_cells_come_as_the_text_that_a_csv_file_would_hold(tmp_path: Path) -> None:
    row = ["x", 3.0, 2.5, True, date(2027, 1, 31), datetime.fromisoformat("2027-01-31T10:05:00"), "#N/A", None]
    path = saved(tmp_path / "a.xlsx", row)
    found = list(rows_of_sheet(path, sheet_names(path)[0]))
    assert found == [(1, ("x", "3", "2.5", "TRUE", "2027-01-31 00:00:00", "2027-01-31 10:05:00"))]


def test_the_sheet_with_the_headings_is_taken_and_its_dates_are_sure(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Login", "Status", "Last sign-in"],
        ["ana", "Active", datetime.fromisoformat("2027-03-04T08:00:00")],
    ]
    path = saved(tmp_path / "a.xlsx", *rows, before=True)
    found = list(accounts_in(survey(path), Doubts()))
    assert [(one.user, one.enabled, one.last_login, one.line) for one in found] == [("ana", True, date(2027, 3, 4), 2)]


def test_people_come_from_a_workbook_as_from_text(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ["Name", "Start"], ["Mae Third", date(2027, 1, 4)])
    assert read_sheet(path) == ((1, ("Name", "Start")), (2, ("Mae Third", "2027-01-04 00:00:00")))


def test_a_workbook_that_swells_when_it_is_unpacked_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(60 * 1024 * 1024))
    with pytest.raises(FileProblem, match="unpacked"):
        sheet_names(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", b""])
def test_a_damaged_workbook_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileProblem):
        sheet_names(path)


def test_a_packed_file_that_is_no_workbook_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(FileProblem, match="no workbook"):
        sheet_names(path)
