"""What is handed to a spreadsheet as text is never computed by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.spreadsheet_cells import harmless


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "=cmd|'/c calc'!A0", "\uff1d1", "\uff0b1", "\uff0d1",
     "\uff20a", "-", "-a", "-1-1", "--1", "+1 902 555 0100", "-1e9"],
)  # fmt: skip
def test_what_would_begin_a_formula_stands_behind_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a", "1", "-1", "-12.50", "-3,5", "a=b", " =1", "'=1", "a@b.example"])
def test_words_and_numbers_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text())
def test_nothing_is_lost_and_nothing_begins_a_formula(cell: str) -> None:
    made = harmless(cell)
    assert made in {cell, f"'{cell}"}
    assert not made.startswith(("=", "+", "@", "\t", "\r"))
