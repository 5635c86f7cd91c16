from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.own_control_form import OwnEntry, entered, own_entry, taken_out
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import Problem
from tests.composed import DAY, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.session import Session

ESCROW = OwnEntry(
    "Source code escrow", "The engineering lead hands each release\nto the escrow agent.", ("CC9.1",), "",
    "quarterly", "manual", "The agent's receipt",
)  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path, DAY)
    opened = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield opened
    opened.close()


def test_a_control_of_ones_own_stands_in_the_matrix_like_any_other(session: Session) -> None:
    session.put(entered("OWN-01", ESCROW), "added")
    row = table(session.composition, "REG-ALL", "team")["OWN-01"]
    assert "hands each release to the escrow agent" in row["statement"]
    assert row["criteria"] == "CC9.1"


def test_it_comes_back_into_the_form_as_it_was_typed(session: Session) -> None:
    session.put(entered("OWN-01", ESCROW), "added")
    entry = own_entry(session.project, "OWN-01")
    assert entry is not None
    assert (entry.title, entry.criteria, entry.cadence) == ("Source code escrow", ("CC9.1",), "quarterly")
    assert own_entry(session.project, "ACC-07") is None


def test_what_is_missing_is_refused_and_nothing_changes(session: Session) -> None:
    before = session.project
    with pytest.raises(Problem):
        session.put(entered("OWN-01", OwnEntry(title="Only a title")), "added")
    assert session.project is before


def test_taking_it_out_takes_its_state_and_owners_with_it(session: Session) -> None:
    session.put(entered("OWN-01", ESCROW), "added")
    session.put({("owners", "OWN-01", "owner"): session.project.people[0].id}, "owner")
    session.put(taken_out("OWN-01", session.plain), "removed")
    assert "OWN-01" not in session.project.own_control
    assert "OWN-01" not in session.project.owning
