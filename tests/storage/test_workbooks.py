"""Workbooks as they come from anywhere: values are read, and what is broken or hostile is refused in a sentence."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soc2desk.domain.problems import FileProblem
from soc2desk.storage import workbooks
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import survey
from soc2desk.storage.sheets import read_sheet
from soc2desk.storage.workbooks import read_sheets, rows_of_sheet, sheet_names

if TYPE_CHECKING:
    from pathlib import Path


def saved(path: Path, rows: list[list[object]], title: str = "Users") -> Path:
    """Write a workbook of one sheet and return where it stands."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Rewrite one part of a workbook."""
    with ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with ZipFile(path, "w", ZIP_DEFLATED) as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return path


def test_text_numbers_days_and_yes_or_no_come_as_what_they_are(tmp_path: Path) -> None:
    when = datetime(2027, 1, 31, 17, 5)  # noqa: DTZ001 - a workbook knows no time zone
    path = saved(tmp_path / "a.xlsx", [["Zoë", 2.5, True, when], [None, 7, None]])
    assert read_sheets(path) == {"Users": [["Zoë", 2.5, True, when], [None, 7]]}


def test_a_formula_that_was_never_computed_is_empty_and_never_run(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["=1+1", "x"], ['=HYPERLINK("http://evil.example")']])
    assert read_sheets(path) == {"Users": [[None, "x"]]}


def test_rows_keep_their_numbers_and_empty_ones_at_the_end_go(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"], [], [None, ""], ["b"], [None], []])
    assert read_sheets(path) == {"Users": [["a"], [], [], ["b"]]}


def test_hidden_sheets_are_read_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Fields")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "id"
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx")["Fields"] == [["id"]]


@pytest.mark.parametrize("content", [b"", b"name,mail\n", b"%PDF-1.7", b"\x00" * 400])
def test_what_is_no_workbook_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="no XLSX workbook") as told:
        read_sheets(path)
    assert told.value.where == "list.xlsx"
    assert told.value.hint


def test_a_protected_or_old_workbook_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileProblem, match="old or a protected"):
        read_sheets(path)


def test_a_zip_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as made:
        made.writestr("hello.txt", "hello")
    with pytest.raises(FileProblem, match="no XLSX workbook"):
        read_sheets(path)


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="It is not there"):
        read_sheets(tmp_path / "gone.xlsx")


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_half_a_workbook_is_broken(tmp_path: Path, keep: float) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"] * 9 for _ in range(200)])
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(FileProblem, match="broken"):
        read_sheets(path)


def test_a_sheet_that_is_no_xml_is_broken(tmp_path: Path) -> None:
    path = changed(saved(tmp_path / "a.xlsx", [["a"]]), "xl/worksheets/sheet1.xml", b"</sheetData>", b"</wrong>")
    with pytest.raises(FileProblem, match="broken"):
        read_sheets(path)


def test_a_part_that_declares_entities_is_left_alone(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha">]><worksheet'
    path = changed(saved(tmp_path / "a.xlsx", [["a"]]), "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    with pytest.raises(FileProblem, match="declarations"):
        read_sheets(path)


def test_a_workbook_that_swells_is_left_alone_before_it_is_unpacked(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"]])
    with ZipFile(path, "a", ZIP_DEFLATED) as made:
        made.writestr("xl/media/bomb.bin", bytes(16 * 1024 * 1024))
    with pytest.raises(FileProblem, match="far too large"):
        read_sheets(path)


def test_a_workbook_of_few_bytes_and_a_million_looks_is_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"]])
    with ZipFile(path) as made:
        held = {one: made.read(one) for one in made.namelist()}
    held["xl/styles.xml"] = held["xl/styles.xml"].replace(b"</cellXfs>", b"<xf/>" * 1_000_000 + b"</cellXfs>")
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, content in held.items():
            made.writestr(name, content)
    assert path.stat().st_size < 50_000
    with pytest.raises(FileProblem, match="far too large"):
        read_sheets(path)


def test_a_row_of_millions_of_cells_without_content_is_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"]])
    with ZipFile(path, "a", ZIP_DEFLATED) as made:
        row = b"<row>" + b'<c r="A1" s="0"/>' * 100_000
        made.writestr("xl/worksheets/more.xml", row * 9)
    with pytest.raises(FileProblem, match="far too large"):
        read_sheets(path)


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(2 * 1024**3)
    with pytest.raises(FileProblem, match="larger than 64 MB"):
        read_sheets(path)


def test_too_many_cells_are_refused_and_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 20)
    with pytest.raises(FileProblem, match="20 cells"):
        read_sheets(saved(tmp_path / "a.xlsx", [["a"] * 7 for _ in range(3)]))


def test_a_lonely_cell_in_the_last_row_costs_nothing_more(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "first"
    book.active["A1048576"].number_format = "0.0"
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx") == {"Sheet": [["first"]]}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 6000), flip=st.integers(1, 255))
def test_a_damaged_byte_never_ends_in_anything_but_cells_or_a_sentence(tmp_path: Path, at: int, flip: int) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Zoë", 1, "x"])
    target = io.BytesIO()
    book.save(target)
    raw = bytearray(target.getvalue())
    raw[at % len(raw)] ^= flip
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw)
    with suppress(FileProblem):
        read_sheets(path)


def test_as_text_cells_are_what_a_csv_file_would_hold(tmp_path: Path) -> None:
    row = ["x", 3.0, 2.5, True, date(2027, 1, 31), datetime.fromisoformat("2027-01-31T10:05:00"), "#N/A", None]
    path = saved(tmp_path / "a.xlsx", [[], row])
    found = list(rows_of_sheet(path, sheet_names(path)[0]))
    assert found == [(2, ("x", "3", "2.5", "TRUE", "2027-01-31 00:00:00", "2027-01-31 10:05:00"))]


def test_the_sheet_with_the_headings_is_taken_and_its_dates_are_sure(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["About this export"])
    users = book.create_sheet("Users")
    users.append(["Login", "Status", "Last sign-in"])
    users.append(["ana", "Active", datetime.fromisoformat("2027-03-04T08:00:00")])
    book.save(tmp_path / "a.xlsx")
    found = list(accounts_in(survey(tmp_path / "a.xlsx"), Doubts()))
    assert [(one.user, one.enabled, one.last_login, one.line) for one in found] == [("ana", True, date(2027, 3, 4), 2)]


def test_people_come_from_a_workbook_as_from_text(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", [["Name", "Start"], ["Mae Third", date(2027, 1, 4)]])
    assert read_sheet(path) == ((1, ("Name", "Start")), (2, ("Mae Third", "2027-01-04 00:00:00")))


def test_row_by_row_the_same_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.xlsx", [["a"] * 7 for _ in range(3)])
    monkeypatch.setattr(workbooks, "MOST_CELLS", 20)
    with pytest.raises(FileProblem, match="20 cells") as told:
        list(rows_of_sheet(path, "Users"))
    assert told.value.where == "a.xlsx"


def test_row_by_row_a_sheet_that_breaks_on_the_way_is_broken(tmp_path: Path) -> None:
    path = changed(saved(tmp_path / "a.xlsx", [["a"]]), "xl/worksheets/sheet1.xml", b"</sheetData>", b"</wrong>")
    with pytest.raises(FileProblem, match="broken"):
        list(rows_of_sheet(path, "Users"))
