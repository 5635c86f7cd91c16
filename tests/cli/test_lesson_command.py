"""Lessons on the command line: printed, or prepared for a stick, with nothing written elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.driving import Run


def test_the_lessons_are_listed_with_their_papers(run: Run) -> None:
    assert "45: 45 minutes\n  A first lesson in 45 minutes: plan" in run("lesson", "list").out
    listed = json.loads(run("lesson", "list", "--json").out)["lessons"]
    assert [(one["id"], one["minutes"]) for one in listed] == [("45", 45), ("half-day", 210)]


def test_a_class_starts_from_its_folder_alone_and_the_key_stays_with_the_instructor(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "USERPROFILE", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "workspace"))
    prepared = run("lesson", "prepare", tmp_path / "stick")
    assert prepared.code == 0
    assert "soc2desk itself is not in it" in prepared.out
    lacking = (tmp_path / "stick" / "class" / "program" / "PUT SOC2DESK HERE.txt").read_text("utf-8")
    assert all(system in lacking for system in ("Windows ", "Mac and Linux ", "soc2desk-VERSION-py3-none-any.whl"))
    assert {path.name for path in tmp_path.iterdir()} == {"stick", "home"}

    given = {path.relative_to(tmp_path / "stick").as_posix() for path in (tmp_path / "stick").rglob("*")}
    for_class = {name for name in given if name.startswith("class/")}
    assert {"class/workbook.pdf", "class/workbook.docx", "class/START HERE.txt", "class/start.sh"} <= for_class
    assert not [name for name in for_class if "key" in name or "plan" in name]
    assert {"for the instructor/key.pdf", "for the wall/boards-a3.pdf", "READ FIRST.txt"} <= given

    # Wherever the folder of the class is copied to, by the relative path of its start files.
    there = tmp_path / "another computer"
    (tmp_path / "stick" / "class").rename(there)
    monkeypatch.chdir(there)
    monkeypatch.delenv("SOC2DESK_HOME")
    listed = run("projects", "--workspace", "workspace").out
    assert all(f"practice-{name}" in listed for name in ("brightwater", "clinique-erable", "tamarack"))
    assert b"--workspace workspace\r\n" in (there / "start.cmd").read_bytes()
    assert b"--workspace workspace\n" in (there / "start.sh").read_bytes()
    assert not list(home.iterdir())


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = run("lesson", "print", "45", "--out", tmp_path / "papers")
    assert ran.code == 5
    assert "Something stands there already" in ran.err
    assert "Name a new folder" in ran.err
    assert run("lesson", "print", "a-week", "--out", tmp_path / "new").code == 2
