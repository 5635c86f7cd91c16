"""The order of questions."""

from __future__ import annotations

import pytest

from soc2desk.domain.conditions import Condition
from tests.lint.broken import seen, with_question


@pytest.mark.parametrize("name", ["dsr_days", "privacy_role", "fully_remote", "nobody_asks"])
def test_a_condition_on_what_comes_later_is_named_by_its_line(name: str) -> None:
    (fault,) = seen("asked-before", with_question("privacy_role", when=Condition("name", value=name)))
    assert fault.where.startswith("resources/interview/02-service.yaml, line ")
    assert name in fault.message


def test_a_condition_on_what_came_before_is_left_alone() -> None:
    assert seen("asked-before", with_question("privacy_role", when=Condition("name", value="has_office"))) == ()
