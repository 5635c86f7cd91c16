"""A day that a person types for what was decided bears, beside it, the day on which the program took it down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from soc2desk.domain.claimed_days import CLAIMED, SPEAKS_OF, EntryDay
from soc2desk.domain.entry_days import entered_in, entered_late, entered_on, with_entry_days
from soc2desk.domain.known_by import known_by
from soc2desk.domain.project import Project
from soc2desk.domain.risks import Risk
from soc2desk.domain.taken_in import entered_today
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import ENTRY_DAYS, KEPT, ROW_SECTIONS
from tests.composed import sample

OLD, FIRST, LATER = date(2025, 3, 1), date(2026, 11, 20), date(2027, 2, 3)
NOTHING = Project()


def holding(**days: date) -> Project:
    return Project(risks=(Risk("fire", "Fire", **days),))  # type: ignore[arg-type]


def test_a_day_bears_when_it_was_typed_and_keeps_that_while_it_stands() -> None:
    first = with_entry_days(NOTHING, holding(rated_on=OLD), FIRST)
    assert first.entry_days == (EntryDay("risks.fire.rated_on", FIRST),)
    beside = with_entry_days(first, replace(first, risks=holding(rated_on=OLD, accepted_on=OLD).risks), LATER)
    assert {one.id: one.on for one in beside.entry_days} == {
        "risks.fire.rated_on": FIRST,
        "risks.fire.accepted_on": LATER,
    }


def test_a_day_that_is_moved_or_put_back_was_said_then() -> None:
    first = with_entry_days(NOTHING, holding(rated_on=OLD), FIRST)
    moved = with_entry_days(first, replace(first, risks=holding(rated_on=OLD - timedelta(300)).risks), LATER)
    assert entered_on(moved, "risks", "fire", "rated_on") == LATER
    gone = with_entry_days(first, replace(first, risks=()), FIRST)
    assert gone.entry_days == ()
    assert entered_on(with_entry_days(gone, holding(rated_on=OLD), LATER), "risks", "fire", "rated_on") == LATER


def test_a_day_of_which_something_else_is_rated_or_decided_now_was_said_then() -> None:
    rated = Risk(
        "fire", "Fire", likelihood=1, impact=1, rated_on=OLD, reviewed_on=OLD, accepted_by="ana", accepted_on=OLD
    )
    first = with_entry_days(NOTHING, Project(risks=(rated,)), FIRST)

    def days(**changed: object) -> dict[str, date]:
        after = replace(first, risks=(replace(rated, **changed),))  # type: ignore[arg-type]
        return {one.id.rpartition(".")[2]: one.on for one in with_entry_days(first, after, LATER).entry_days}

    assert days(action="Buy a hose") == {"rated_on": FIRST, "reviewed_on": FIRST, "accepted_on": FIRST}
    assert days(impact=5) == {"rated_on": LATER, "reviewed_on": FIRST, "accepted_on": LATER}
    assert days(residual_impact=2) == {"rated_on": FIRST, "reviewed_on": LATER, "accepted_on": LATER}
    assert days(accepted_by="bob") == {"rated_on": FIRST, "reviewed_on": FIRST, "accepted_on": LATER}
    assert set(days(name="Flood").values()) == {LATER}


def test_a_change_cannot_bring_days_of_entry_of_its_own() -> None:
    forged = (EntryDay("risks.fire.rated_on", OLD),)
    made = with_entry_days(NOTHING, replace(holding(rated_on=OLD), entry_days=forged), FIRST)
    assert entered_on(made, "risks", "fire", "rated_on") == FIRST
    assert with_entry_days(made, replace(made, entry_days=forged), LATER) == made
    assert with_entry_days(made, replace(made, entry_days=()), LATER) == made


@pytest.mark.parametrize(("between", "told"), [(0, False), (10, False), (11, True)])
def test_who_reads_is_told_after_as_many_days_as_of_a_record(between: int, told: bool) -> None:  # noqa: FBT001
    made = with_entry_days(NOTHING, holding(rated_on=OLD), OLD + timedelta(between))
    late = entered_late(made, "risks", "fire", "rated_on", OLD)
    assert late == (OLD + timedelta(between) if told else None)


def test_what_was_typed_later_is_not_known_yet() -> None:
    first = with_entry_days(NOTHING, holding(rated_on=OLD), FIRST)
    both = with_entry_days(first, replace(first, risks=holding(rated_on=OLD, accepted_on=OLD).risks), LATER)
    assert known_by(both, FIRST) == first
    assert known_by(both, LATER) == both


def test_every_claimed_day_of_a_file_is_entered_on_the_day_it_was_taken_in() -> None:
    made = entered_today(
        replace(sample("brightwater"), entry_days=(EntryDay("risks.ransomware.rated_on", OLD),)), LATER
    )
    assert {one.on for one in made.entry_days} == {LATER}
    assert entered_on(made, "risks", "ransomware", "rated_on") == LATER
    assert entered_in(made, ("exceptions",)) and not entered_in(made, ("retests",))  # noqa: PT018


def test_the_claimed_days_are_days_of_tables_that_a_person_fills_in() -> None:
    sections = {section.name: section for section in ROW_SECTIONS}
    for table, fields in CLAIMED.items():
        assert {sections[table].fields[name].holds for name in fields} == {Holds.DATE}
        assert not any(sections[table].fields[name].required for name in fields)
        for name in fields:
            assert set(SPEAKS_OF[table, name]) <= set(sections[table].fields), "what it speaks of is told too"
    assert ENTRY_DAYS in KEPT
