from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES, Run, answers

if TYPE_CHECKING:
    from pathlib import Path

TAMARACK = SAMPLES / "tamarack.yaml"


def test_the_sheet_of_a_project_is_written_and_compared_with_the_values_of_later(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    ran = run("confirm-sheet", "acme", "--out", tmp_path / "out", "--formats", "docx", "--json")
    said = json.loads(ran.out)
    assert ran.code == 0
    assert said["files"] == [str(path) for path in (tmp_path / "out").iterdir()]
    assert run("confirm-sheet", "acme", "--same-as", said["sha256"]).code == 0
    run("set", "acme", "training_due_days=20")
    ran = run("confirm-sheet", "acme", "--same-as", said["sha256"])
    assert ran.code == 1
    assert "The values are not those of that sheet." in ran.out


def test_what_waits_is_printed_without_writing_anything(run: Run, tmp_path: Path) -> None:
    file = answers(tmp_path / "mine.yaml", ("  company: Tamarack Gauge Co.\n", ""))
    ran = run("confirm-sheet", file)
    assert ran.code == 0
    assert "  Your company: What is the company called?" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]


def test_what_is_no_hash_and_what_stands_already_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("confirm-sheet", TAMARACK, "--same-as", "abc").code == 2
    wishes = ("confirm-sheet", TAMARACK, "--out", tmp_path, "--formats", "xlsx")
    assert run(*wishes).code == 0
    assert run(*wishes).code == 5
    assert run("confirm-sheet", TAMARACK, "--out", tmp_path, "--formats", "md").code == 2
