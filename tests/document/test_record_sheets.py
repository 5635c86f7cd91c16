"""Beside a record stands a workbook of rows, or a text to paste where a tool keeps it: never both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Checklist, Form, Kind, Table, plain
from soc2desk.document.record_sheets import companions, worksheet
from tests.composed import SAMPLES, after, document, of_sample

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

BRIGHTWATER = of_sample("brightwater").engagement


def tables(record: str, engagement: Engagement = BRIGHTWATER) -> dict[str, Table]:
    blocks = worksheet(engagement.catalogue.record[record], engagement)
    return {block.id: block for block in blocks if isinstance(block, Table)}


def cells(table: Table) -> list[dict[str, str]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(plain, row.cells), strict=True)) for row in table.rows]


def test_a_workbook_has_a_line_for_each_system_in_each_period() -> None:
    rows = cells(tables("access_review")["access_review"])
    assert len(rows) == 8 * 2
    assert rows[0] | {"period": "2027-Q1", "due_by": "2027-03-31", "reviewer": "Inês Carvalho"} == rows[0]
    assert {key for row in rows for key, words in row.items() if words} == {"period", "due_by", "system", "reviewer"}
    lines = tables("access_review")["access_review/lines"]
    assert [column.key for column in lines.columns][:2] == ["of_period", "of_system"]
    assert lines.columns[0].choices == ("2027-Q1", "2027-Q2")
    decision = next(column for column in lines.columns if column.key == "decision")
    assert (decision.kind, decision.choices) == (Kind.CHOICE, ("Keep", "Change", "Remove"))


def test_vendors_people_and_policies_stand_in_their_workbooks() -> None:
    vendors = cells(tables("vendor_review")["vendor_review"])
    assert vendors[0] | {"vendor": "Boreal Cloud", "tier": "Critical", "subservice": "Yes; carve-out"} == vendors[0]
    assert not any(row["decision"] or row["reviewer_date"] or row["next_review"] for row in vendors)
    people = cells(tables("training_attendance")["training_attendance/attendees"])
    assert {"Helen Marchetti"} <= {row["person"] for row in people}
    assert "Chloé Lafrenière" not in {row["person"] for row in people}, "she left"
    assert {key for row in people for key, words in row.items() if words} == {"person"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_in_a_workbook_says_what_was_done(sample: str) -> None:
    engagement = of_sample(sample).engagement
    never = {Kind.SIGNATURE, Kind.BOOLEAN, Kind.DATETIME, Kind.NUMBER, Kind.DATE}
    for record in engagement.catalogue.records:
        for table in tables(record.id, engagement).values():
            filled = {
                column.key
                for row in table.rows
                for column, cell in zip(table.columns, row.cells, strict=True)
                if cell and column.kind in never
            }
            assert filled <= {"due_by"}, record.id


def test_a_sheet_explains_every_column_and_another_holds_the_rules() -> None:
    found = tables("access_review")
    explained = {row.id for row in found["access_review/fill"].rows}
    record = BRIGHTWATER.catalogue.record["access_review"]
    assert {field.name for field in record.fields} <= explained
    assert "lines/decision" in explained
    assert len(found["access_review/rules"].rows) == len(record.rules)


def test_a_tool_takes_a_text_in_place_of_a_workbook() -> None:
    made = of_sample("brightwater")
    (change,) = document(made, "REC-CHG").companions
    assert (change.format, change.name) == ("md", "pull-request-template")
    assert any(isinstance(block, Form) for block in change.blocks)
    assert any(isinstance(block, Checklist) for block in change.blocks)
    assert [one.format for one in document(made, "REC-UAR").companions] == ["xlsx"]
    assert document(made, "REC-TTX").companions == ()
    assert document(made, "POL-ACP").companions == ()


def test_without_code_a_change_is_pasted_into_a_ticket() -> None:
    (change,) = document(of_sample("prairie-hosting"), "REC-CHG").companions
    assert change.name == "ticket-template"


def test_what_is_kept_nowhere_else_is_a_workbook() -> None:
    here = after("brightwater", "kept_in_tools=none").engagement
    assert [one.format for one in companions(here.catalogue.template["REC-CHG"], here)] == ["xlsx"]
