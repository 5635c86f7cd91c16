"""Findings about people: who joined, who accepted, whose work was looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.composed import sample
from tests.entered import evidence, record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

OVER = date(2027, 7, 5)
JOINED = "people.mehwish-qureshi.start=2027-02-01"
NO_TOOLS = "kept_in_tools=change_record"


def course(on: str) -> dict[str, Plain]:
    return {"completions.one": {"person": "mehwish-qureshi", "course": "TRN-01", "on": on}}


def test_fd_07_a_joiner_made_aware_too_late_or_never() -> None:
    (found,) = seen_at("FD-07", OVER, JOINED)
    assert (found.place, "2027-03-03" in found.message) == ("people.mehwish-qureshi", True)
    assert len(seen_at("FD-07", OVER, JOINED, rows=course("2027-03-04"))) == 1
    assert seen_at("FD-07", OVER, JOINED, rows=course("2027-03-03")) == ()
    assert seen_at("FD-07", date(2027, 3, 3), JOINED) == (), "the last day is not over"
    assert seen_at("FD-07", OVER) == (), "nobody joined in the window"


def test_fd_07_believes_the_record_of_a_course_too() -> None:
    attended: Plain = [{"person": "mehwish-qureshi", "attended": "yes"}]
    rows = {"records.trn": record("training_attendance", skill_area="awareness", date="2027-02-10", attendees=attended)}
    assert seen_at("FD-07", OVER, JOINED, rows=rows) == ()
    absent: Plain = [{"person": "mehwish-qureshi", "attended": "no"}]
    rows = {"records.trn": record("training_attendance", skill_area="awareness", date="2027-02-10", attendees=absent)}
    assert len(seen_at("FD-07", OVER, JOINED, rows=rows)) == 1


def joiner(**values: Plain) -> dict[str, Plain]:
    return {"records.on": record("onboarding_checklist", person="mehwish-qureshi", **values)}


def test_fd_31_a_background_check_after_the_access() -> None:
    assert len(seen_at("FD-31", OVER, JOINED, rows=joiner(access_granted="2027-02-01"))) == 1
    late = joiner(access_granted="2027-02-01", screening_done="2027-02-08")
    (found,) = seen_at("FD-31", OVER, JOINED, rows=late)
    assert found.place == "records.on"
    in_time = joiner(access_granted="2027-02-01", screening_done="2027-01-20")
    assert seen_at("FD-31", OVER, JOINED, rows=in_time) == ()
    assert seen_at("FD-31", OVER, JOINED, rows=joiner(screening_done="")) == (), "no access yet"


def test_fd_31_a_joiner_of_whom_nothing_tells() -> None:
    assert seen_at("FD-31", OVER, JOINED) == (), "a tool keeps the checklists"
    assert len(seen_at("FD-31", OVER, JOINED, NO_TOOLS)) == 1
    assert seen_at("FD-31", date(2027, 2, 20), JOINED, NO_TOOLS) == ()
    shown = {"evidence.e-1": evidence("Checks", controls=["HRS-01"], dated="2027-01-28")}
    assert seen_at("FD-31", OVER, JOINED, NO_TOOLS, rows=shown) == ()


def accepted(*left_out: str) -> dict[str, Plain]:
    """Return acceptances of every approved document by everybody who works here, but for some people."""
    project = sample("brightwater")
    return {
        f"records.{person.id}-{approval.id.lower()}": record(
            "policy_acknowledgement", person=person.id, policy=f"Text ({approval.id})", date="2026-11-20", method="tool"
        )
        for person in project.people
        for approval in project.approvals
        if person.id not in left_out and approval.id.startswith("POL-") and person.end is None
    }


def test_fd_30_who_has_not_accepted_a_text_of_long_ago() -> None:
    (found,) = seen_at("FD-30", OVER)
    assert "POL-ACP" in found.message
    assert seen_at("FD-30", OVER, rows=accepted()) == ()
    (found,) = seen_at("FD-30", OVER, rows=accepted("park-ji-ho"))
    assert (found.place, "Park Ji-ho" in found.message) == ("people.park-ji-ho", True)


def test_fd_30_is_silent_before_the_window_and_for_who_is_new_or_away() -> None:
    assert seen_at("FD-30", date(2026, 12, 31)) == ()
    assert seen_at("FD-30", OVER, "kept_in_tools=policy_acknowledgement") == ()
    new = "people.park-ji-ho.start=2027-06-20"
    assert seen_at("FD-30", OVER, new, rows=accepted("park-ji-ho", "elena-popescu")) == ()


def test_fd_73_a_performance_review_that_was_not_held() -> None:
    people = [one for one in sample("brightwater").people if one.end is None]
    held = [f"people.{one.id}.reviewed_on=2027-03-01" for one in people]
    (found,) = seen_at("FD-73", OVER)
    assert found.about == "HRS-05"
    assert seen_at("FD-73", OVER, *held) == ()
    (found,) = seen_at("FD-73", OVER, *held, "people.park-ji-ho.reviewed_on=2026-03-01")
    assert (found.place, found.severity) == ("people.park-ji-ho", "low")
    assert seen_at("FD-73", OVER, "control_states.HRS-05={state: planned, from: 2027-09-01}") == ()
    assert seen_at("FD-73", date(2026, 12, 31)) == ()


def test_fd_73_evidence_for_everybody_is_enough_where_no_day_is_kept() -> None:
    shown = {"evidence.e-1": evidence("Reviews of 2027", controls=["HRS-05"], dated="2027-03-30")}
    assert seen_at("FD-73", OVER, rows=shown) == ()
