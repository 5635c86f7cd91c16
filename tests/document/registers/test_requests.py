"""The evidence request list: what, from whom, for when and by when."""

from __future__ import annotations

import pytest

from tests.composed import SAMPLES, after, of_sample, table

LIST = ("REG-ERL", "requests")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_says_for_which_period_from_whom_and_what_a_good_one_shows(name: str) -> None:
    for row in table(of_sample(name), *LIST).values():
        assert all(row[key] for key in ("asked", "kind", "period", "owner", "due", "good")), row["request"]
        assert row["owner"] != "nobody named"


def test_lists_and_planning_are_due_two_weeks_before_fieldwork_and_the_rest_on_its_first_day() -> None:
    rows = table(of_sample("brightwater"), *LIST)
    assert rows["ER-053"]["due"] == "2027-07-05"
    assert rows["ER-054"]["due"] == "2027-07-19"
    lists = [row["due"] for row in rows.values() if row["kind"] == "Full list"]
    assert len(lists) > 5
    assert set(lists) == {"2027-07-05"}
    assert {row["due"] for row in rows.values()} == {"2027-07-05", "2027-07-19", "With the report"}


def test_without_fieldwork_the_due_day_is_an_open_phrase() -> None:
    assert table(after("brightwater", "fieldwork_start=none"), *LIST)["ER-053"]["due"] == "Set the start of fieldwork"


def test_a_sample_of_a_period_says_which_list_it_is_picked_from() -> None:
    rows = table(of_sample("brightwater"), *LIST)
    assert rows["ER-054"]["population"] == "Picked from ER-053"
    assert rows["ER-073"]["population"] == "Dates picked from the calendar"


def test_type_1_asks_as_of_a_day_and_picks_from_no_list() -> None:
    rows = table(of_sample("prairie-hosting"), *LIST)
    assert "ER-053" not in rows
    assert not [row for row in rows.values() if "window" in row["period"] or row["population"].startswith("Picked")]


def test_the_owner_of_the_control_is_asked() -> None:
    assert table(of_sample("brightwater"), *LIST)["ER-073"]["owner"] == "Yuki Tanabe"
    moved = after("brightwater", "owners.LOG-02.owner=ines-carvalho")
    assert table(moved, *LIST)["ER-073"]["owner"] == "Inês Carvalho"


def test_criteria_are_those_in_scope() -> None:
    made = of_sample("tamarack")
    for row in table(made, *LIST).values():
        assert set(filter(None, row["criteria"].split(", "))) <= set(made.engagement.scope.criteria)
