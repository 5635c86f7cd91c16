from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.storage.backups import BACKUPS, Backup, backups, keep_backup, restore
from soc2desk.storage.projects import create, open_project, save

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

DAY = date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue) -> Path:
    return create(tmp_path, "acme", Project(), catalogue)


def renamed(folder: Path, company: str, catalogue: Catalogue) -> None:
    stored = open_project(folder.parent, folder.name, catalogue)
    save(stored, Project(answers={"company": Answer(company)}), catalogue)


def company(folder: Path, catalogue: Catalogue) -> object:
    answer = open_project(folder.parent, folder.name, catalogue).project.answers.get("company")
    return answer.value if answer else None


def names(folder: Path) -> list[str]:
    return [backup.path.name for backup in backups(folder)]


def test_a_day_has_one_copy_and_each_packet_another(folder: Path, catalogue: Catalogue) -> None:
    assert keep_backup(folder, DAY, 14) is None
    renamed(folder, "New", catalogue)
    assert keep_backup(folder, DAY, 14) is None
    assert names(folder) == ["project-2026-11-20.json"]
    assert keep_backup(folder, DAY, 14, packet=True) is None
    assert names(folder) == ["project-2026-11-20-2.json", "project-2026-11-20.json"]


def test_a_packet_of_the_same_answers_needs_no_second_copy(folder: Path) -> None:
    keep_backup(folder, DAY, 14, packet=True)
    keep_backup(folder, DAY, 14, packet=True)
    assert names(folder) == ["project-2026-11-20.json"]


def test_only_the_newest_stay(folder: Path) -> None:
    for days in range(20):
        keep_backup(folder, DAY + timedelta(days), 14)
    kept = names(folder)
    assert len(kept) == 14
    assert (kept[0], kept[-1]) == ("project-2026-12-09.json", "project-2026-11-26.json")


@pytest.mark.parametrize("kept", [0, -1])
def test_the_only_copy_is_never_lost(folder: Path, kept: int) -> None:
    keep_backup(folder, DAY, kept)
    keep_backup(folder, DAY + timedelta(1), kept)
    assert names(folder) == ["project-2026-11-21.json"]


def test_copies_of_one_day_are_in_the_order_of_their_numbers(folder: Path, catalogue: Catalogue) -> None:
    for number in range(12):
        renamed(folder, f"Name {number}", catalogue)
        keep_backup(folder, DAY, 14, packet=True)
    assert [backup.number for backup in backups(folder)] == list(range(12, 0, -1))


def test_a_damaged_file_is_not_copied_and_nothing_is_let_go(folder: Path) -> None:
    keep_backup(folder, DAY, 14)
    (folder / "project.json").write_text("{", encoding="utf-8")
    assert isinstance(keep_backup(folder, DAY + timedelta(1), 1), ProjectProblem)
    assert names(folder) == ["project-2026-11-20.json"]
    (folder / "project.json").unlink()
    assert isinstance(keep_backup(folder, DAY + timedelta(1), 1), ProjectProblem)


def test_a_copy_that_cannot_be_made_is_a_problem_to_show(folder: Path) -> None:
    (folder / BACKUPS).write_text("a file", encoding="utf-8")
    assert isinstance(keep_backup(folder, DAY, 14), FileProblem)
    assert backups(folder) == ()


def test_other_files_in_the_folder_are_none_of_ours(folder: Path) -> None:
    keep_backup(folder, DAY, 14)
    for name in ("notes.txt", "project-2026-13-45.json", "project-2026-11-20-0.json", "project-.json", "x.json"):
        (folder / BACKUPS / name).write_text("{}", encoding="utf-8")
    (folder / BACKUPS / "project-2027-01-01.json").mkdir()
    assert names(folder) == ["project-2026-11-20.json"]
    keep_backup(folder, DAY + timedelta(1), 1)
    assert (folder / BACKUPS / "notes.txt").exists()


def test_a_copy_comes_back_and_what_it_replaces_is_kept(folder: Path, catalogue: Catalogue) -> None:
    renamed(folder, "Before", catalogue)
    keep_backup(folder, DAY, 14)
    renamed(folder, "After", catalogue)
    (before,) = backups(folder)
    restore(folder, before, DAY)
    assert company(folder, catalogue) == "Before"
    after = backups(folder)[0]
    assert after.number == 2
    restore(folder, after, DAY)
    assert company(folder, catalogue) == "After"
    assert len(backups(folder)) == 3


def test_a_copy_comes_back_in_the_place_of_a_damaged_or_missing_file(folder: Path, catalogue: Catalogue) -> None:
    renamed(folder, "Before", catalogue)
    keep_backup(folder, DAY, 14)
    (folder / "project.json").write_text("{ damaged", encoding="utf-8")
    restore(folder, backups(folder)[0], DAY)
    assert company(folder, catalogue) == "Before"
    assert (folder / BACKUPS / "damaged-2026-11-20-1.json").read_text(encoding="utf-8") == "{ damaged"
    assert len(backups(folder)) == 1
    (folder / "project.json").unlink()
    restore(folder, backups(folder)[0], DAY)
    assert company(folder, catalogue) == "Before"


def test_a_damaged_or_missing_copy_changes_nothing(folder: Path, catalogue: Catalogue) -> None:
    renamed(folder, "Mine", catalogue)
    keep_backup(folder, DAY, 14)
    (one,) = backups(folder)
    for broken in ("{}[]", "{}", '{"meta": {}}', "[]", ""):
        one.path.write_text(broken, encoding="utf-8")
        with pytest.raises(ProjectProblem):
            restore(folder, one, DAY)
    with pytest.raises(ProjectProblem):
        restore(folder, Backup(folder / BACKUPS / "gone.json", DAY), DAY)
    assert company(folder, catalogue) == "Mine"
