"""One engagement decided: coverage and evidence requests for Type I and Type II."""

from __future__ import annotations

import pytest

from soc2desk.domain.engagement import Engagement, decide_engagement
from tests.composed import DAY, SAMPLES, catalogue, changed, of_sample, sample

TYPE_1 = ("report_type=type_1", "report_date=2027-03-31")


def engagement(*changes: str, name: str = "brightwater") -> Engagement:
    return decide_engagement(catalogue(), changed(sample(name), *changes), DAY)


def test_a_type_1_report_asks_for_no_list_of_a_whole_period() -> None:
    one, two = engagement(*TYPE_1), engagement()
    of_a_period = {"ER-050", "ER-053", "ER-056", "ER-089"}
    assert of_a_period <= {request.id for request in two.requests}
    assert not of_a_period & {request.id for request in one.requests}
    assert len(one.requests) < len(two.requests)


@pytest.mark.parametrize("name", ["brightwater", "clinique-erable"])
@pytest.mark.parametrize("changes", [(), TYPE_1])
def test_every_request_belongs_to_the_report_and_says_for_when(name: str, changes: tuple[str, ...]) -> None:
    made = engagement(*changes, name=name)
    kind = made.scope.report_type
    assert all(kind in request.report_types for request in made.requests)
    periods = {r.id: r.period_type_1 if kind == "type_1" else r.period_type_2 for r in made.requests}
    assert [request for request, period in periods.items() if not period] == []


def test_a_type_1_report_speaks_of_no_window() -> None:
    made = engagement(*TYPE_1, name="clinique-erable")
    spoken = (f"{request.id} {request.request} {request.period_type_1}" for request in made.requests)
    assert [words for words in spoken if "window" in words or "period" in words] == []


def test_requests_of_a_category_come_with_the_category() -> None:
    ids = {request.id for request in engagement(name="tamarack").requests}
    privacy = {request.id for request in catalogue().requests if request.categories == ("privacy",)}
    assert privacy
    assert not ids & privacy
    assert {request.id for request in engagement(name="clinique-erable").requests} & privacy


def test_nobody_is_asked_for_proof_of_what_is_only_planned_or_does_not_apply() -> None:
    made = engagement()
    only = {"LOG-05": "planned", "PHY-03": "does_not_apply"}
    asked = {control for request in made.requests for control in made.asked_for(request)}
    assert {made.state[control].state for control in only} == set(only.values())
    assert not asked & only.keys()
    begun = engagement("control_states.LOG-05={state: in_place, since: 2026-11-02}")
    assert "LOG-05" in {control for request in begun.requests for control in begun.asked_for(request)}


def test_a_duty_of_law_outside_the_scope_is_not_the_auditors_business() -> None:
    made = engagement()
    assert not {c for request in made.requests for c in made.asked_for(request)} & {"PRV-01", "PRV-09", "PRV-11"}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_shown_control_is_asked_for_and_stands_behind_its_criteria(name: str) -> None:
    made = of_sample(name).engagement
    asked = {control for request in made.requests for control in made.asked_for(request)}
    shown = [one for one in made.controls if one.is_shown]
    assert {one.id for one in shown} <= asked
    assert all(one in made.coverage[criterion] for one in shown for criterion in one.criteria)


def test_coverage_counts_only_what_is_shown() -> None:
    made = engagement("control_states.GOV-02={state: planned, from: 2027-03-01}")
    assert made.coverage["CC1.2"] == ()
    assert all(one.is_shown for behind in made.coverage.values() for one in behind)


def test_names_of_nobody_are_empty_words() -> None:
    made = engagement()
    assert (made.person_name("nobody"), made.vendor_name("")) == ("", "")
    assert made.answer_text("prepared_by") == ""
    assert made.person_name("dana-whitfield") == "Dana Whitfield"
