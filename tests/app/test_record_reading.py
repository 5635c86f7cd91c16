"""What is filled into a printed workbook comes back as records; what cannot be read is told with sheet and cell."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from soc2desk.app.record_entering import Entering, entered
from soc2desk.app.record_reading import What, read_back
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.record_rules import is_complete
from soc2desk.storage.codec_records import record_to_plain
from tests.app.printed_workbooks import Cell, filled_in
from tests.composed import catalogue
from tests.domain.filled_records import DAY, engagement, with_records
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

RESTORE = "backup_restore_test"
AFAR, BEFORE = datetime(2999, 1, 1, 9, 30), datetime(1899, 12, 31)  # noqa: DTZ001 - a cell has no zone
REVIEW, USERS = "Access review", "Users reviewed"
ROW: tuple[Cell, ...] = (
    (REVIEW, "D2", "Console export of 14 March 2027"),
    (REVIEW, "F2", datetime(2027, 3, 15)),  # noqa: DTZ001
    (REVIEW, "G2", "Yes"),
    (REVIEW, "H2", "dana  whitfield"),
    (REVIEW, "I2", "none needed"),
    (REVIEW, "J2", "2027-03-15"),
    (REVIEW, "L2", "Inês Carvalho, 2027-03-16"),
)
LINE: tuple[Cell, ...] = (
    (USERS, "A2", "2027-Q1"),
    (USERS, "B2", "Production on Boreal Cloud"),
    (USERS, "C2", "icarvalho"),
    (USERS, "F2", "No"),
    (USERS, "H2", "Keep"),
)


def test_a_filled_in_row_comes_back_typed_and_complete(tmp_path: Path) -> None:
    found = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE), engagement())
    assert found.told == ()
    (taken,) = found.taken
    record = taken.record
    assert (taken.what, taken.sheet, taken.row) == (What.NEW, REVIEW, 2)
    assert record.id == "access-review-2027-q1-production-on-boreal-cloud"
    assert record.occurrence == "ACC-07/2027-Q1"
    assert record.day("review_date") == date(2027, 3, 15)
    assert record.text("own_access_reviewer") == "dana-whitfield"
    assert record.values["sign_off"] == Signature("ines-carvalho", date(2027, 3, 16))
    assert record.lines("lines") == ({"user": "icarvalho", "privileged": False, "decision": "keep"},)
    assert is_complete(record, engagement())


def test_rows_that_were_only_printed_are_no_records(tmp_path: Path) -> None:
    for layout in ("access_review", "vendor_review", "control_owner_signoff", "policy_acknowledgement"):
        found = read_back(filled_in(tmp_path / "a.xlsx", layout), engagement())
        assert (found.layout.id, found.taken, found.told) == (layout, (), ())


def test_a_broken_row_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    broken = ((REVIEW, "D3", "x"), (REVIEW, "F3", "15 March 2027"), (REVIEW, "G3", "perhaps"))
    found = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE, *broken), engagement())
    assert [one.row for one in found.taken] == [2]
    assert [(one.where, one.taken) for one in found.told] == [(f"{REVIEW}, F3", False), (f"{REVIEW}, G3", False)]
    assert "2027-01-31" in found.told[0].message


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("G", -5), ("G", 1e300), ("G", float(10**12)), ("G", "1e9"), ("A", AFAR), ("A", BEFORE),
    ],
)  # fmt: skip
def test_a_cell_that_no_file_holds_is_told_with_its_place(tmp_path: Path, column: str, cell: object) -> None:
    sheet = "Backup restore test"
    rows = ((sheet, "A2", "2027-03-15 09:30"), (sheet, "B2", "CRM"), (sheet, "G2", 2.5), (sheet, "B3", "Mail"))
    found = read_back(filled_in(tmp_path / "a.xlsx", RESTORE, *rows, (sheet, f"{column}3", cell)), engagement())
    assert [one.record.text("system") for one in found.taken] == ["CRM"]
    assert [one.where for one in found.told] == [f"{sheet}, {column}3"]


def test_a_very_small_number_is_written_as_a_file_reads_it(tmp_path: Path) -> None:
    cells = (("Backup restore test", "B2", "CRM"), ("Backup restore test", "G2", 0.0000123456))
    (taken,) = read_back(filled_in(tmp_path / "a.xlsx", RESTORE, *cells), engagement()).taken
    plain = record_to_plain(taken.record)["values"]
    assert isinstance(plain, dict)
    assert plain["time_taken"] == "0.000012"


def test_a_name_that_nobody_has_is_kept_and_told(tmp_path: Path) -> None:
    stranger = (*ROW[:-1], (REVIEW, "L2", "Pat Doe, 2027-03-16"))
    found = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *stranger, *LINE), engagement())
    assert found.taken[0].record.values["sign_off"] == Signature("Pat Doe", date(2027, 3, 16))
    assert [(one.where, one.taken) for one in found.told] == [(f"{REVIEW}, L2", True)]


def test_a_name_that_two_people_share_is_neither_of_them(tmp_path: Path) -> None:
    project = engagement().project
    twins = replace(project, people=(*project.people, replace(project.people[4], id="other-dana")))
    found = read_back(
        filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE), replace(engagement(), project=twins)
    )
    assert found.taken[0].record.text("own_access_reviewer") == "dana  whitfield", "as it was typed"
    assert found.told[0].where == f"{REVIEW}, H2"


def test_a_line_without_a_record_is_told(tmp_path: Path) -> None:
    lost = ((USERS, "A3", "2027-Q1"), (USERS, "B3", "Nowhere"), (USERS, "C3", "x"))
    found = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE, *lost), engagement())
    assert len(found.taken[0].record.lines("lines")) == 1
    assert [one.where for one in found.told] == [f"{USERS}, A3"]


def test_a_day_that_has_not_come_is_refused(tmp_path: Path) -> None:
    later = (*ROW[:-1], (REVIEW, "L2", "Inês Carvalho, 2027-05-01"))
    found = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *later, *LINE), engagement())
    assert found.taken == ()
    assert "2027-05-01 has not come yet" in found.told[0].message


def test_reading_twice_changes_nothing_and_a_change_keeps_the_day_of_entry(tmp_path: Path) -> None:
    first = read_back(filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE), engagement())
    project = entered(engagement().project, first.to_enter, engagement(), Entering(date(2027, 3, 20), "dana-whitfield"))
    seen = with_records(*project.records)
    again = read_back(tmp_path / "a.xlsx", seen)
    assert [one.what for one in again.taken] == [What.SAME]
    assert again.to_enter == ()
    changed = read_back(
        filled_in(tmp_path / "b.xlsx", "access_review", *ROW, *LINE, (REVIEW, "K2", "One, until May")), seen
    )
    assert [one.what for one in changed.taken] == [What.CHANGED]
    (record,) = entered(project, changed.to_enter, seen, Entering(DAY)).records
    assert (record.entered_by, record.entered_on, record.changed_on) == ("dana-whitfield", date(2027, 3, 20), DAY)


def test_columns_may_be_moved_and_rows_put_in_above(tmp_path: Path) -> None:
    path = filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE)
    book = openpyxl.load_workbook(path)
    book[REVIEW].insert_rows(1, 2)
    book[REVIEW].insert_cols(2)
    book.save(path)
    assert read_back(path, engagement()).taken[0].record.day("review_date") == date(2027, 3, 15)


def test_a_form_as_a_workbook_is_one_record(tmp_path: Path) -> None:
    cells: tuple[Cell, ...] = (
        ("Form", "B2", datetime(2027, 3, 15, 9, 30)),  # noqa: DTZ001
        ("Form", "B3", "Granite Vault"),
        ("Form", "B8", 2.5),
        ("Form", "B11", "Pass"),
        ("Form", "B12", "Samuel Okafor"),
        ("Form", "B13", "Dana Whitfield 2027-03-16"),
        ("Issues and actions", "A2", "none"),
    )
    found = read_back(filled_in(tmp_path / "a.xlsx", "backup_restore_test", *cells, form=True), engagement())
    assert found.told == ()
    record = found.taken[0].record
    assert record.moment("test_date") == datetime(2027, 3, 15, 9, 30)  # noqa: DTZ001
    assert (record.values["time_taken"], record.text("result"), record.text("tester")) == (2.5, "pass", "sam-okafor")
    assert record.lines("issues_actions") == ({"issue": "none"},)
    assert record.occurrence == "BCP-04/2027-Q1"


def test_a_workbook_from_elsewhere_is_refused_with_what_to_do(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(FileProblem, match="not printed here") as told:
        read_back(tmp_path / "other.xlsx", engagement())
    assert told.value.where == "other.xlsx"


def test_a_sheet_that_was_renamed_is_told(tmp_path: Path) -> None:
    path = filled_in(tmp_path / "a.xlsx", "access_review", *ROW)
    book = openpyxl.load_workbook(path)
    book[USERS].title = "People"
    book.save(path)
    with pytest.raises(FileProblem, match="Users reviewed was renamed"):
        read_back(path, engagement())


@pytest.mark.parametrize("layout", [one.id for one in catalogue().records])
def test_the_blank_form_of_every_layout_is_known_again(tmp_path: Path, layout: str) -> None:
    found = read_back(filled_in(tmp_path / "a.xlsx", layout, form=True), engagement())
    assert (found.layout.id, found.taken) == (layout, ())


@pytest.mark.skipif(not IS_THOROUGH or shutil.which("soffice") is None, reason="opens an office program")
def test_a_workbook_that_another_program_saved_is_read_the_same(tmp_path: Path) -> None:
    path = filled_in(tmp_path / "a.xlsx", "access_review", *ROW, *LINE)
    before = read_back(path, engagement())
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(path)]
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run([command[0], home, *command[1:]], check=True, capture_output=True, timeout=120)
    assert read_back(tmp_path / "out" / "a.xlsx", engagement()) == before
