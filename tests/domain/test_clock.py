"""A clock that was set back enters nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.clock import refuse_behind, refuse_earlier
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.project import Project
from tests.composed import sample
from tests.entered import entered, evidence, record

if TYPE_CHECKING:
    from soc2desk.reading.located import Plain

NEWEST = date(2027, 3, 20)
BEFORE = replace(sample("brightwater"), approvals=())
ROWS: dict[str, dict[str, Plain]] = {
    "records.one": record("policy_review", policy="POL-ACP") | {"entered_on": "2027-03-20"},
    "evidence.e-1": evidence("A list", received="2027-03-20"),
    "evidence.e-2": evidence("A list", received="2027-01-02", reviewed_on="2027-03-20"),
    "completions.one": {"person": "dana-whitfield", "course": "TRN-01", "on": "2027-01-05", "entered_on": "2027-03-20"},
    "walked_requests.ER-056": {"ready": "no", "asked_on": "2027-03-20"},
    "remedies.r": {"name": "Mend it", "closed_on": "2027-03-20"},
    "auditor_requests.r": {"number": "1", "text": "Users", "confirmed_on": "2027-03-20"},
    "control_wordings.ACC-07": {"text": "We look.", "replaced": "0" * 64, "on": "2027-03-20"},
    "retired_controls.ACC-07": {"last_day": "2027-01-02", "reason": "Gone", "on": "2027-03-20"},
    "listed_controls.l": {"number": "1", "text": "We look.", "confirmed_on": "2027-03-20"},
    "own_documents.isp": {"title": "Policy", "on": "2027-03-20", "digest": "0" * 64},
    "own_clauses.one": {
        "document": "isp",
        "heading": "H",
        "text": "T",
        "digest": "0" * 64,
        "confirmed_on": "2027-03-20",
    },
    "control_states.ACC-07": {"state": "in_place", "confirmed_on": "2027-03-20"},
    "self_check.OC.1": {"answer": "yes", "on": "2027-03-20"},
    "approvals.POL-ACP": {"by": "dana-whitfield", "on": "2027-03-20", "text": "0" * 64},
    "seen_in_lists.s": {"kind": "changes", "fault": "no_approval", "item": "C-1", "settled_on": "2027-03-20"},
    "client_answers.a": {"file": "a.docx", "digest": "0" * 64, "entered_on": "2027-03-20"},
    "entry_days.risks.ransomware.rated_on": {"on": "2027-03-20"},
}


@pytest.mark.parametrize("path", ROWS)
def test_nothing_is_entered_before_what_was_entered_already(path: str) -> None:
    project = entered(BEFORE, {path: ROWS[path]})
    with pytest.raises(ProjectProblem, match="entered here on 2027-03-20") as told:
        refuse_behind(project, NEWEST - timedelta(days=2))
    assert "Set the clock" in (told.value.hint or "")
    refuse_behind(project, NEWEST)


def test_no_change_brings_a_day_before_the_newest_and_days_that_were_there_may_stay() -> None:
    old, new = ({f"control_states.{id_}": {"state": "in_place", "confirmed_on": day}} for id_, day in
                (("ACC-07", "2027-03-20"), ("ACC-08", "2027-01-05")))  # fmt: skip
    before = entered(BEFORE, old)
    with pytest.raises(ProjectProblem, match="The clock says 2027-01-05, but something was entered here on 2027-03-20"):
        refuse_earlier(before, entered(before, new))
    refuse_earlier(before, replace(before, control_states=before.control_states[:1]))
    refuse_earlier(BEFORE, entered(BEFORE, new))


def test_another_time_zone_and_an_empty_project_are_fine() -> None:
    refuse_behind(entered(BEFORE, ROWS), NEWEST - timedelta(days=1))
    refuse_behind(Project(), date(1970, 1, 1))
