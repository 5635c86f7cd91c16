"""Values whose question may be hidden."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


def test_a_value_some_companies_are_never_asked_for_is_named() -> None:
    (fault,) = seen("guarded", written("## @one One", "", "Hosted at {{ cloud_provider }}."))
    assert fault.where == at(14)
    assert "uses_hosting_provider" in fault.hint


@pytest.mark.parametrize(
    "line",
    [
        "{% if uses_hosting_provider %}At {{ cloud_provider }}.{% endif %}",
        "{% if cloud_provider %}At {{ cloud_provider }}.{% endif %}",
        "{% if provider_report_type == 'none' %}At {{ cloud_provider }}.{% endif %}",
        "{% if holds_personal %}{{ privacy_role }}{% endif %}",
        "{{ service }}",
    ],
)
def test_a_value_under_its_question_is_left_alone(line: str) -> None:
    assert seen("guarded", written("## @one One", "", line)) == ()


def test_the_condition_of_the_control_guards_its_clause_and_section() -> None:
    lines = ("## @one One", "", "Recovery in {{ rto_hours }}.", "", "1. @a Within {{ rto_hours | amount }}. [BCP-02]")
    assert seen("guarded", written(*lines)) == ()
    without = (*lines[:3], "", "1. @a Within {{ rto_hours | amount }}. [GOV-01]")
    assert {fault.where for fault in seen("guarded", written(*without))} == {at(14), at(16)}


def test_the_categories_of_a_document_guard_it() -> None:
    assert seen("guarded", written("Within {{ rto_hours }}.", categories=("availability",))) == ()


def test_a_statement_is_looked_at_too() -> None:
    (fault,) = seen("guarded", with_control("GOV-01", statement="Hosted at {{ cloud_provider }}."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")
