"""Entering a control of one's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.session import read_plain
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.own_controls import next_own_id, without_own
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.storage.codec import project_to_plain
from tests.composed import DAY, sample

DESK = Desk(Path("nowhere"), DAY)
BASE = sample("tamarack")
OWN = OwnControl("OWN-01", "Title", "What is done.", ("CC6.1",), Cadence.MONTHLY, Nature.MANUAL, "The ticket")


def entered(project: Project, own: OwnControl) -> Project:
    """Return the project with a control of its own, new or changed, as the window reads it back."""
    rows = {**project.own_control, own.id: own}
    return read_plain(project_to_plain(replace(project, own_controls=tuple(rows.values())), DESK.catalogue), DESK)


def test_a_control_is_entered_changed_and_taken_out() -> None:
    assert next_own_id(BASE) == "OWN-01"
    first = entered(BASE, replace(OWN, title=" Title\r\n"))
    assert first.own_controls == (OWN,)
    changed = entered(first, replace(OWN, cadence=Cadence.ANNUAL))
    assert changed.own_control["OWN-01"].cadence is Cadence.ANNUAL
    two = entered(changed, replace(OWN, id=next_own_id(changed)))
    assert [own.id for own in two.own_controls] == ["OWN-01", "OWN-02"]
    assert without_own(without_own(two, "OWN-01"), "OWN-02") == BASE


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "has no title"),
        ({"evidence": ""}, "has no evidence"),
        ({"criteria": ()}, "empty list"),
        ({"criteria": ("CC99.1",)}, "CC99.1"),
        ({"owner": "nobody"}, "nobody"),
        ({"id": "ACC-01"}, "OWN-01"),
    ],
)
def test_what_a_file_could_not_hold_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Problem) as caught:
        entered(BASE, replace(OWN, **wrong))  # type: ignore[arg-type]
    assert isinstance(caught.value, ProjectProblem)
    assert said in str(caught.value)
