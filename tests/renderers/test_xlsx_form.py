"""A record to fill in: one sheet with labels, spaces and help."""

from __future__ import annotations

from datetime import datetime

from soc2desk.document.blocks import (
    Form,
    FormField,
    Kind,
    Mark,
    SignOff,
    text,
)
from tests.renderers.every_kind import FORM, document
from tests.renderers.workbook_file import opened, rules_of


def test_a_record_has_one_sheet_to_fill_in() -> None:
    made = opened(document())
    sheet = made["Form"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["Who reviewed"] == ("Who reviewed", "Dana Roy", "Name of the reviewer")
    assert rows["Was it complete?"][1:] == (None, "Optional.")
    assert {"Export the list", "    Compare it", "Owner: name", "Reviewer: signature", "Reviewer: date"} <= set(rows)
    assert {rule.type for rule in rules_of(sheet)} == {"list", "date"}
    assert [rule.formula1 for rule in rules_of(sheet) if "Kept" in str(rule.formula1)] == ['"Kept,Removed"']


def test_a_record_without_a_table_is_still_a_workbook() -> None:
    assert opened(document(FORM, SignOff(("Owner",)))).sheetnames == ["About", "Form"]


def test_a_date_that_is_known_stands_in_the_form_as_a_date() -> None:
    form = Form(
        (FormField("Due by", Kind.DATE, value=text("2026-12-01")), FormField("By", value=text("?", mark=Mark.OPEN)))
    )
    sheet = opened(document(form))["Form"]
    assert sheet["B2"].value == datetime(2026, 12, 1)  # noqa: DTZ001
    assert sheet["B3"].fill.fgColor.rgb == "FFFCE5E3"
