from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.app.control_changes import (
    Said,
    holder_of_each,
    state_of_each,
    state_of_family,
    with_a_word_of_their_own,
)
from soc2desk.domain.client_controls import RetiredControl
from soc2desk.domain.problems import UsageProblem
from soc2desk.domain.project import State
from tests.composed import DAY, after, sample


def test_a_state_takes_today_and_only_what_belongs_to_it() -> None:
    said = Said(State.IN_PLACE, since="2026-09-01", start="2027-01-01", vendor="aws", reason="none", by="dana")
    assert said.row(DAY) == {
        "state": "in_place", "since": "2026-09-01", "confirmed_by": "dana", "confirmed_on": "2026-11-20"}  # fmt: skip


def test_a_day_that_nobody_knows_is_left_out() -> None:
    assert "since" not in Said(State.IN_PLACE, since="  ", by="dana").row(DAY)


def test_what_was_typed_wrongly_goes_on_to_whoever_checks_it() -> None:
    assert Said(State.PLANNED, start="soon", by="dana").row(DAY)["from"] == "soon"


def test_not_confirmed_takes_a_word_back_and_stands_against_the_word_on_the_family() -> None:
    said = Said(State.NOT_CONFIRMED)
    bare = after("brightwater", "control_states.ACC=").engagement.project
    assert state_of_each(("ACC-07",), said, bare, DAY) == {("control_states", "ACC-07"): None}
    assert "ACC" in sample("brightwater").state_entry
    row = state_of_each(("ACC-07",), said, sample("brightwater"), DAY)[("control_states", "ACC-07")]
    assert row == {"state": "not_confirmed"}


def test_a_word_on_a_family_takes_back_what_was_said_of_the_controls_chosen() -> None:
    said, project = Said(State.PLANNED, by="dana"), sample("brightwater")
    values = state_of_family("ACC", ("ACC-07",), said, project, DAY)
    assert values["control_states", "ACC-07"] is None
    assert values["control_states", "ACC"] == {"state": "planned", "confirmed_by": "dana", "confirmed_on": "2026-11-20"}


def test_a_word_on_a_family_on_which_a_retired_control_rests_is_refused() -> None:
    gone = RetiredControl("ACC-05", DAY, "Switched off", DAY)
    project = replace(sample("brightwater"), retired_controls=(gone,))
    with pytest.raises(UsageProblem, match="ACC-05 is retired"):
        state_of_family("ACC", (), Said(State.PLANNED, by="dana"), project, DAY)


def test_controls_that_a_word_on_the_family_does_not_reach_are_known() -> None:
    engagement = after("brightwater", "control_states.ACC-07.state=in_place", "multi_tenant=no").engagement
    assert set(with_a_word_of_their_own("ACC", (), engagement)) >= {"ACC-07", "ACC-10"}
    assert "ACC-07" not in with_a_word_of_their_own("ACC", ("ACC-07",), engagement)


@pytest.mark.parametrize(("person", "value"), [("dana", "dana"), ("", None)])
def test_a_holder_is_named_for_each_control_and_nobody_leaves_it_to_the_role(person: str, value: str | None) -> None:
    values = holder_of_each(("ACC-07", "ACC-08"), "owner", person)
    assert values == {("owners", "ACC-07", "owner"): value, ("owners", "ACC-08", "owner"): value}
