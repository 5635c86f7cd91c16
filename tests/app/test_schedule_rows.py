"""Rows of the schedule: what is overdue is what nothing stands for, and every filter leaves what it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.calendar_files import write_calendars
from soc2desk.app.schedule_rows import DueState, WantedRows, act_rows, matching_rows, plan_of, step_rows
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.problems import Problem
from soc2desk.domain.project import Project
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.scheduling import Planned


def plan(day: date = date(2027, 4, 10), project: Project | None = None) -> Planned:
    return plan_of(decide_engagement(catalogue(), project or sample("brightwater"), day), "x")


def test_an_act_whose_day_is_over_is_overdue_until_something_stands_for_it() -> None:
    before = {row.id: row for row in act_rows(plan())}
    assert before["ACC-07/2027-Q1"].state is DueState.OVERDUE
    shown = Evidence("e-0001", "Review of the first quarter", occurrence="ACC-07/2027-Q1")
    for evidence, state in ((shown, "done"), (replace(shown, state=Standing.REJECTED), "overdue")):
        after = act_rows(plan(project=replace(sample("brightwater"), evidence=(evidence,))))
        assert {row.id: row for row in after}["ACC-07/2027-Q1"].state == state


def test_what_comes_within_thirty_days_is_soon_and_later_is_ahead() -> None:
    rows = {row.id: row.state for row in act_rows(plan(date(2027, 3, 2)))}
    assert rows["ACC-07/2027-Q1"] is DueState.SOON
    assert rows["ACC-07/2027-Q2"] is DueState.AHEAD


def test_a_milestone_gone_by_is_never_called_overdue() -> None:
    states = {row.state for row in step_rows(plan(date(2030, 1, 1)))}
    assert DueState.OVERDUE not in states


def test_filters_leave_what_they_name() -> None:
    rows = act_rows(plan())
    person = rows[0].person
    assert {row.person for row in matching_rows(rows, WantedRows(person=person))} == {person}
    assert {row.family for row in matching_rows(rows, WantedRows(family="ACC"))} == {"ACC"}
    near = matching_rows(rows, WantedRows(soon=True))
    assert 0 < len(near) < len(rows)
    assert matching_rows(rows, WantedRows(person="nobody-here")) == ()


def test_a_project_without_dates_has_milestones_without_days_and_no_acts() -> None:
    empty = plan(project=Project())
    assert act_rows(empty) == ()
    assert {row.due for row in step_rows(empty)} == {None}


def test_calendar_files_replace_their_own_and_nothing_else(tmp_path: Path) -> None:
    written = write_calendars(plan(), tmp_path)
    assert len(written) > 1
    assert write_calendars(plan(), tmp_path) == written
    written[0].write_text("my own notes", encoding="utf-8")
    with pytest.raises(Problem, match="may not be replaced"):
        write_calendars(plan(), tmp_path)
    assert written[0].read_text(encoding="utf-8") == "my own notes"
