from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soc2desk.app.control_rows import (
    NOBODY,
    Column,
    ControlRow,
    Odd,
    Wanted,
    as_the_role_says,
    chosen,
    control_rows,
    in_order,
)
from soc2desk.domain.client_controls import ListedControl
from soc2desk.domain.project import State
from tests.composed import after, composed, of_sample, sample


def rows_after(*changes: str) -> dict[str, ControlRow]:
    return {row.id: row for row in control_rows(after("brightwater", *changes).engagement)}


def test_every_needed_control_has_one_line_with_its_people_by_name() -> None:
    engagement = of_sample("brightwater").engagement
    rows = control_rows(engagement)
    assert [row.id for row in rows] == [one.id for one in engagement.controls]
    row = next(row for row in rows if row.id == "ACC-10")
    assert row.title == engagement.catalogue.control["ACC-10"].title
    assert row.owner.name == engagement.person_name(engagement.owners["ACC-10"].owner) != ""
    assert row.owner.own


def test_a_person_named_for_the_control_is_told_from_the_one_the_role_gives() -> None:
    rows = rows_after("owners.ACC-07.owner=")
    assert not rows["ACC-07"].owner.own
    assert rows["ACC-07"].owner.name
    engagement = after("brightwater", "owners.ACC-10.owner=dana-whitfield").engagement
    assert as_the_role_says("ACC-10", "owner", engagement) != ""
    assert engagement.owners["ACC-10"].owner == "dana-whitfield"


def test_nobody_holding_the_role_is_seen_in_the_line() -> None:
    engagement = of_sample("brightwater").engagement
    project = replace(engagement.project, roles=(), owners=())
    bare = replace(engagement, project=project, owners=dict.fromkeys(engagement.owners, engagement.owners["ACC-07"]))
    nobody = replace(bare, owners={id_: replace(one, owner="") for id_, one in bare.owners.items()})
    row = next(row for row in control_rows(nobody) if row.id == "ACC-07")
    assert Odd.NOBODY in row.odd
    assert Wanted(without_owner=True).fits(row)
    assert Wanted(owner=NOBODY).fits(row)


def test_an_owner_who_has_left_is_odd_and_the_day_is_known() -> None:
    row = rows_after("owners.ACC-07.owner=dana-whitfield", "people.dana-whitfield.end=2026-11-01")["ACC-07"]
    assert Odd.OWNER_LEFT in row.odd
    assert str(row.owner.left) == "2026-11-01"


def test_a_backup_who_is_the_owner_does_not_count_and_is_odd() -> None:
    row = rows_after("owners.ACC-07.owner=dana-whitfield", "owners.ACC-07.backup=dana-whitfield")["ACC-07"]
    assert Odd.BACKUP_IS_OWNER in row.odd
    assert row.backup.name != row.owner.name


def test_a_vendor_that_is_no_subservice_organization_is_odd() -> None:
    vendor = next(one for one in of_sample("brightwater").engagement.project.vendors if not one.subservice)
    row = rows_after(
        f"control_states.ACC-07={{state: run_by_vendor, vendor: {vendor.id}, confirmed_by: dana-whitfield}}"
    )["ACC-07"]
    assert Odd.NO_SUBSERVICE in row.odd
    assert row.vendor == vendor.name


def test_a_control_said_to_be_in_place_from_tomorrow_is_shown_as_planned_and_odd() -> None:
    row = rows_after("control_states.ACC-07={state: in_place, since: 2027-05-01, confirmed_by: dana-whitfield}")[
        "ACC-07"
    ]
    assert row.state is State.PLANNED
    assert Odd.CLAIMED_EARLY in row.odd


def test_a_proposal_and_a_contradiction_are_told_apart() -> None:
    proposed = rows_after("develops_software=no", "control_states.CHG=")
    away = {row.id for row in proposed.values() if Odd.PROPOSED_AWAY in row.odd}
    assert away
    control = min(away)
    said = (f"control_states.{control}.state=in_place", f"control_states.{control}.confirmed_by=dana-whitfield")
    at_odds = rows_after("develops_software=no", "control_states.CHG=", *said)
    assert Odd.AT_ODDS in at_odds[control].odd
    assert Odd.PROPOSED_AWAY not in at_odds[control].odd


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(text="access review"), {"ACC-07"}),
        (Wanted(text="REVIEW acc-07"), {"ACC-07"}),
        (Wanted(text="no such words"), set()),
        (Wanted(family="ACC", criterion="CC6.4"), {"ACC-08"}),
    ],
)
def test_a_filter_lets_through_what_fits_all_of_it(wanted: Wanted, expected: set[str]) -> None:
    assert {row.id for row in chosen(rows_after().values(), wanted)} == expected


def test_what_somebody_works_on_stays_although_it_no_longer_fits() -> None:
    kept = chosen(rows_after().values(), Wanted(text="access review"), keep={"BCP-01"})
    assert {row.id for row in kept} == {"ACC-07", "BCP-01"}


def test_the_filter_for_what_nobody_confirmed_finds_exactly_that() -> None:
    rows = rows_after("control_states.ACC=")
    found = chosen(rows.values(), Wanted(not_confirmed=True))
    assert {row.id for row in found} == {row.id for row in rows.values() if row.state is State.NOT_CONFIRMED}
    assert "ACC-07" in {row.id for row in found}


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts_both_ways_and_loses_no_line(column: Column) -> None:
    rows = tuple(rows_after("control_states.ACC=").values())
    up, down = in_order(rows, column), in_order(rows, column, down=True)
    assert {row.id for row in up} == {row.id for row in down} == {row.id for row in rows}
    assert up != rows[::-1]


def test_states_that_wait_for_somebody_come_first() -> None:
    rows = in_order(rows_after("control_states.ACC=").values(), Column.STATE)
    waiting = [row.state is State.NOT_CONFIRMED for row in rows]
    assert waiting[0]
    assert waiting == sorted(waiting, reverse=True)


def test_the_clients_own_number_stands_first_is_found_and_sorts_as_a_number() -> None:
    project = sample("brightwater")
    lines = tuple(
        ListedControl(
            f"c-{number}",
            number,
            "We look.",
            controls=(control,),
            confirmed_by="dana-whitfield",
            confirmed_on=date(2026, 11, 2),
        )
        for number, control in (("AC-10", "ACC-01"), ("AC-2", "ACC-07"))
    )
    rows = control_rows(composed(replace(project, listed_controls=lines)).engagement)
    assert [row.printed for row in chosen(rows, Wanted("ac-2"))] == ["AC-2 (ACC-07)"]
    assert [row.id for row in chosen(rows, Wanted("acc-07"))] == ["ACC-07"]
    first = [row.printed for row in in_order(rows, Column.CONTROL) if row.printed.startswith("AC-")]
    assert first == ["AC-2 (ACC-07)", "AC-10 (ACC-01)"]
