from __future__ import annotations

import pytest

from soc2desk.app.proposals import NOT_YET, why_away
from tests.composed import after, sample

NOTHING_SAID = tuple(f"control_states.{entry.id}=" for entry in sample("brightwater").control_states)


def reasons(control: str, *changes: str) -> list[tuple[str, str]]:
    engagement = after("brightwater", *changes).engagement
    return [(one.question, one.answer) for one in why_away(engagement.state[control], engagement)]


def test_a_proposal_names_the_question_and_the_answer_that_it_rests_on() -> None:
    assert reasons("ACC-10", "multi_tenant=no") == [("multi_tenant", "No")]


def test_what_applies_has_no_reasons() -> None:
    assert reasons("ACC-10", "multi_tenant=yes") == []


def test_of_two_answers_that_both_would_bring_a_control_in_both_are_named() -> None:
    answers = ("has_office=no", "runs_own_equipment=yes", "has_equipment_room=no")
    assert reasons("PHY-01", *answers) == [("has_office", "No"), ("has_equipment_room", "No")]


def test_for_a_question_that_nobody_is_asked_the_answer_that_hides_it_is_named() -> None:
    answers = ("has_office=no", "runs_own_equipment=no")
    assert reasons("PHY-01", *answers) == [("has_office", "No"), ("runs_own_equipment", "No")]


def test_an_answer_of_not_yet_is_told_as_such() -> None:
    assert reasons("ACC-10", "multi_tenant=not yet") == [("multi_tenant", NOT_YET)]


@pytest.mark.parametrize("change", ["develops_software=no", "uses_hosting_provider=no", "multi_tenant=no"])
def test_every_proposal_of_the_library_has_a_reason_in_words(change: str) -> None:
    engagement = after("brightwater", *NOTHING_SAID, change).engagement
    proposed = [one for one in engagement.controls if one.proposed_away]
    assert proposed
    for one in proposed:
        assert all(reason.label and reason.answer for reason in why_away(one, engagement))
        assert why_away(one, engagement)
