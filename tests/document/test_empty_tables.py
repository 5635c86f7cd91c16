"""A table with nothing in it says so."""

from __future__ import annotations

from soc2desk.document.blocks import Column, Row, Table, plain, text
from soc2desk.document.empty_tables import say_when_empty

COLUMNS = (Column("a", "A"), Column("b", "B"))
PHRASES = {"table.none": "none"}


def test_an_empty_table_gets_one_row_that_says_none() -> None:
    [table] = say_when_empty([Table(COLUMNS, ())], PHRASES)
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row.cells] for row in table.rows] == [["none", ""]]


def test_a_form_table_and_a_filled_one_stay_as_they_are() -> None:
    form = Table(COLUMNS, (), blank_rows=3)
    filled = Table(COLUMNS, (Row((text("x"), text("y"))),))
    assert say_when_empty([form, filled], PHRASES) == (form, filled)
