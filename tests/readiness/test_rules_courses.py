"""Courses overdue or to be repeated, and certificates that end, come and go with what is entered."""

from __future__ import annotations

from tests.composed import seen
from tests.entered import seen_on

DANA = "dana-whitfield"


def test_a_certificate_that_ends_soon_is_seen_until_it_is_renewed() -> None:
    row = (f"certificates.one.person={DANA}", "certificates.one.name=Security+")
    assert seen("SD-62", *row) == ()
    (found,) = seen("SD-62", *row, "certificates.one.expires_on=2026-12-31")
    assert "Security+" in found.message
    assert seen("SD-62", *row, "certificates.one.expires_on=2029-12-31") == ()


def test_a_course_that_is_overdue_is_seen_until_it_was_taken() -> None:
    begun = ("window_start=2026-10-01", "window_end=2027-03-31")
    assert [one for one in seen("SD-60") if one.about == DANA] == []
    (found,) = [one for one in seen("SD-60", *begun) if one.about == DANA]
    assert "TRN-03" in found.message
    entered = {"completions.one": {"person": DANA, "course": "TRN-03", "on": "2026-09-01"}}
    (left,) = [one for one in seen_on("SD-60", *begun, rows=entered) if one.about == DANA]
    assert "TRN-03" not in left.message


def test_a_course_to_be_repeated_is_seen() -> None:
    entered = {"completions.one": {"person": DANA, "course": "TRN-03", "on": "2025-09-01"}}
    (found,) = seen_on("SD-61", rows=entered)
    assert found.about == f"{DANA}/TRN-03"
    again = {"completions.two": {"person": DANA, "course": "TRN-03", "on": "2026-09-01"}}
    assert seen_on("SD-61", rows=entered | again) == ()
