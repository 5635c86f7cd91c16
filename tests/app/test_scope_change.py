from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.app.scope_change import ScopeChange, chosen_with, difference, difference_of_sets
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, sample

OPTIONAL = ("availability", "processing_integrity", "confidentiality", "privacy")


def decided(project: Project) -> Engagement:
    return decide_engagement(catalogue(), project, DAY)


@pytest.mark.parametrize("category", OPTIONAL)
def test_what_a_category_brings_is_what_leaves_with_it(category: str) -> None:
    inside = changed(sample("brightwater"), f"categories=security,{category}")
    outside = changed(sample("brightwater"), "categories=security")
    assert difference(catalogue(), decided(inside), category) == difference(catalogue(), decided(outside), category)
    brought = difference(catalogue(), decided(outside), category)
    assert brought.controls
    assert brought.requests
    here = decided(inside)
    assert {id_ for id_, _ in brought.controls} == here.state.keys() - decided(outside).state.keys()
    assert {id_ for id_, _ in brought.criteria} == {c.id for c in catalogue().criteria if c.category == category}


def test_everything_brought_has_a_name() -> None:
    brought = difference(catalogue(), decided(sample("brightwater")), "privacy")
    named = (*brought.criteria, *brought.controls, *brought.documents, *brought.requests, *brought.questions)
    assert all(id_ and title for id_, title in named)
    assert ("dsr_days", catalogue().questions["dsr_days"].label) in brought.questions


def test_work_of_a_year_is_counted_in_acts_and_hours() -> None:
    brought = difference(catalogue(), decided(sample("brightwater")), "availability")
    assert brought.acts > 0
    assert brought.hours == round(brought.minutes / 60)


def test_controls_with_something_stored_are_told() -> None:
    filled, empty = sample("brightwater"), replace(sample("brightwater"), control_states=(), owners=())
    assert difference(catalogue(), decided(filled), "availability").kept
    assert difference(catalogue(), decided(empty), "availability").kept == ()


def test_security_brings_nothing_because_it_is_never_out() -> None:
    assert difference(catalogue(), decided(Project()), "security") == ScopeChange()
    assert chosen_with(decided(Project()), "security", inside=False) == ("security",)


def test_an_empty_project_and_an_unknown_category_change_nothing_that_is_not_there() -> None:
    assert difference(catalogue(), decided(Project()), "privacy").controls
    assert difference(catalogue(), decided(Project()), "nobody's category") == ScopeChange()


def test_categories_keep_the_order_of_the_content() -> None:
    here = decided(changed(sample("brightwater"), "categories=security,privacy"))
    assert chosen_with(here, "availability", inside=True) == ("security", "availability", "privacy")
    assert chosen_with(here, "privacy", inside=False) == ("security",)


def test_the_full_set_has_more_than_the_lean_one_whichever_is_chosen() -> None:
    lean = difference_of_sets(catalogue(), decided(changed(sample("brightwater"), "control_set=lean")))
    assert lean.controls
    assert not lean.criteria
    assert lean == difference_of_sets(catalogue(), decided(sample("brightwater")))


def test_a_companys_own_controls_are_counted_where_they_belong_and_once() -> None:
    own = OwnControl("OWN-01", "Spare site", "We keep one.", ("A1.2",), Cadence.ANNUAL, Nature.MANUAL, "A contract.")
    here = decided(replace(sample("brightwater"), own_controls=(own,)))
    brought = [id_ for id_, _ in difference(catalogue(), here, "availability").controls]
    assert brought.count("OWN-01") == 1
    without_own = decided(sample("brightwater"))
    assert difference(catalogue(), here, "privacy") == difference(catalogue(), without_own, "privacy")
