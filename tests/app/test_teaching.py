"""The criteria beside a question are those of the controls that use its answer, however they use it."""

from __future__ import annotations

from functools import cache

from soc2desk.app.teaching import Served, criteria_served, why_asked
from tests.composed import catalogue, of_sample


@cache
def served() -> Served:
    return criteria_served(of_sample("brightwater"))


def test_an_answer_serves_the_criteria_of_controls_whose_rhythm_clause_or_condition_uses_it() -> None:
    assert "CC6.3" in served()["access_review_period"]
    assert "CC6.2" in served()["access_removal_limit"]
    assert "CC6.4" in served()["has_office"]


def test_the_criteria_stand_in_the_order_of_the_list() -> None:
    order = [criterion.id for criterion in catalogue().criteria]
    assert all(list(found) == sorted(found, key=order.index) for found in served().values())


def test_the_look_of_the_documents_serves_no_criterion() -> None:
    assert not {"document_look", "accent_color", "prepared_by"} & served().keys()


def test_every_question_says_why_and_nothing_else_does() -> None:
    content = catalogue()
    assert all(why_asked(content, question) for question in content.questions)
    assert not why_asked(content, "FD-01")
    assert not why_asked(content, "people")
