"""The promise budget counts what people promised to do on dates, and nothing that happens by itself."""

from __future__ import annotations

import pytest

from soc2desk.domain.budget import Budget, PromiseLine, count_promises
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature
from soc2desk.domain.engagement import decide_engagement
from tests.composed import DAY, SAMPLES, catalogue, changed, sample


def budget(*changes: str, name: str = "brightwater") -> Budget:
    return count_promises(decide_engagement(catalogue(), changed(sample(name), *changes), DAY))


def line(control: str, *changes: str) -> PromiseLine | None:
    return next((one for one in budget(*changes).lines if one.control == control), None)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sums_by_person_are_the_whole(name: str) -> None:
    made = budget(name=name)
    assert made.acts > 0
    assert sum(acts for acts, _ in made.by_person.values()) == made.acts
    assert sum(minutes for _, minutes in made.by_person.values()) == made.minutes


def test_a_faster_rhythm_asks_for_more_acts() -> None:
    quarterly, monthly = line("ACC-06"), line("ACC-06", "privileged_review_period=monthly")
    assert quarterly is not None
    assert monthly is not None
    assert (quarterly.acts, monthly.acts) == (4, 12)
    assert monthly.minutes == 3 * quarterly.minutes


def test_an_access_review_is_done_for_each_system_in_scope() -> None:
    before, after = line("ACC-07"), line("ACC-07", "systems.payfern-hr.in_scope=yes")
    assert before is not None
    assert after is not None
    assert (before.times, after.times) == (8, 9)
    assert after.acts == 4 * 9


def test_vendor_reviews_count_critical_vendors_and_subservice_organizations_once_each() -> None:
    before, after = line("VEN-04"), line("VEN-04", "vendors.jira.tier=critical")
    assert before is not None
    assert after is not None
    assert (before.times, after.times) == (5, 6)


def test_self_assessment_counts_the_owners_of_controls_that_apply() -> None:
    before = line("MON-01")
    after = line("MON-01", "owners.PHY-03={owner: simran-dhaliwal, backup: dana-whitfield}")
    assert before is not None
    assert after == before, "PHY-03 does not apply, so its owner assesses nothing"


def test_what_a_vendor_a_system_or_an_event_does_has_no_dated_acts() -> None:
    lines = {one.control for one in budget().lines}
    automated = {control.id for control in catalogue().controls if control.nature is Nature.AUTOMATED}
    events = {control.id for control in catalogue().controls if control.cadence is Cadence.PER_EVENT}
    assert not lines & (automated | events | {"PHY-02"})


def test_what_does_not_apply_or_has_no_rhythm_yet_asks_for_nothing() -> None:
    assert line("PHY-03") is None
    assert line("ACC-07", "access_review_period=not yet") is None


def test_a_planned_control_counts_because_its_work_is_coming() -> None:
    assert line("RSK-05") is not None


def test_work_that_nobody_owns_is_counted_for_nobody() -> None:
    made = budget("roles.it_lead=")
    assert made.by_person[""][0] > 0


def test_the_heaviest_loaded_person_stands_first() -> None:
    minutes = [minutes for _, minutes in budget().by_person.values()]
    assert minutes == sorted(minutes, reverse=True)
