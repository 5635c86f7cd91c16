from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import Run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_no_projects_yet_says_how_to_begin(run: Run) -> None:
    ran = run("projects")
    assert (ran.code, ran.out) == (0, "")
    assert "soc2desk new" in ran.err
    assert run("projects", "--quiet").err == ""
    assert json.loads(run("projects", "--json").out) == []


def test_projects_stand_one_a_line_by_name(run: Run) -> None:
    run("new", "zebra")
    run("new", "acme", "--sample", "tamarack")
    assert run("projects").out == "acme  Tamarack Gauge Co.\nzebra  zebra\n"


def test_a_name_with_a_line_end_is_one_line_all_the_same(run: Run) -> None:
    run("new", "acme\nboreal  Boreal Ltd.")
    assert run("projects").out == "acme-boreal-boreal-ltd  acme boreal Boreal Ltd.\n"


def test_a_program_reads_the_same_list(run: Run, tmp_path: Path) -> None:
    run("new", "Acme Ltd", "--sample", "clinique-erable")
    (found,) = json.loads(run("projects", "--json").out)
    assert found["id"] == "acme-ltd"
    assert found["name"] == "Acme Ltd"
    assert found["folder"] == str(tmp_path / "workspace" / "acme-ltd")
    assert found["problem"] is None
    assert "Érable" in found["company"]


def test_a_damaged_project_stands_there_with_its_problem(run: Run, tmp_path: Path) -> None:
    run("new", "acme")
    run("new", "boreal")
    (tmp_path / "workspace" / "acme" / "project.json").write_text("{", encoding="utf-8")
    ran = run("projects")
    assert ran.code == 0
    assert "acme  acme  (The project file is damaged" in ran.out
    assert "boreal  boreal\n" in ran.out
    said = json.loads(run("projects", "--json").out)
    assert said[0]["problem"].startswith("The project file is damaged")


def test_a_project_in_a_synced_folder_is_told_with_the_state_that_was_left_beside_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "Dropbox"))
    run("new", "acme")
    (tmp_path / "Dropbox" / "acme" / "project (conflicted copy).json").write_text("{}", encoding="utf-8")
    told = run("projects").err
    assert "a folder that Dropbox keeps in step" in told
    assert "project (conflicted copy).json" in told
    assert len(json.loads(run("projects", "--json").out)[0]["notes"]) == 2
