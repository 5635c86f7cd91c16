from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.beginning import begin
from soc2desk.app.desk import Desk
from soc2desk.app.preferences import Preferences
from soc2desk.app.session import open_to_read
from soc2desk.domain.problems import ProjectProblem
from tests.composed import DAY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_packet_begins_with_the_company_and_what_is_liked(tmp_path: Path) -> None:
    desk = Desk(tmp_path, DAY)
    liked = replace(Preferences(), prepared_by="Lodgepole", accent_color="#1f4e79")
    project = open_to_read(desk, begin(desk, "  Érable & Fils ", liked)).project
    given = {name: answer.value for name, answer in project.answers.items()}
    assert given == {"company": "Érable & Fils", "prepared_by": "Lodgepole", "accent_color": "#1f4e79"}
    plain = open_to_read(desk, begin(desk, "Other", Preferences())).project
    assert set(plain.answers) == {"company"}


@pytest.mark.parametrize("name", ["", "  ", "???", "nul"])
def test_a_name_that_cannot_be_used_makes_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectProblem):
        begin(Desk(tmp_path / "clients", DAY), name, Preferences())
    assert not list(tmp_path.rglob("project.json"))
