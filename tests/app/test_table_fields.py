"""The columns of a table: every field with its words, in the order of asking."""

from __future__ import annotations

import pytest

from soc2desk.app.table_fields import SECTIONS, columns_of
from tests.composed import catalogue


@pytest.mark.parametrize("table", SECTIONS)
def test_every_field_of_a_table_is_a_column_with_words(table: str) -> None:
    columns = columns_of(catalogue(), table)
    assert [column.id for column in columns] == list(SECTIONS[table].fields)
    assert all(column.label and column.heading for column in columns)


def test_a_column_says_what_an_empty_one_means_and_what_it_takes() -> None:
    columns = {column.id: column for column in columns_of(catalogue(), "vendors")}
    assert columns["name"].required
    assert columns["tier"].default == "low"
    assert [choice for choice, _ in columns["tier"].choices] == ["critical", "important", "low"]
    assert (columns["subservice"].kind, columns["subservice"].default) == ("yes_no", "no")
    assert columns["method"].needs == "subservice"
    assert columns["owner"].kind == "person"
    in_scope = next(column for column in columns_of(catalogue(), "systems") if column.id == "in_scope")
    assert in_scope.default == "yes"
