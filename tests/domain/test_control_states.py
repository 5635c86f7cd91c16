"""Which controls are needed and where each stands: a program proposes, a person decides."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.control_states import last_of
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project, State, StateEntry
from tests.composed import DAY, SAMPLES, catalogue, changed, of_sample, sample

if TYPE_CHECKING:
    from soc2desk.domain.control_states import ControlState

LEAN = 73
WORD = "control_states.ACC-07={state: in_place, since: 2026-01-05, confirmed_by: priya-natarajan}"

DANA = "people.dana={name: Dana Whitfield, title: Lead}"


def states(*changes: str, project: Project | None = None, day: date = DAY) -> dict[str, ControlState]:
    start = project if project is not None else sample("brightwater")
    return decide_engagement(catalogue(), changed(start, *changes), day).state


def test_nothing_is_in_place_until_a_person_says_so() -> None:
    found = states("company=Acme", project=Project())
    assert len(found) == LEAN
    assert {one.state for one in found.values()} == {State.NOT_CONFIRMED}
    assert not any(one.is_shown for one in found.values())


@pytest.mark.parametrize("said", ["in_place", "{state: run_by_vendor, vendor: boreal-cloud}"])
@pytest.mark.parametrize("what", ["ACC-07", "ACC"])
def test_that_a_control_is_performed_is_a_named_persons_word(said: str, what: str) -> None:
    alone = states("control_states.ACC=", "control_states.ACC-07=", f"control_states.{what}={said}")["ACC-07"]
    assert (alone.state, alone.is_shown) == (State.NOT_CONFIRMED, False)
    named = f"control_states.{what}.confirmed_by=dana-whitfield"
    by = states("control_states.ACC=", "control_states.ACC-07=", f"control_states.{what}={said}", named)["ACC-07"]
    assert by.is_shown


def test_a_word_on_a_family_holds_for_each_of_its_controls() -> None:
    found = states(
        DANA, "control_states.ACC={state: in_place, since: 2026-01-05, confirmed_by: dana}", project=Project()
    )
    family = [one for one in found.values() if one.control.family == "ACC" and not one.proposed_away]
    assert family
    assert {(one.state, one.since) for one in family if one.id != "ACC-10"} == {(State.IN_PLACE, date(2026, 1, 5))}


def test_a_word_on_one_control_wins_over_the_word_on_its_family() -> None:
    found = states("control_states.ACC-02={state: planned, from: 2027-03-01}")
    assert (found["ACC-02"].state, found["ACC-02"].start) == (State.PLANNED, date(2027, 3, 1))
    assert found["ACC-01"].state is State.IN_PLACE


def test_answers_propose_a_control_away_and_a_family_cannot_overrule_them() -> None:
    found = states("develops_software=no")
    assert found["CHG-02"].state is State.NOT_CONFIRMED
    assert found["CHG-02"].proposed_away
    assert found["CHG-02"].applies, "only a person takes a control out"
    assert not found["CHG-01"].proposed_away


def test_a_person_decides_over_the_proposal_either_way() -> None:
    out = states("develops_software=no", "control_states.CHG-02={state: does_not_apply, reason: We write no software.}")
    assert out["CHG-02"].state is State.DOES_NOT_APPLY
    assert not out["CHG-02"].proposed_away
    assert not out["CHG-02"].applies
    kept = states(
        "develops_software=no",
        "control_states.CHG-02={state: in_place, since: 2026-01-05, confirmed_by: dana-whitfield}",
    )
    assert kept["CHG-02"].state is State.IN_PLACE


def test_an_open_answer_proposes_nothing_away() -> None:
    found = states(
        DANA, "control_states.CHG={state: in_place, since: 2026-01-05, confirmed_by: dana}", project=Project()
    )
    assert not found["CHG-02"].proposed_away
    assert found["CHG-02"].state is State.IN_PLACE


def test_the_lean_set_is_the_core_and_the_full_set_adds_the_rest() -> None:
    alone = sample("tamarack")
    assert len(states(project=alone)) == LEAN
    full = states("control_set=full", project=alone)
    assert len(full) == 84
    assert {one.id for one in full.values()} > {one.id for one in states(project=alone).values()}


def test_a_control_of_the_full_set_comes_in_when_a_person_speaks_of_it() -> None:
    alone = sample("tamarack")
    assert "VEN-05" not in states(project=alone)
    assert "VEN-05" in states("control_states.VEN-05={state: in_place, since: 2026-01-05}", project=alone)
    away = "control_states.VEN-05={state: does_not_apply, reason: We have one vendor.}"
    assert "VEN-05" not in states(away, project=alone)


def test_a_chosen_category_brings_all_of_its_controls_also_into_the_lean_set() -> None:
    wanted = {control.id for control in catalogue().controls if "availability" in control.categories}
    assert wanted
    assert wanted <= states("categories=availability", project=sample("tamarack")).keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_controls_speak_only_of_criteria_in_scope(name: str) -> None:
    engagement = of_sample(name).engagement
    met = {criterion for one in engagement.controls for criterion in one.criteria}
    assert met <= set(engagement.scope.criteria)
    assert all(one.criteria or one.by_law for one in engagement.controls)


def test_a_control_left_without_a_criterion_is_not_needed() -> None:
    project = sample("clinique-erable")
    only = {c.id: c.criteria for c in catalogue().controls if c.legal_duty is None and len(c.criteria) == 1}
    control, (criterion,) = next((c, met) for c, met in only.items() if met[0].startswith(("A1", "PI", "P", "C1")))
    assert control in states(project=project)
    assert control not in states(f"not_relevant.{criterion}=It does not concern us.", project=project)


def test_duties_of_privacy_law_stay_without_the_privacy_category_and_outside_the_scope() -> None:
    found = states()
    duties = {one.id for one in found.values() if one.by_law}
    assert duties == {"PRV-01", "PRV-09", "PRV-11"}
    assert all(one.criteria == () and not one.is_shown for one in found.values() if one.by_law)


def test_quebec_law_adds_its_own_duty() -> None:
    assert states("quebec_law_applies=yes")["PRV-04"].by_law
    assert "PRV-04" not in states()


def test_with_privacy_examined_the_same_duties_are_ordinary_controls() -> None:
    found = states("categories=privacy")
    assert not any(one.by_law for one in found.values())
    assert found["PRV-09"].criteria


def test_no_personal_information_no_duty_of_privacy_law() -> None:
    assert not any(one.by_law for one in states("handles_personal_information=no").values())


def test_what_begins_after_today_is_taken_as_planned_from_that_day() -> None:
    found = states("control_states.ACC-02={state: in_place, since: 2027-03-01, confirmed_by: dana-whitfield}")["ACC-02"]
    assert (found.state, found.start, found.since) == (State.PLANNED, date(2027, 3, 1), None)
    assert found.claimed_early
    later = states(
        "control_states.ACC-02={state: in_place, since: 2027-03-01, confirmed_by: dana-whitfield}", day=date(2027, 3, 1)
    )["ACC-02"]
    assert (later.state, later.claimed_early) == (State.IN_PLACE, False)


@pytest.mark.parametrize(
    ("answer", "start"),
    [("{planned: monthly, from: 2027-02-01}", date(2027, 2, 1)), ("{planned: monthly}", None), ("not yet", None)],
)
def test_a_control_whose_own_answer_lies_ahead_is_not_in_place(answer: str, start: date | None) -> None:
    found = states(f"restore_test_frequency={answer}")["BCP-04"]
    assert found.claimed_early
    assert (found.state, found.start) == (State.PLANNED, start)


def test_a_day_is_promised_only_when_every_part_has_one() -> None:
    assert last_of([date(2027, 1, 1), date(2027, 5, 1)]) == date(2027, 5, 1)
    assert last_of([date(2027, 1, 1), None]) is None
    assert last_of([]) is None


def test_several_answers_ahead_begin_with_the_last_of_them_or_on_no_day() -> None:
    uses_two = next(c for c in catalogue().controls if {"alert_triage_hours", "tool_check_period"} <= set(c.uses))
    weekly = "tool_check_period={planned: weekly, from: 2027-02-01}"
    assert states("alert_triage_hours=not yet", weekly)[uses_two.id].start is None
    assert states("alert_triage_hours={planned: 8, from: 2027-04-01}", weekly)[uses_two.id].start == date(2027, 4, 1)


def test_only_what_runs_here_or_at_a_vendor_is_shown() -> None:
    shown = {one.state for one in of_sample("brightwater").engagement.controls if one.is_shown}
    assert shown == {State.IN_PLACE, State.RUN_BY_VENDOR}


def test_the_statement_follows_the_answers() -> None:
    alerts, logs = states()["LOG-02"], states("log_review_style=logs")["LOG-02"]
    assert alerts.statement != logs.statement
    assert alerts.control is logs.control


def test_whoever_had_left_by_the_day_it_was_said_cannot_have_said_that_a_control_is_performed() -> None:
    def said(last_day: str) -> State:
        return states(WORD, f"people.priya-natarajan.end={last_day}")["ACC-07"].state

    (day,) = {one.confirmed_on for one in changed(sample("brightwater"), WORD).control_states if one.id == "ACC-07"}
    assert day is not None
    assert said((day - timedelta(days=1)).isoformat()) is State.NOT_CONFIRMED
    assert said(day.isoformat()) is State.IN_PLACE, "on the last day one still speaks"


def test_an_entry_for_a_family_out_of_scope_brings_nothing_in() -> None:
    project = Project(control_states=(StateEntry("PIN", State.IN_PLACE),))
    assert not [one for one in states("company=Acme", project=project) if one.startswith("PIN")]
