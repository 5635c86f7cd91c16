"""A project of an older format: opened, saved in the newest, and the file before kept for good."""

from __future__ import annotations

import errno
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.project import Project
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.older_files import keep_older
from soc2desk.storage.projects import create, open_project, read_project_file, save
from tests import composed
from tests.faults.older_format import OLD_NAME, older_format

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

ACME = Project({"company": Answer("Acme"), "service": Answer("Ledger")})
OTHER = Project({"company": Answer("Acme Ltd."), "service": Answer(OLD_NAME)})


@pytest.fixture
def catalogue() -> Catalogue:
    return composed.catalogue()


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue) -> Path:
    return create(tmp_path, "acme", ACME, catalogue)


def test_an_older_file_stays_as_it_is_until_something_is_saved(
    folder: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    before = (folder / "project.json").read_bytes()
    with older_format():
        stored = open_project(tmp_path, "acme", catalogue)
        assert stored.project.answers["service"].value == OLD_NAME
        save(stored, stored.project, catalogue)
    assert (folder / "project.json").read_bytes() == before
    assert not (folder / "backups").exists()


def test_the_older_file_is_kept_and_no_number_of_backups_lets_go_of_it(
    folder: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    before = (folder / "project.json").read_bytes()
    with older_format():
        stored = save(open_project(tmp_path, "acme", catalogue), OTHER, catalogue)
        assert open_project(tmp_path, "acme", catalogue).project == OTHER
        save(stored, Project({"company": Answer("Third")}), catalogue)
        for day in range(20):
            assert keep_backup(folder, date(2027, 1, 1) + timedelta(day), 3) is None
    assert [path.name for path in (folder / "backups").glob("format*")] == ["format-1.json"]
    assert (folder / "backups" / "format-1.json").read_bytes() == before
    assert read_project_file(folder / "backups" / "format-1.json", catalogue) == ACME


def test_two_files_of_one_older_format_are_both_kept_and_one_only_once(folder: Path) -> None:
    file = folder / "project.json"
    assert keep_older(file, "1") == keep_older(file, "1")
    file.write_bytes(b"another")
    assert keep_older(file, "1").name == "format-1-2.json"


def test_nothing_is_written_over_an_older_file_that_cannot_be_kept(
    folder: Path, tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "project.json").read_bytes()
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if "format" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    with older_format():
        stored = open_project(tmp_path, "acme", catalogue)
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(FileProblem, match="could not be kept; nothing was changed"):
            save(stored, OTHER, catalogue)
    assert (folder / "project.json").read_bytes() == before
