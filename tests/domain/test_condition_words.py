"""Conditions between questions, in words that a client can follow on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.condition_words import said_condition
from soc2desk.domain.conditions import ALWAYS
from tests.composed import catalogue

if TYPE_CHECKING:
    from soc2desk.domain.questions import Question

QUESTIONS = [question for question in catalogue().questions.values() if question.when != ALWAYS]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_every_condition_of_the_interview_has_words(question: Question) -> None:
    said = said_condition(question.when, catalogue().questions, catalogue().phrases)
    assert said
    assert "{" not in said


def test_a_choice_is_named_by_its_words() -> None:
    question = catalogue().questions["rto_hours"]
    said = said_condition(question.when, catalogue().questions, catalogue().phrases)
    assert said == '"Which categories are examined?" includes "Availability"'
