"""A damaged project on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run


@pytest.fixture
def damaged(run: Run, tmp_path: Path) -> Path:
    """Return the file of a project that was changed once and is damaged now."""
    assert run("new", "acme").code == 0
    assert run("set", "acme", "company=Acme").code == 0
    file = tmp_path / "workspace" / "acme" / "project.json"
    file.write_text("{", encoding="utf-8")
    return file


def test_a_damaged_project_is_told_with_the_way_back_and_goes_back(run: Run, damaged: Path) -> None:
    told = run("check", "acme")
    assert (told.code, "soc2desk restore acme" in told.err) == (4, True)
    assert run("restore", "acme", "--list").out.startswith("project.json.bak  ")
    assert damaged.read_text(encoding="utf-8") == "{"
    ran = run("restore", "acme")
    assert (ran.code, "acme is again as of" in ran.out) == (0, True)
    assert run("set", "acme", "company=Acme").code == 0
    (kept,) = (damaged.parent / "backups").glob("damaged-*")
    assert kept.read_text(encoding="utf-8") == "{"


def test_a_state_that_is_not_kept_is_told_with_the_nearest(run: Run, damaged: Path) -> None:
    told = run("restore", "acme", "--state", "project.json.bat")
    assert (told.code, "Did you mean project.json.bak?" in told.err) == (2, True)
    assert damaged.read_text(encoding="utf-8") == "{"


def test_a_project_without_any_good_state_is_told(run: Run, damaged: Path) -> None:
    damaged.with_name("project.json.bak").unlink()
    assert "No good state" in run("restore", "acme", "--list").err
    told = run("restore", "acme")
    assert (told.code, "No good state" in told.err) == (4, True)
