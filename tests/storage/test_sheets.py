"""Tables out of spreadsheets: what other programs write is read, what is no table is refused in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.sheets import MOST_BYTES, MOST_ROWS, read_sheet, rows_of

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Name,E-mail\nZoë Côté,zoe@acme.example\n"
READ = ((1, ("Name", "E-mail")), (2, ("Zoë Côté", "zoe@acme.example")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(WORDS.encode(encoding))
    assert read_sheet(path) == READ


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_commas_semicolons_or_tabs(sign: str) -> None:
    assert rows_of(WORDS.replace(",", sign)) == READ


def test_a_file_may_say_itself_what_parts_its_cells() -> None:
    assert rows_of("sep=|\r\nName|E-mail\r\nA, B|c\r\n") == ((2, ("Name", "E-mail")), (3, ("A, B", "c")))


def test_a_quoted_cell_may_hold_line_ends_and_commas() -> None:
    text = 'Name,Note\r\n"Whitfield, Dana","first\r\nsecond ""quoted"""\r\n'
    assert rows_of(text)[1] == (2, ("Whitfield, Dana", 'first\nsecond "quoted"'))


def test_a_copied_cell_may_begin_with_a_quotation_mark() -> None:
    assert rows_of('Name\tNote\nDana\t"the" boss\nMae\t5" disk')[1:] == (
        (2, ("Dana", '"the" boss')),
        (3, ("Mae", '5" disk')),
    )


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers() -> None:
    assert rows_of("\n,,\nName,E-mail\n,\nDana,\n") == ((3, ("Name", "E-mail")), (5, ("Dana", "")))


def test_a_quotation_mark_that_is_never_closed_is_said_and_swallows_nothing() -> None:
    with pytest.raises(FileProblem, match="do not fit together"):
        rows_of('Name,Note\n"Dana,x\nMae,y\n')


def test_a_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"PK\x03\x04" + bytes(400))
    with pytest.raises(FileProblem, match="workbook") as raised:
        read_sheet(path)
    assert "Save it as CSV" in str(raised.value)


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 4, b"\x00" * 2000, b"\x01\x02" * 500_000], ids=["binary", "zeros", "a megabyte"]
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(raw)
    with pytest.raises(FileProblem, match="not text"):
        read_sheet(path)


def test_a_file_that_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(FileProblem, match="cannot be read"):
            read_sheet(path)


def test_a_table_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    with pytest.raises(FileProblem, match="larger than 5 MB"):
        read_sheet(path)
    assert len(rows_of("Name\n" + "x\n" * MOST_ROWS)) == MOST_ROWS + 1
    with pytest.raises(FileProblem, match="at most 5,000"):
        rows_of("Name\n" + "x\n" * (MOST_ROWS + 1))


@given(st.text(max_size=300))
def test_any_text_is_rows_of_clean_cells_or_a_problem(text: str) -> None:
    try:
        rows = rows_of(text)
    except FileProblem:
        return
    assert all("\x00" not in cell and cell == cell.strip() for _, cells in rows for cell in cells)


@given(st.binary(max_size=300))
def test_any_file_is_rows_or_a_problem(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("sheet") / "any.csv"
    path.write_bytes(raw)
    try:
        rows = read_sheet(path)
    except FileProblem:
        return
    assert all(number > 0 and any(cells) for number, cells in rows)
