"""A damaged project: the newest good state is found, put back, and the damaged file kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.mending import good_states, mend, newest_good
from soc2desk.app.transfer import new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import Damaged, ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.projects import open_folder, save
from tests.faults import acts

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk

STATES = ("First", "Second", "Third")
BROKEN = ("{", "", "[]", '{"meta": {}}', '{"meta": {"1": {"format": "1"}}, "people": {"1": {"no": "id"}}}')


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return acts.desk(tmp_path)


@pytest.fixture
def folder(desk: Desk) -> Path:
    """Return a project of three states: one in a back-up, one before the last change, and the present one."""
    made = new_project(desk, "acme", company=STATES[0])
    assert keep_backup(made, desk.today - timedelta(3), 14) is None
    for name in STATES[1:]:
        save(open_folder(made, desk.catalogue), Project({"company": Answer(name)}), desk.catalogue)
    return made


def company(desk: Desk, folder: Path) -> object:
    return open_folder(folder, desk.catalogue).project.answers["company"].value


@pytest.mark.parametrize("text", BROKEN)
def test_the_newest_good_state_comes_back_and_the_damaged_file_is_kept(desk: Desk, folder: Path, text: str) -> None:
    (folder / "project.json").write_text(text, encoding="utf-8")
    with pytest.raises(Damaged):
        open_folder(folder, desk.catalogue)
    mend(desk, folder)
    assert company(desk, folder) == "Second"
    assert [path.read_text(encoding="utf-8") for path in (folder / "backups").glob("damaged-*")] == [text]


def test_where_the_version_before_is_damaged_too_a_backup_comes_back(desk: Desk, folder: Path) -> None:
    for name in ("project.json", "project.json.bak"):
        (folder / name).write_text("{", encoding="utf-8")
    mend(desk, folder)
    assert company(desk, folder) == "First"


def test_a_file_that_is_gone_comes_back(desk: Desk, folder: Path) -> None:
    (folder / "project.json").unlink()
    mend(desk, folder)
    assert company(desk, folder) == "Second"


def test_looking_changes_nothing_and_another_state_can_be_chosen(desk: Desk, folder: Path) -> None:
    before = (folder / "project.json").read_bytes()
    states = tuple(good_states(desk, folder))
    assert [one.path.name for one in states] == ["project.json.bak", "project-2027-09-27.json"]
    assert (folder / "project.json").read_bytes() == before
    mend(desk, folder, states[1])
    assert company(desk, folder) == "First"
    assert "Third" in str([path.read_text(encoding="utf-8") for path in (folder / "backups").glob("project-*")])


def test_where_no_good_state_is_kept_nothing_is_changed_and_it_is_said(desk: Desk, tmp_path: Path) -> None:
    folder = new_project(desk, "bare")
    (folder / "project.json").write_text("{", encoding="utf-8")
    assert newest_good(desk, folder) is None
    with pytest.raises(ProjectProblem, match="No good state"):
        mend(desk, folder)
    assert (folder / "project.json").read_text(encoding="utf-8") == "{"
