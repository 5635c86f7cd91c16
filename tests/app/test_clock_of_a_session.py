"""A clock that was set back, in a project that is open in the window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import ProjectProblem
from tests.faults import acts

if TYPE_CHECKING:
    from pathlib import Path

STATE = ("control_states", "ACC-07")


def test_nothing_that_bears_an_earlier_day_is_taken_and_the_rest_is(tmp_path: Path) -> None:
    desk = acts.desk(tmp_path)
    folder = new_project(desk, "acme", sample="brightwater")
    session = open_session(desk, folder)
    session.put({STATE: {"state": "in_place", "confirmed_on": desk.today.isoformat()}}, "State")
    session.save()
    session.close()
    back = desk.on(desk.today - timedelta(60))
    session = open_session(back, folder)
    said = {"state": "in_place", "confirmed_on": back.today.isoformat()}
    with pytest.raises(ProjectProblem, match="The clock says"):
        session.put({("control_states", "ACC-08"): said}, "State")
    assert session.project.state_entry["ACC-07"].confirmed_on == desk.today
    session.put({("answers", "company"): "Acme"}, "Company")
    assert session.save()
    # What is taken back bears the day that it had.
    session.put({STATE: None}, "State")
    session.undo()
    assert session.project.state_entry["ACC-07"].confirmed_on == desk.today
    session.close()
