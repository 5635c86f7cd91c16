"""Drop-downs, on every row and with every list."""

from __future__ import annotations

from soc2desk.document.blocks import (
    Column,
    Kind,
)
from tests.renderers.every_kind import register
from tests.renderers.workbook_file import opened, rules_of, table_of


def test_a_short_list_of_choices_is_a_drop_down_on_every_row() -> None:
    rule = rules_of(opened(register())["Vendors list 2026"])[0]
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"Low,Medium,High"', "D2:D4")


def test_long_choices_and_choices_with_commas_stand_on_a_hidden_sheet() -> None:
    many, tricky = tuple(f"Country {number}" for number in range(60)), ("Yes, always", 'The "usual"')
    columns = (Column("a", "A", kind=Kind.CHOICE, choices=many), Column("b", "B", kind=Kind.CHOICE, choices=tricky))
    made = opened(register(table_of(*columns, blank_rows=2), table_of(columns[1], title="U")))
    assert made["Lists"].sheet_state == "hidden"
    assert [cell.value for cell in made["Lists"]["A"]] == list(many)
    assert [cell.value for cell in made["Lists"]["B"]][:2] == list(tricky)
    assert [rule.formula1 for rule in rules_of(made["T"])] == ["Lists!$A$1:$A$60", "Lists!$B$1:$B$2"]
    assert [rule.formula1 for rule in rules_of(made["U"])] == ["Lists!$B$1:$B$2"]


def test_dates_and_times_are_checked_with_words_that_say_how() -> None:
    columns = (Column("a", "Day", kind=Kind.DATE), Column("b", "Done", kind=Kind.DATETIME), Column("c", "Who"))
    rules = rules_of(opened(register(table_of(*columns, blank_rows=2)))["T"])
    assert [(rule.type, str(rule.sqref)) for rule in rules] == [("date", "A2:A3"), ("date", "B2:B3")]
    assert "hour:minute" in rules[1].error


def test_no_hidden_sheet_stands_in_a_workbook_that_needs_none() -> None:
    assert opened(register()).sheetnames == ["About", "Vendors list 2026"]
