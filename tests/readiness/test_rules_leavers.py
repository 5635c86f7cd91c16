"""Findings about leavers: what was promised in business days is counted in business days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.entered import record
from tests.readiness.operated import seen_at

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

OVER = date(2027, 7, 5)
IN_TOOLS = "kept_in_tools=change_record"
LEFT = "people.daniel-obrien.end=2027-03-25"
"""The Thursday before Good Friday."""


def checklist(disabled: str, **values: Plain) -> dict[str, Plain]:
    usual: dict[str, Plain] = {
        "person": "daniel-obrien", "departure_type": "voluntary", "last_day_time": "2027-03-25 17:00",
        "identity_provider_disabled": disabled,
    }  # fmt: skip
    return {"records.daniel": record("offboarding_checklist", **{**usual, **values})}


def test_fd_17_a_business_day_skips_the_weekend_and_the_holiday() -> None:
    assert seen_at("FD-17", OVER, LEFT, rows=checklist("2027-03-29 18:00")) == (), "Monday after Good Friday"
    (found,) = seen_at("FD-17", OVER, LEFT, rows=checklist("2027-03-30 08:00"))
    assert (found.place, found.controls) == ("records.daniel", ("ACC-08",))
    assert all(part in found.message for part in ("Daniel O'Brien", "1 business day", "sign-in"))


def test_fd_17_who_is_let_go_loses_access_sooner() -> None:
    rows = checklist("2027-03-25 22:00", departure_type="involuntary")
    assert len(seen_at("FD-17", OVER, LEFT, rows=rows)) == 1
    assert seen_at("FD-17", OVER, LEFT, rows=checklist("2027-03-25 22:00")) == ()


def test_fd_17_an_account_that_was_never_removed_counts_when_the_time_is_over() -> None:
    lines: Plain = [{"system": "GitHub", "account": "dob", "action": "disable"}]
    rows = checklist("2027-03-25 18:00", systems=lines)
    assert seen_at("FD-17", date(2027, 3, 29), LEFT, rows=rows) == ()
    (found,) = seen_at("FD-17", date(2027, 3, 30), LEFT, rows=rows)
    assert "GitHub" in found.message
    kept: Plain = [{"system": "GitHub", "account": "dob", "action": "none"}]
    assert seen_at("FD-17", OVER, LEFT, rows=checklist("2027-03-25 18:00", systems=kept)) == ()


def test_fd_17_measures_nothing_against_a_limit_that_nobody_confirmed() -> None:
    rows = checklist("2027-05-30 08:00")
    assert seen_at("FD-17", OVER, LEFT, "access_removal_limit=", rows=rows) == ()


def test_fd_18_a_leaver_without_a_checklist() -> None:
    (found,) = seen_at("FD-18", OVER, LEFT, IN_TOOLS)
    assert (found.about, found.place) == ("daniel-obrien", "people.daniel-obrien")
    assert seen_at("FD-18", OVER, LEFT, IN_TOOLS, rows=checklist("2027-03-25 18:00")) == ()
    assert seen_at("FD-18", date(2027, 3, 29), LEFT, IN_TOOLS) == (), "there is a business day left"


def test_fd_18_expects_no_record_here_where_a_tool_keeps_it_or_before_the_window() -> None:
    assert seen_at("FD-18", OVER, LEFT) == ()
    assert seen_at("FD-18", OVER, IN_TOOLS) == (), "two people left before the window"
    assert seen_at("FD-18", OVER, LEFT, IN_TOOLS, "control_states.ACC-08={state: planned, from: 2027-09-01}") == ()


def test_fd_60_a_leaver_in_the_newest_list_of_a_system() -> None:
    old: Plain = {"system": "github", "taken_at": "2027-04-06 09:00", "leavers": ["daniel-obrien"]}
    (found,) = seen_at("FD-60", OVER, LEFT, rows={"user_exports.one": old})
    assert (found.about, "GitHub" in found.message) == ("daniel-obrien", True)
    new: Plain = {"system": "github", "taken_at": "2027-04-20 09:00"}
    assert seen_at("FD-60", OVER, LEFT, rows={"user_exports.one": old, "user_exports.two": new}) == ()
    soon: Plain = {"system": "github", "taken_at": "2027-03-29 09:00", "leavers": ["daniel-obrien"]}
    assert seen_at("FD-60", OVER, LEFT, rows={"user_exports.one": soon}) == (), "the promised time was running"


def test_fd_20_an_administrator_account_that_several_people_use() -> None:
    shared: Plain = {"system": "jira", "taken_at": "2027-04-06 09:00", "shared_admins": ["admin@jira"]}
    (found,) = seen_at("FD-20", OVER, rows={"user_exports.one": shared})
    assert ("Jira" in found.message, "admin@jira" in found.message) == (True, True)
    gone: Plain = {"system": "jira", "taken_at": "2027-05-06 09:00", "admins": ["dana"]}
    assert seen_at("FD-20", OVER, rows={"user_exports.one": shared, "user_exports.two": gone}) == ()
    planned = "control_states.ACC-02={state: planned, from: 2027-09-01}"
    assert seen_at("FD-20", OVER, planned, rows={"user_exports.one": shared}) == ()
