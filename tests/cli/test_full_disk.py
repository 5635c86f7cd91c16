"""A disk that is full at any moment: a command says so, leaves nothing half made, and works when there is room."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

USERS = "login,email,full name,enabled,admin\nghost,g@x.example,Gh,true,true\n"
CHANGES = "id,author,approved by,merged\nC-1,Dana,,2026-10-01\n"
NEEDED = f"{date.today().year + 2}-06-15"  # noqa: DTZ011 - the day on which the command runs
READING = {
    "a list of users": ("access", "read", "acme", "users.csv", "--system", "github", "--taken-at", "2026-11-01 09:00",
                        "--out", "review.xlsx"),
    "a list of changes": ("lists", "read", "acme", "changes.csv", "--kind", "changes"),
    "a piece of evidence": ("evidence", "add", "acme", "users.csv", "--request", "ER-045"),
}  # fmt: skip
WRITING = {
    "a worksheet": ("record", "print", "acme", "backup_restore_test", "w.xlsx"),
    "one page": ("quick", "--needed-by", NEEDED, "--people", "9", "--out", "w.pdf"),
}
LEFT = (".lock", ".lock.txt", ".bak")


@pytest.fixture
def work(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with lists beside a project, to work in."""
    run("new", "acme", "--sample", "brightwater")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "users.csv").write_text(USERS, encoding="utf-8")
    (tmp_path / "changes.csv").write_text(CHANGES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let no file get its place whose name ends as one of these."""
    names: list[str] = []
    replace, sync = Path.replace, os.fsync

    def refuse(path: Path, target: Path) -> Path:
        if any(str(target).endswith(name) for name in names):
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(os, "fsync", lambda handle: None if not names else sync(handle))
    return names


def files(folder: Path) -> dict[str, str]:
    """Return what stands there, without locks and the copies of earlier states."""
    found = tree(folder)
    return {name: one for name, one in found.items() if "backups" not in name and not name.endswith(LEFT)}


@pytest.mark.parametrize("args", READING.values(), ids=READING)
def test_a_list_whose_project_cannot_be_saved_leaves_no_copy(
    run: Run, work: Path, full: list[str], args: tuple[str, ...]
) -> None:
    before = files(work)
    full.append("project.json")
    told = run(*args)
    assert (told.code, "The disk is full" in told.err) == (5, True)
    assert {name for name in files(work) if name not in before} <= {"workspace/acme/evidence/"}
    full.clear()
    again = run(*args)
    assert again.code == 0, "nothing stands in the way of another try"
    kept = run("evidence", "verify", "acme")
    assert (kept.code, "no piece" in kept.out + kept.err) == (0, False)


@pytest.mark.parametrize("args", WRITING.values(), ids=WRITING)
def test_half_a_file_stands_under_no_name(run: Run, work: Path, full: list[str], args: tuple[str, ...]) -> None:
    before = files(work)
    full.append(args[-1])
    told = run(*args)
    assert (told.code, "The disk is full" in told.err) == (5, True), told.err
    assert files(work) == before
    full.clear()
    assert run(*args).code == 0


def test_a_worksheet_that_cannot_be_written_costs_no_review(run: Run, work: Path, full: list[str]) -> None:
    full.append("review.xlsx")
    args = READING["a list of users"]
    assert run(*args).code == 5
    assert not (work / "review.xlsx").exists()
    assert "access-review-github" in run("record", "list", "acme", "--type", "access_review", "--json").out
    full.clear()
    assert run(*args).code == 0
    assert (work / "review.xlsx").is_file()


def test_a_worksheet_takes_no_place_of_another_file(run: Run, work: Path) -> None:
    (work / "review.xlsx").write_bytes(b"mine")
    before = files(work)
    assert run(*READING["a list of users"]).code == 5
    assert files(work) == before
