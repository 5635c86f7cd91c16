"""Owners are trained before the first examined day, and nobody is late before that."""

from __future__ import annotations

from datetime import date

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.training import courses_of
from tests.composed import DAY, catalogue, sample
from tests.entered import seen_on

SOON = date(2026, 12, 15)


def taken(person: str, on: str) -> dict[str, object]:
    """Return a completion for each course of a person."""
    engagement = decide_engagement(catalogue(), sample("brightwater"), DAY)
    courses = courses_of(engagement.project.person[person], engagement)
    return {f"completions.{person}-{one.id.lower()}": {"person": person, "course": one.id, "on": on} for one in courses}


def test_fd_05_where_nobody_was_trained_one_finding_says_so() -> None:
    assert seen_on("FD-05", day=date(2026, 12, 10)) == ()
    (finding,) = seen_on("FD-05", day=SOON)
    assert "No training is on record" in finding.message


def test_fd_05_then_each_owner_without_a_course_until_it_is_taken() -> None:
    rows = taken("dana-whitfield", "2026-12-01")
    waiting = {one.about for one in seen_on("FD-05", rows=rows, day=SOON)}
    assert "dana-whitfield" not in waiting
    assert "sam-okafor" in waiting
    more = rows | taken("sam-okafor", "2026-12-02")
    assert waiting - {one.about for one in seen_on("FD-05", rows=more, day=SOON)} == {"sam-okafor"}


def test_fd_06_a_first_course_after_the_window_opened() -> None:
    late = taken("dana-whitfield", "2027-01-15")
    assert [one.about for one in seen_on("FD-06", rows=late, day=date(2027, 2, 1))] == ["dana-whitfield"]
    assert seen_on("FD-06", rows=late, day=date(2027, 1, 10)) == (), "it is not over yet"
    assert seen_on("FD-06", rows=taken("dana-whitfield", "2026-12-15"), day=date(2027, 2, 1)) == ()
    joined = "people.dana-whitfield.start=2027-01-04"
    assert seen_on("FD-06", joined, rows=late, day=date(2027, 2, 1)) == ()
