from __future__ import annotations

import pytest

from soc2desk.app.control_detail import clauses_with, control_detail, requests_for
from tests.composed import after, clauses, of_sample


def test_a_control_is_read_as_it_will_print_with_the_answers_in_it() -> None:
    detail = control_detail("ACC-07", after("brightwater", "access_review_period=monthly").engagement)
    assert "every month" in detail.statement
    assert "{{" not in detail.statement
    assert any("Removal tickets" in item for item in detail.evidence)
    assert [link.place for link in detail.criteria] == ["criteria.CC6.2", "criteria.CC6.3"]


def test_a_control_that_is_not_needed_has_no_detail() -> None:
    with pytest.raises(KeyError):
        control_detail("PIN-01", of_sample("brightwater").engagement)


def test_each_clause_that_states_a_control_leads_to_its_place_in_the_document() -> None:
    made = of_sample("brightwater")
    links = clauses_with("ACC-07", made)
    policy = [link for link in links if link.place.startswith("documents.POL-ACP/")]
    assert policy
    assert policy[0].place.removeprefix("documents.") in clauses(made, "POL-ACP")


def test_requests_are_those_that_an_auditor_would_make_for_it_now() -> None:
    made = of_sample("brightwater")
    assert requests_for("ACC-07", made.engagement)
    planned = after("brightwater", "control_states.ACC-07={state: planned, from: 2027-09-01}").engagement
    assert requests_for("ACC-07", planned) == ()
