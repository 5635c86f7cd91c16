"""What evidence shows: days against the window, proofs of lists, and where requests and acts stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.evidence_rules import (
    Lies,
    ahead,
    by_control,
    counts_differ,
    events_without_anything,
    lies,
    made_late,
    missing_proofs,
    none_shown,
)
from soc2desk.domain.evidence_states import Flag, Progress, flags, standings
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

START, END = date(2027, 1, 1), date(2027, 6, 30)
AFTER = datetime(2027, 7, 2, 9, 30, tzinfo=UTC)
REVIEW = "ACC-07/2027-Q1"


def engagement(*pieces: Evidence, day: date = date(2027, 7, 5), changes: tuple[str, ...] = ()) -> Engagement:
    project = changed(sample("brightwater"), *changes)
    return decide_engagement(catalogue(), replace(project, evidence=pieces), day)


def piece(**values: object) -> Evidence:
    return replace(Evidence("e-0001", "One"), **values)  # type: ignore[arg-type]


def where(**values: object) -> Lies:
    one = piece(**values)
    return lies(one, engagement(one))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 12, 1), START, Lies.INSIDE),
        (END, date(2027, 9, 1), Lies.INSIDE),
        (date(2026, 1, 1), date(2026, 12, 31), Lies.OUTSIDE),
        (date(2027, 7, 1), date(2027, 7, 2), Lies.OUTSIDE),
        (date(2026, 5, 1), None, Lies.INSIDE),
    ],
)
def test_the_period_covered_is_what_touches_the_window(first: date, last: date | None, expected: Lies) -> None:
    assert where(occurrence=REVIEW, covers_from=first, covers_until=last, dated=date(2030, 1, 1)) is expected


def test_a_leaver_list_of_the_window_may_be_run_after_it_closed() -> None:
    assert where(requests=("ER-053",), covers_from=START, covers_until=END, run_at=AFTER) is Lies.INSIDE
    assert where(requests=("ER-053",), run_at=AFTER, rows=3) is Lies.EXEMPT
    last_year = {"covers_from": date(2025, 1, 1), "covers_until": date(2025, 12, 31)}
    assert where(requests=("ER-053",), run_at=AFTER, rows=3, **last_year) is Lies.OUTSIDE


def test_a_text_in_force_from_before_is_fine_and_an_act_from_before_is_not() -> None:
    before = date(2026, 3, 1)
    assert where(requests=("ER-021",), dated=before) is Lies.EXEMPT
    assert where(requests=("ER-029",), dated=before) is Lies.EXEMPT
    assert where(requests=("ER-104",), dated=before) is Lies.OUTSIDE
    assert where(requests=("ER-021",), dated=date(2027, 8, 1)) is Lies.OUTSIDE


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 7, 1), Lies.EXEMPT), (date(2026, 6, 30), Lies.OUTSIDE)])
def test_what_is_done_once_a_year_counts_for_twelve_months_before_the_end(day: date, expected: Lies) -> None:
    assert where(controls=("IRS-04",), dated=day) is expected


def test_a_report_of_one_date_takes_what_lies_before_it() -> None:
    one = piece(requests=("ER-104",), dated=date(2026, 3, 1))
    late = replace(one, dated=date(2027, 3, 1))
    made = engagement(one, changes=("report_type=type_1", "report_date=2026-12-31"))
    assert (lies(one, made), lies(late, made)) == (Lies.INSIDE, Lies.OUTSIDE)


def test_a_piece_without_any_day_is_undated_and_its_run_counts_as_one() -> None:
    assert where(occurrence=REVIEW) is Lies.UNDATED
    assert where(occurrence=REVIEW, run_at=datetime(2027, 3, 28, 2, 30, tzinfo=UTC)) is Lies.INSIDE


def test_a_list_is_asked_for_each_proof_and_both_counts() -> None:
    assert missing_proofs(piece()) == ()
    assert missing_proofs(piece(rows=0)) == ("source", "query", "run_at", "second_source")
    whole = piece(rows=0, source="HR", query="all", run_at=AFTER, second_source="payroll", second_rows=0)
    assert missing_proofs(whole) == ()
    assert not counts_differ(whole)
    assert counts_differ(replace(whole, second_rows=2))


def test_what_is_attached_long_after_the_day_it_claims_is_told() -> None:
    claimed = date(2027, 3, 1)
    assert made_late(piece(dated=claimed, received=date(2027, 3, 11))) is None
    assert made_late(piece(dated=claimed, received=date(2027, 3, 12))) == date(2027, 3, 12)
    assert made_late(piece(dated=claimed, file_changed=date(2027, 5, 1), timestamp=True)) is None
    assert made_late(piece(dated=claimed, received=date(2027, 9, 1), rows=4)) is None


def test_an_act_goes_from_not_started_to_accepted() -> None:
    def state(*pieces: Evidence) -> Progress:
        return standings(engagement(*pieces)).acts[REVIEW]

    collected = piece(occurrence=REVIEW)
    accepted = replace(collected, id="e-0002", state=Standing.ACCEPTED)
    rejected = replace(collected, id="e-0003", state=Standing.REJECTED, reason="No date on it")
    assert state() is Progress.NOT_STARTED
    assert state(rejected) is Progress.REJECTED
    assert state(rejected, accepted) is Progress.ACCEPTED
    assert state(rejected, accepted, collected) is Progress.COLLECTED


def test_nothing_happened_needs_an_empty_list_run_after_the_period() -> None:
    empty = piece(requests=("ER-053",), state=Standing.NONE_OCCURRED, population="terminations", rows=0, query="all")
    shown = replace(empty, run_at=AFTER)
    early = replace(empty, run_at=datetime(2027, 6, 30, 23, 59, tzinfo=UTC))
    assert none_shown(shown, END)
    assert standings(engagement(shown)).requests["ER-053"] is Progress.NONE_OCCURRED
    for claim in (empty, early, replace(shown, query=""), replace(shown, rows=1)):
        made = engagement(claim)
        assert standings(made).requests["ER-053"] is Progress.NOT_STARTED
        assert Flag.EMPTY_NOT_SHOWN in flags(claim, made, standings(made))


def test_a_control_by_events_has_an_item_or_an_empty_list() -> None:
    assert "ACC-08" in events_without_anything(engagement())
    assert "ACC-08" not in events_without_anything(engagement(piece(requests=("ER-054",))))
    empty = piece(controls=("ACC-08",), population="terminations", rows=0, query="all", run_at=AFTER)
    assert "ACC-08" not in events_without_anything(engagement(empty))
    assert "ACC-08" in events_without_anything(engagement(replace(empty, run_at=None)))


def test_a_request_no_piece_names_stands_where_its_acts_stand_together() -> None:
    first = piece(occurrence=REVIEW, state=Standing.ACCEPTED)
    second = replace(first, id="e-0002", occurrence="ACC-07/2027-Q2")
    assert standings(engagement()).requests["ER-056"] is Progress.NOT_STARTED
    assert standings(engagement(first)).requests["ER-056"] is Progress.COLLECTED
    assert standings(engagement(first, second)).requests["ER-056"] is Progress.ACCEPTED


def test_a_window_moved_later_takes_nothing_away_and_flags_what_lies_outside_now() -> None:
    one = piece(occurrence=REVIEW, covers_from=START, covers_until=date(2027, 3, 31))
    before = engagement(one)
    assert flags(one, before, standings(before)) == ()
    moved = engagement(one, changes=("window_start=2027-04-01", "window_end=2027-09-30"))
    assert moved.project.evidence == (one,)
    assert flags(one, moved, standings(moved)) == (Flag.OUTSIDE, Flag.NOT_OWED)


def test_files_that_are_gone_and_days_to_come_are_flagged() -> None:
    one = piece(requests=("ER-056",), dated=date(2027, 2, 1))
    made = engagement(one, day=DAY)
    assert flags(one, made, standings(made), "missing") == (Flag.MISSING, Flag.FUTURE)
    assert flags(one, engagement(one), standings(made), "changed") == (Flag.CHANGED,)


def test_days_to_come_are_named_but_a_certificate_may_hold_on() -> None:
    assert ahead(piece(dated=date(2027, 1, 2)), date(2027, 1, 1)) == "dated"
    assert ahead(piece(run_at=AFTER), date(2027, 7, 1)) == "run_at"
    assert ahead(piece(covers_from=START, covers_until=END), date(2027, 3, 1)) == ""
    assert ahead(piece(covers_from=START, covers_until=END, rows=3), date(2027, 3, 1)) == "covers_until"


def test_rejected_pieces_show_no_control() -> None:
    kept, thrown = piece(occurrence=REVIEW), piece(id="e-0002", controls=("MON-01",), state=Standing.REJECTED)
    assert by_control(engagement(kept, thrown)) == {"ACC-07": (kept,)}


def test_nothing_is_picked_from_an_empty_list() -> None:
    empty = piece(requests=("ER-053",), population="terminations", rows=0, query="all", run_at=AFTER)
    assert standings(engagement(empty)).requests["ER-054"] is Progress.NONE_OCCURRED
    accepted = standings(engagement(replace(empty, state=Standing.ACCEPTED))).requests
    assert (accepted["ER-053"], accepted["ER-054"]) == (Progress.ACCEPTED, Progress.NONE_OCCURRED)
    assert standings(engagement(replace(empty, rows=2))).requests["ER-054"] is Progress.NOT_STARTED
