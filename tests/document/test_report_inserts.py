"""What management writes for the report says what is so, on the day it is said, and nothing that is only planned."""

from __future__ import annotations

import re
from datetime import date

import pytest

from soc2desk.document.blocks import Audience, Mark, SignOff
from soc2desk.document.walk import runs_in
from soc2desk.domain.project import State
from tests.composed import SAMPLES, after, changed, composed, document, of_sample, sample, words
from tests.engaged import of_engagement

OVER = date(2027, 7, 15)
PARTS = ("RPT-SYS", "RPT-ASR", "RPT-CHK", "RPT-LTR")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_part_is_there_whatever_is_examined(name: str) -> None:
    made = of_sample(name)
    there = {one.id for one in made.documents}
    assert there.issuperset(PARTS)
    assert ("RPT-CHG" in there) == made.engagement.scope.is_type_2


@pytest.mark.parametrize("part", ["RPT-SYS", "RPT-ASR", "RPT-LTR"])
def test_a_planned_control_stands_in_none_of_them(part: str) -> None:
    assert "RSK-02" in words(document(of_sample("brightwater"), "RPT-SYS"))
    planned = after("brightwater", "control_states.RSK-02.state=planned", "control_states.RSK-02.from=2027-02-01")
    assert planned.engagement.state["RSK-02"].state is State.PLANNED
    assert "RSK-02" not in words(document(planned, part))


def test_an_assertion_about_a_period_is_a_draft_until_the_period_is_over() -> None:
    before = document(of_sample("brightwater"), "RPT-ASR")
    assert "not to be signed yet" in words(before)
    assert not any(isinstance(block, SignOff) for block in before.blocks)
    then = document(composed(sample("brightwater"), OVER), "RPT-ASR")
    assert "not to be signed yet" not in words(then)
    assert any(isinstance(block, SignOff) for block in then.blocks)


def test_only_a_type_ii_assertion_speaks_of_how_controls_worked() -> None:
    assert "worked as described throughout the period" in words(document(of_sample("brightwater"), "RPT-ASR"))
    assert "throughout" not in words(document(of_sample("prairie-hosting"), "RPT-ASR"))


def test_an_assertion_without_monitoring_of_its_own_says_so() -> None:
    bare = after("tamarack", "control_states.RSK.state=planned", "control_states.MON.state=planned")
    lifted = {one.id for one in bare.engagement.controls if one.is_shown and one.control.family in {"RSK", "MON"}}
    assert ("nothing of its own to rest" in words(document(bare, "RPT-ASR"))) == (not lifted)


def test_a_company_without_an_oversight_body_is_not_described_as_having_one() -> None:
    assert "Oversight body" in words(document(of_sample("brightwater"), "RPT-SYS"))
    assert "Oversight body" not in words(document(of_sample("tamarack"), "RPT-SYS"))


def test_an_incident_of_another_time_leaves_a_sentence_and_no_bare_table() -> None:
    told = words(document(of_engagement("hospital"), "RPT-SYS"))
    assert "No incident that management has listed falls into the time that is examined." in told
    assert "certificate had run out" not in told


def test_no_incident_is_denied_before_the_period_is_over() -> None:
    said = "Management knows of no incident in the period"
    assert sample("brightwater").answers["incidents_said"].value == "none_known"
    assert said not in words(document(of_sample("brightwater"), "RPT-SYS"))
    assert said in words(document(composed(sample("brightwater"), OVER), "RPT-SYS"))


def test_what_nobody_said_yet_is_told_as_still_to_come() -> None:
    silent = after("clinique-erable", "user_controls_said=")
    assert "Nobody has said yet whether there are any" in words(document(silent, "RPT-SYS"))
    assert "Management's answer on controls at customers" in words(document(silent, "RPT-CHK"))


def test_duties_of_customers_stand_apart_from_controls_at_customers() -> None:
    description = words(document(of_sample("clinique-erable"), "RPT-SYS"))
    controls, _, rest = description.partition("Responsibilities of customers")
    needed, other = (one.duty for one in sample("clinique-erable").user_duties[:2])
    assert needed in controls
    assert needed not in rest
    assert other in rest


def test_an_organization_under_the_inclusive_method_brings_its_own_controls() -> None:
    carved = words(document(of_sample("brightwater"), "RPT-SYS"))
    assert "Boreal Cloud: kinds of control expected of it (carve-out)" in carved
    inside = after("brightwater", "vendors.boreal-cloud.method=inclusive")
    assert "Boreal Cloud: its part of the system and its controls (inclusive)" in words(document(inside, "RPT-SYS"))


def test_a_criterion_that_does_not_apply_stands_with_its_reason() -> None:
    left_out = of_sample("clinique-erable").engagement.scope.left_out
    description = words(document(of_sample("clinique-erable"), "RPT-SYS"))
    assert left_out
    assert all(reason in description for reason in left_out.values())
    assert "Every criterion of the chosen categories applies" in words(document(of_sample("tamarack"), "RPT-SYS"))


def test_a_bridge_letter_needs_a_report_before_it() -> None:
    assert "RPT-BRG" not in {one.id for one in of_sample("tamarack").documents}
    letter = document(of_sample("brightwater"), "RPT-BRG")
    assert letter.audience is Audience.CUSTOMER
    assert "Type I report as of 30 September 2026" in words(letter)
    assert "no auditor has examined what it says" in words(letter)


def test_a_bridge_letter_says_nothing_of_changes_or_incidents_that_nobody_said() -> None:
    silent = document(after("brightwater", "changes_said=", "incidents_said="), "RPT-BRG")
    assert words(silent).count("this letter cannot be sent") == 2
    assert not any(isinstance(block, SignOff) for block in silent.blocks)


def test_a_bridge_letter_tells_only_what_came_after_the_report() -> None:
    change = sample("brightwater").system_changes[0]
    assert change.change in words(document(of_sample("brightwater"), "RPT-BRG"))
    earlier = after("brightwater", f"system_changes.{change.id}.changed_on=2026-09-01")
    assert change.change not in words(document(earlier, "RPT-BRG"))


def test_a_letter_for_longer_than_readers_take_one_warns() -> None:
    assert "More than three months" not in words(document(of_sample("brightwater"), "RPT-BRG"))
    late = composed(sample("brightwater"), date(2027, 1, 15))
    assert "More than three months" in words(document(late, "RPT-BRG"))
    early = after("brightwater", "prior_report_end=2026-12-31")
    assert "nothing to bridge yet" in words(document(early, "RPT-BRG"))


def test_the_letter_to_a_prospect_names_the_month_and_no_result() -> None:
    letter = words(document(of_sample("brightwater"), "RPT-LTR"))
    assert "we expect the report in September 2027 at the latest" in letter
    assert "Tidemark & Finch LLP" in letter
    assert "no CPA firm is engaged yet" in words(document(after("brightwater", "auditor_firm=none"), "RPT-LTR"))


def test_changes_of_another_time_stay_out_of_the_periods_list() -> None:
    change = sample("brightwater").system_changes[0]
    assert change.change not in words(document(of_sample("brightwater"), "RPT-CHG"))
    inside = changed(sample("brightwater"), f"system_changes.{change.id}.changed_on=2027-03-02")
    assert change.change in words(document(composed(inside), "RPT-CHG"))


def test_the_summary_of_the_engagement_names_the_parties_and_no_fee_and_stays_with_the_team() -> None:
    made = document(of_sample("brightwater"), "RPT-ENG")
    said = words(made)
    assert made.audience is Audience.INTERNAL
    assert "Tidemark & Finch LLP" in said
    assert "Helen Marchetti" in said
    assert "1 January 2027 to 30 June 2027" in said
    assert not re.search(r"[$\u20ac]|\bCAD\b|per hour", said)
    assert not any(isinstance(block, SignOff) for block in made.blocks), "it is nobody's to sign"
    helped = words(document(after("brightwater", "prepared_by=Harbour Advisory"), "RPT-ENG"))
    assert "What Harbour Advisory prepares" in helped
    assert "signs nothing in the company's place" in helped
    assert "signs nothing in the company's place" not in said


def test_the_summary_of_the_engagement_marks_what_nobody_said() -> None:
    bare = after("brightwater", "window_end=", "auditor_firm=none", "roles.executive_sponsor.holder=")
    made = document(bare, "RPT-ENG")
    marked = [run.text for run in runs_in(made.blocks) if run.mark is Mark.OPEN]
    assert marked == ["nobody named", "[When does the period end?]"]
    assert "no CPA firm is engaged yet" in words(made)
