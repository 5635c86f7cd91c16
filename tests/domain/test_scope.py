"""The scope: Security is always in, criteria follow categories, and what is left out has a reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.names import gather_names
from soc2desk.domain.project import Project
from soc2desk.domain.scope import decide_scope
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from soc2desk.domain.scope import Scope


def scope(*changes: str, project: Project | None = None) -> Scope:
    changed_project = changed(project or sample("clinique-erable"), *changes)
    return decide_scope(catalogue(), changed_project, gather_names(catalogue(), changed_project, DAY))


def test_security_is_in_before_anything_is_answered() -> None:
    found = scope(project=Project())
    assert found.categories == ("security",)
    assert len(found.criteria) == 33
    assert found.report_type == ""


@pytest.mark.parametrize(
    ("category", "count"), [("availability", 3), ("processing_integrity", 5), ("confidentiality", 2), ("privacy", 18)]
)
def test_a_category_brings_its_own_criteria_and_no_others(category: str, count: int) -> None:
    found = scope(f"categories={category}", "not_relevant.P3.1=", project=Project())
    assert found.categories == ("security", category)
    assert len(found.criteria) == 33 + count
    assert {catalogue().criterion[one].category for one in found.criteria} == {"security", category}


def test_a_criterion_of_an_optional_category_can_be_left_out_with_its_reason() -> None:
    found = scope("not_relevant.P3.1=The clinics ask the patients themselves.")
    assert "P3.1" not in found.criteria
    assert found.left_out["P3.1"] == "The clinics ask the patients themselves."


def test_no_criterion_of_security_can_be_left_out() -> None:
    project = Project(not_relevant={"CC1.2": "There is no board."})
    found = decide_scope(catalogue(), project, gather_names(catalogue(), project, DAY))
    assert "CC1.2" in found.criteria
    assert found.left_out == {}


def test_a_reason_for_a_category_that_is_not_examined_leaves_nothing_out() -> None:
    project = Project(not_relevant={"P3.1": "We never ask."})
    assert decide_scope(catalogue(), project, gather_names(catalogue(), project, DAY)).left_out == {}


def test_criteria_stand_in_their_own_order_however_the_categories_were_typed() -> None:
    order = [criterion.id for criterion in catalogue().criteria]
    found = scope("categories=privacy, availability", project=Project())
    assert list(found.criteria) == sorted(found.criteria, key=order.index)


def test_a_type_2_report_has_a_window_and_no_single_day() -> None:
    found = scope(project=sample("brightwater"))
    assert found.is_type_2
    assert (found.start, found.end) == (date(2027, 1, 1), date(2027, 6, 30))
    assert found.as_of is None


def test_a_change_to_type_1_drops_the_window() -> None:
    found = scope("report_type=type_1", "report_date=2027-03-31", project=sample("brightwater"))
    assert not found.is_type_2
    assert found.as_of == date(2027, 3, 31)
    assert (found.start, found.end) == (None, None)
