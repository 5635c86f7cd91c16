"""Rows that go out as CSV: no cell of a list that somebody else made is computed where the file is opened."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from soc2desk.storage.populations import rows_of_list, write_rows

if TYPE_CHECKING:
    from pathlib import Path

CELLS = ("=1+1", "+1", "-2", "-2+3", "@x", "=cmd|'/c calc'!A0", 'with "quotes", commas', "two\nlines", "plain")


def test_a_cell_that_would_be_computed_is_text_in_the_file(tmp_path: Path) -> None:
    write_rows(tmp_path / "sample.csv", "A note", [("Row", CELLS), ("1", CELLS)])
    with (tmp_path / "sample.csv").open(encoding="utf-8-sig", newline="") as file:
        note, *rows = csv.reader(file)
    assert note == ["A note"]
    for row in rows:
        assert row[1:] == ["'=1+1", "'+1", "-2", "'-2+3", "'@x", "'=cmd|'/c calc'!A0", *CELLS[6:]]


def test_the_rows_of_a_list_with_formulas_go_out_harmless(tmp_path: Path) -> None:
    given = tmp_path / "list.csv"
    given.write_text('user,note\n"=HYPERLINK(""https://x.example"")",  =1+1\n', encoding="utf-8")
    headings, row = rows_of_list(given)
    write_rows(tmp_path / "sample.csv", "A note", [("Row", headings), ("1", row)])
    assert "\n1,\"'=HYPERLINK" in (tmp_path / "sample.csv").read_text(encoding="utf-8-sig").replace("\r", "")
    assert not [line for line in (tmp_path / "sample.csv").read_text().split(",") if line.startswith(("=", "+", "@"))]
