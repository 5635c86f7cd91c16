"""The order of questions."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.conditions import Condition
from soc2desk.domain.names import gather_names
from soc2desk.domain.project import Project
from soc2desk.lint.checks.asked_before import FROM_TABLES
from tests.lint.broken import seen, with_question


@pytest.mark.parametrize("name", ["dsr_days", "privacy_role", "fully_remote", "nobody_asks"])
def test_a_condition_on_what_comes_later_is_named_by_its_line(name: str) -> None:
    (fault,) = seen("asked-before", with_question("privacy_role", when=Condition("name", value=name)))
    assert fault.where.startswith("resources/interview/02-service.yaml, line ")
    assert name in fault.message


@pytest.mark.parametrize("name", ["has_office", "small_firm", "has_subservices"])
def test_a_condition_on_what_came_before_is_left_alone(name: str) -> None:
    assert seen("asked-before", with_question("privacy_role", when=Condition("name", value=name))) == ()


@pytest.mark.parametrize("name", sorted(FROM_TABLES))
def test_the_program_knows_names_from_tables_before_the_first_question(name: str) -> None:
    catalogue = with_question("company", when=Condition("name", value=name))
    assert gather_names(catalogue, Project(), date(2026, 1, 1)).known
