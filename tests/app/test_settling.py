from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.settling import backups, check_pack, check_workspace, put_back
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.problems import ContentProblem, FileProblem
from soc2desk.storage.backups import keep_backup
from tests.composed import DAY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_for_projects_is_made_and_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "clients"
    check_workspace(folder)
    assert list(folder.iterdir()) == []


def test_a_file_or_a_place_below_one_takes_no_projects(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x")
    for refused in (file, file / "below"):
        with pytest.raises(FileProblem):
            check_workspace(refused)


def test_a_folder_without_content_cannot_be_a_pack(tmp_path: Path) -> None:
    with pytest.raises(ContentProblem):
        check_pack(Desk(tmp_path, DAY), tmp_path)


def test_a_backup_put_back_keeps_what_it_replaces(tmp_path: Path) -> None:
    desk = Desk(tmp_path, DAY)
    folder = new_project(desk, "acme", company="Acme")
    keep_backup(folder, DAY, 5)
    first = (folder / "project.json").read_bytes()
    change(desk, "acme", [("company", "Other")])
    put_back(desk, folder, backups(folder)[-1])
    assert (folder / "project.json").read_bytes() == first
    assert len(backups(folder)) == 2
