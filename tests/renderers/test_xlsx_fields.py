"""A workbook to fill in says in a hidden sheet which field stands behind each heading; any other has no such sheet."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import Column, Form, FormField, Kind
from tests.renderers.every_kind import document
from tests.renderers.workbook_file import opened, table_of

LINES = replace(
    table_of(Column("user", "Account"), Column("due", "Account", kind=Kind.DATE), title="Users [all]"),
    id="access_review/lines",
    to_fill=True,
    blank_rows=3,
)


def test_each_heading_and_label_is_named_with_its_field() -> None:
    made = opened(document(LINES, Form((FormField("Date reviewed", Kind.DATE, id="review_date"),))))
    assert made["Fields"].sheet_state == "hidden"
    assert list(made["Fields"].iter_rows(values_only=True))[1:] == [
        ("Users all", "access_review/lines", "Account", "user"),
        ("Users all", "access_review/lines", "Account (2)", "due"),
        ("Form", "", "Date reviewed", "review_date"),
    ]


def test_a_register_has_no_such_sheet() -> None:
    assert "Fields" not in opened(document(replace(LINES, to_fill=False))).sheetnames
