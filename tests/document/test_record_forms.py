"""A blank form says who and what, and is empty where it tells what was done; a record in a tool has no form."""

from __future__ import annotations

from typing import Any

import pytest

from soc2desk.document.blocks import Checklist, Form, Kind, Table, plain
from soc2desk.document.record_forms import MOST_ROWS, blank_form, record_form, record_rules
from soc2desk.domain.engagement import Engagement
from tests.composed import SAMPLES, after, of_sample

NEVER = {Kind.SIGNATURE, Kind.BOOLEAN, Kind.DATE, Kind.DATETIME, Kind.NUMBER}
TAMARACK = of_sample("tamarack").engagement


def form(record: str, engagement: Engagement = TAMARACK, *, filled: bool = True) -> dict[str, Any]:
    """Return the fields and tables of a blank form by their ids."""
    found: dict[str, Any] = {}
    for block in blank_form(engagement.catalogue.record[record], engagement, filled=filled):
        if isinstance(block, Form):
            found |= {field.id: field for field in block.fields}
        elif isinstance(block, Table):
            found[block.id] = block
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_form_says_in_advance_what_was_done(sample: str) -> None:
    engagement = of_sample(sample).engagement
    for record in engagement.catalogue.records:
        for block in blank_form(record, engagement):
            if isinstance(block, Form):
                assert all(not field.value for field in block.fields if field.kind in NEVER), record.id
            elif isinstance(block, Table):
                empty = [at for at, column in enumerate(block.columns) if column.kind in {*NEVER, Kind.CHOICE}]
                assert all(not row.cells[at] for row in block.rows for at in empty), record.id
                assert block.to_fill


def test_every_field_of_a_layout_is_on_its_form() -> None:
    records = TAMARACK.catalogue.records
    everywhere = after("brightwater", "quebec_law_applies=yes").engagement
    for record in records:
        names = {name.rpartition("/")[2] for name in form(record.id, everywhere)}
        assert names == {field.name for field in record.fields}, record.id


def test_a_field_that_does_not_matter_for_the_company_is_left_out() -> None:
    assert "physical_access" not in form("offboarding_checklist")
    assert "physical_access" in form("offboarding_checklist", of_sample("brightwater").engagement)


def test_a_field_that_hangs_on_the_record_itself_stands_with_its_words() -> None:
    assert form("incident_log")["root_cause"].help == "Needed for severity 1 or 2"


def test_what_is_asked_of_many_is_offered_and_what_is_one_is_filled() -> None:
    one = form("management_review_minutes")["chair"]
    assert plain(one.value) == "Renée-Claire Muise"
    system = form("access_review")["system"]
    assert (system.kind, system.value) == (Kind.CHOICE, ())
    assert "GitHub" in system.choices
    period = form("access_review")["period"]
    assert plain(period.value) == "2027-Q3", "only one is due"


def test_a_table_has_its_rows_unless_paper_would_be_full_of_them() -> None:
    systems = form("offboarding_checklist")["offboarding_checklist/systems"]
    assert plain(systems.rows[0].cells[0]) == "Production on Fundy Cloud"
    engagement = of_sample("brightwater").engagement
    assert len(engagement.controls) > MOST_ROWS
    walked = form("readiness_review", engagement)["readiness_review/walkthroughs"]
    assert (walked.rows, walked.blank_rows > 0) == ((), True)


def test_nothing_is_filled_in_what_is_pasted_into_a_tool() -> None:
    assert not form("management_review_minutes", filled=False)["chair"].value
    assert form("offboarding_checklist", filled=False)["offboarding_checklist/systems"].rows == ()


def test_values_of_the_company_stand_in_labels_helps_and_rules() -> None:
    assert form("offboarding_checklist")["identity_provider_disabled"].label == "Google Workspace account disabled"
    (rules,) = record_rules(TAMARACK.catalogue.record["offboarding_checklist"], TAMARACK)
    assert isinstance(rules, Checklist)
    said = [plain(item.runs) for item in rules.items]
    assert "within 1 business day of the end of employment" in said[0]
    assert said[-1].endswith("one person holding both roles signs twice.")
    assert not any("{" in words or "_" in words for words in said)


def test_a_record_kept_in_a_tool_is_a_list_of_what_each_one_holds() -> None:
    record = TAMARACK.catalogue.record["change_record"]
    intro, fields = record_form(record, TAMARACK)
    assert plain(intro.runs).startswith("Tamarack Gauge Co. keeps this record in a GitHub pull request.")
    assert isinstance(fields, Table)
    rows = {row.id: [plain(cell) for cell in row.cells] for row in fields.rows}
    assert set(rows) == {field.name for field in record.fields}
    assert rows["type"] == ["Kind of change", "One of: Standard, Normal, Emergency", "The author"]
    assert "Needed for an emergency change" in rows["emergency_review"][1]
    here = after("tamarack", "kept_in_tools=none").engagement
    assert any(isinstance(block, Form) for block in record_form(record, here))
