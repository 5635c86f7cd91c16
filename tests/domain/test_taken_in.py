"""What an answers file says was entered is entered on the day on which a project is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.clock import taken_down
from soc2desk.domain.taken_in import entered_today
from tests.composed import sample
from tests.entered import entered, evidence, record

if TYPE_CHECKING:
    from soc2desk.reading.located import Plain

BEFORE = replace(sample("brightwater"), approvals=())
OLD, TODAY = "2026-01-05", date(2027, 3, 20)
ROWS: dict[str, dict[str, Plain]] = {
    "approvals.POL-ACP": {"by": "dana-whitfield", "on": OLD, "text": "0" * 64},
    "control_states.GOV": {"state": "in_place", "confirmed_by": "dana-whitfield", "confirmed_on": OLD},
    "self_check.BC.1.1": {"answer": "yes", "by": "dana-whitfield", "on": OLD},
    "records.one": record("policy_review", policy="POL-ACP") | {"entered_on": OLD, "changed_on": OLD},
    "evidence.e-1": evidence("A list", received=OLD, reviewed_on=OLD),
    "completions.one": {"person": "dana-whitfield", "course": "TRN-01", "on": OLD, "entered_on": OLD},
    "walked_requests.ER-056": {"ready": "no", "asked_on": OLD},
    "remedies.r": {"name": "Mend it", "closed_on": OLD},
    "auditor_requests.r": {"number": "1", "text": "Users", "confirmed_on": OLD},
    "seen_in_lists.s": {"kind": "changes", "fault": "no_approval", "item": "C-1", "settled_on": OLD},
    "control_wordings.ACC-07": {"text": "We look.", "replaced": "0" * 64, "on": OLD},
    "retired_controls.ACC-07": {"last_day": OLD, "reason": "Gone", "on": OLD},
    "listed_controls.l": {"number": "1", "text": "We look.", "controls": ["ACC-07"], "confirmed_on": OLD},
    "client_answers.a": {"file": "a.docx", "digest": "0" * 64, "entered_on": OLD},
    "own_documents.isp": {"title": "Policy", "on": OLD, "digest": "0" * 64},
    "own_clauses.one": {"document": "isp", "heading": "H", "text": "T", "digest": "0" * 64, "confirmed_on": OLD},
    "entry_days.risks.ransomware.rated_on": {"on": OLD},
}


@pytest.mark.parametrize("path", ROWS)
def test_no_row_of_a_file_looks_older_than_the_day_on_which_it_was_taken_in(path: str) -> None:
    made = entered_today(entered(BEFORE, {path: ROWS[path]}), TODAY)
    assert {day for place, day in taken_down(made) if place == path} <= {TODAY, None}
    assert TODAY in {day for place, day in taken_down(made) if place == path}


def test_after_that_no_day_is_told_any_more() -> None:
    assert not entered_today(replace(BEFORE, days_are_told=True), TODAY).days_are_told


def test_a_file_cannot_say_what_the_person_of_an_approval_was_called() -> None:
    row = {**ROWS["approvals.POL-ACP"], "name": "Somebody Else"}
    for on in (row["on"], TODAY.isoformat()):
        (approval,) = entered_today(entered(BEFORE, {"approvals.POL-ACP": {**row, "on": on}}), TODAY).approvals
        assert approval.name == ""


def test_the_day_that_a_file_gives_an_approval_is_the_earlier_decision_it_rests_on() -> None:
    made = entered(BEFORE, {"approvals.POL-ACP": ROWS["approvals.POL-ACP"]})
    (approval,) = entered_today(made, TODAY).approvals
    assert (approval.on, approval.decided_on) == (TODAY, date.fromisoformat(OLD))
    assert [one.since for one in entered_today(BEFORE, TODAY).control_states] == [
        one.since for one in BEFORE.control_states
    ]
