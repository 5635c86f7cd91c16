"""The self-check proposes, and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from soc2desk.domain.self_check import at_odds, not_reached, proposals, still_to_confirm
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


def engagement(*changes: str, project: Project | None = None) -> Engagement:
    return decide_engagement(catalogue(), changed(project or Project(), *changes), DAY)


def proposed(*changes: str) -> dict[str, str]:
    return {one.place: one.value for one in proposals(engagement(*changes))}


def test_nothing_is_proposed_before_anything_is_said() -> None:
    assert proposed() == {}


@pytest.mark.parametrize(
    ("said", "place", "value"),
    [
        ("self_check.BC.1.2=yes", "answers.offline_copy_form", "a printed copy"),
        ("self_check.BC.5.1=partly", "answers.mfa_systems", ""),
        ("self_check.BC.7.1=no", "answers.backup_frequency", "not yet"),
        ("self_check.BC.12.2=yes", "answers.separate_admin_accounts", "yes"),
        ("self_check.BC.9.1=no", "control_states.NET-01", "planned"),
    ],
)
def test_an_answer_proposes_what_the_content_says(said: str, place: str, value: str) -> None:
    assert proposed(said)[place] == value


def test_what_somebody_said_is_proposed_no_more() -> None:
    assert "answers.offline_copy_form" not in proposed("self_check.BC.1.2=yes", "offline_copy_form=a binder")
    away = proposed("self_check.BC.9.1=no", "control_states.NET-01={state: planned}")
    assert "control_states.NET-01" not in away


def test_a_question_that_does_not_matter_here_is_not_proposed() -> None:
    assert "answers.provider_report_type" in proposed("self_check.BC.10.1=yes", "uses_hosting_provider=yes")
    assert "answers.provider_report_type" not in proposed("self_check.BC.10.1=yes", "uses_hosting_provider=no")


def test_two_items_propose_one_thing_once() -> None:
    found = proposals(engagement("self_check.BC.10.5=no", "self_check.BC.12.2=no"))
    assert [one.item for one in found if one.control == "ACC-06"] == ["BC.10.5"]


def test_no_answer_changes_a_control_or_an_answer() -> None:
    before, after = engagement(), engagement(*(f"self_check.{id_}=yes" for id_ in catalogue().baseline_item))
    assert after.controls == before.controls
    assert after.names == before.names


def test_nothing_ever_proposes_that_a_control_is_in_place() -> None:
    values = {one.value for item in catalogue().baseline_item.values() for one in item.suggests if one.control}
    assert values <= {"planned", "does_not_apply"}


def test_yes_and_partly_leave_unconfirmed_controls_to_do_and_no_does_not() -> None:
    item = catalogue().baseline_item["BC.9.1"]
    for said, left in (("yes", ("NET-01",)), ("partly", ("NET-01",)), ("no", ()), ("not_applicable", ())):
        assert still_to_confirm(item, engagement(f"self_check.BC.9.1={said}")) == left
    assert still_to_confirm(item, engagement()) == ()


def test_a_no_and_a_control_in_place_are_at_odds() -> None:
    sound = sample("brightwater")
    assert [one.control for one in at_odds(engagement("self_check.BC.9.1=no", project=sound))] == ["NET-01"]
    assert at_odds(engagement("self_check.BC.9.1=partly", project=sound)) == ()


def test_what_no_item_reaches_is_of_the_scope() -> None:
    assert not_reached(engagement(project=sample("prairie-hosting"))) == (
        "CC1.1", "CC1.5", "CC3.3", "CC4.1", "CC4.2", "CC5.1", "CC6.4", "CC7.2",
    )  # fmt: skip
