"""A project travels to a colleague as one file: whole, under a password where one is wanted, and never over another."""

from __future__ import annotations

import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from soc2desk.storage import locked_file, sending
from soc2desk.storage.paper_file import Paper, write_paper
from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys from passwords that take no time to try."""
    kept = sending.LockedWriter
    monkeypatch.setattr(sending, "LockedWriter", lambda file, password, _: kept(file, password, locked_file.LEAST_COST))


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    """Return the folder of a project with a piece of evidence."""
    assert run("new", "Acme Labs", "--sample", "brightwater").code == 0
    (tmp_path / "users.csv").write_text("login\nkim\n", encoding="utf-8")
    assert run("evidence", "add", "acme-labs", tmp_path / "users.csv", "--request", "ER-045").code == 0
    return tmp_path / "workspace" / "acme-labs"


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return path


def test_a_project_is_the_same_for_the_colleague_evidence_and_days_included(
    acme: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "acme.soc2desk"
    made = run("export", "acme-labs", target, "--with-evidence")
    assert (made.code, "every file of evidence" in made.err) == (0, True)
    taken = run("take-in", target, "--workspace", tmp_path / "there")
    assert taken.code == 0, taken.err
    there = tmp_path / "there" / "acme-labs"
    assert "from acme.soc2desk, made on" in taken.out
    assert (there / "project.json").read_bytes() == (acme / "project.json").read_bytes()
    assert (there / "evidence").is_dir()
    assert tree(there / "evidence") == tree(acme / "evidence")
    assert run("evidence", "verify", "acme-labs", "--workspace", tmp_path / "there").code == 0
    assert json.loads(run("evidence", "list", "acme-labs", "--json", "--workspace", tmp_path / "there").out) == (
        json.loads(run("evidence", "list", "acme-labs", "--json").out)
    )


def test_evidence_stays_at_home_unless_it_is_asked_for_and_both_sides_are_told(
    acme: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "acme.soc2desk"
    assert "without files of evidence" in run("export", "acme-labs", target).out
    assert b"kim" not in target.read_bytes()
    taken = run("take-in", target, "--name", "Acme of Kim")
    assert (taken.code, "without its files of evidence" in taken.err) == (0, True)
    assert sorted(path.name for path in acme.parent.iterdir() if path.is_dir()) == ["acme-labs", "acme-of-kim"]


def test_own_templates_that_stay_behind_are_told(acme: Path, run: Run, tmp_path: Path) -> None:
    write_paper(acme, Paper(str(tmp_path / "firm"), "firm", "0" * 64))
    told = run("export", acme.name, str(tmp_path / "acme.soc2desk"))
    assert "own templates firm, which do not go along" in told.err


def test_what_was_taken_out_undone_or_drafted_stays_behind(acme: Path, run: Run, tmp_path: Path) -> None:
    run("evidence", "remove", "acme-labs", "e-0001")
    (acme / "drafts").mkdir()
    (acme / "drafts" / "draft.pdf").write_bytes(b"a draft of mine")
    (acme / "evidence" / "notes.txt").write_text("nobody named me", encoding="utf-8")
    run("export", "acme-labs", tmp_path / "acme.soc2desk", "--with-evidence")
    with zipfile.ZipFile(tmp_path / "acme.soc2desk") as archive:
        assert archive.namelist() == ["logo.png", "sent.json", "project.json"]


def test_a_file_under_a_password_shows_nothing_and_opens_with_it_alone(
    acme: Path, run: Run, tmp_path: Path, password_file: Path
) -> None:
    target = tmp_path / "acme.soc2desk"
    made = run("export", "acme-labs", target, "--with-evidence", "--password-file", password_file)
    assert (made.code, "nobody can bring it back" in made.err, "not under a password" in made.err) == (0, True, False)
    assert [
        word for word in (b"kim", b"Brightwater", b"project.json", b"PK\x03\x04") if word in target.read_bytes()
    ] == []
    before = tree(tmp_path)
    asked = run("take-in", target, "--name", "Other")
    assert (asked.code, "The file is under a password." in asked.err) == (2, True)
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("four words of yours", encoding="utf-8")
    told = run("take-in", target, "--name", "Other", "--password-file", wrong)
    assert (told.code, "not the one this file was locked with" in told.err) == (4, True)
    short = tmp_path / "short.soc2desk"
    short.write_bytes(target.read_bytes()[:-20])
    told = run("take-in", short, "--name", "Other", "--password-file", password_file)
    assert (told.code, "cut short" in told.err) == (4, True)
    made_since = {name for name in tree(tmp_path) if name not in before}
    assert made_since == {"wrong.txt", "short.soc2desk"}
    assert run("take-in", target, "--name", "Other", "--password-file", password_file).code == 0
    assert tree(acme / "evidence") == tree(acme.parent / "other" / "evidence")


def test_no_file_and_no_project_is_written_over(acme: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "acme.soc2desk"
    target.write_bytes(b"mine")
    told = run("export", "acme-labs", target)
    assert (told.code, target.read_bytes()) == (5, b"mine")
    assert run("export", "acme-labs", tmp_path / "acme.zip").code == 2
    told = run("new", "other", "--from", target)
    assert (told.code, "soc2desk take-in acme.soc2desk" in told.err) == (2, True)
    other = tmp_path / "other.soc2desk"
    assert run("export", "acme-labs", other, "--quiet").code == 0
    before = tree(acme.parent)
    told = run("take-in", other)
    assert (told.code, "is taken" in told.err) == (4, True)
    assert tree(acme.parent) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes of this kind")
def test_a_pipe_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "acme.soc2desk")
    told = run("take-in", tmp_path / "acme.soc2desk")
    assert (told.code, "a device or a pipe" in told.err) == (5, True)


def test_where_a_project_came_from_is_listed_and_does_not_travel_on(acme: Path, run: Run, tmp_path: Path) -> None:
    run("export", "acme-labs", tmp_path / "first.soc2desk")
    run("take-in", tmp_path / "first.soc2desk", "--name", "Second")
    told = next(row for row in json.loads(run("projects", "--json").out) if row["id"] == "second")
    assert told["from"]["file"] == "first.soc2desk"
    assert "from first.soc2desk" in run("projects").out
    run("export", "second", tmp_path / "second.soc2desk")
    assert b"first.soc2desk" not in (tmp_path / "second.soc2desk").read_bytes()
