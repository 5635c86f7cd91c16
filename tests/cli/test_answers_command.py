from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES, Run, alone

if TYPE_CHECKING:
    from pathlib import Path


def test_the_ids_of_the_samples_stand_one_a_line(run: Run) -> None:
    ran = run("answers", "--list")
    assert ran.code == 0
    assert ran.out.splitlines() == sorted(path.stem for path in SAMPLES.glob("*.yaml"))


def test_a_samples_answers_are_printed_as_they_ship(run: Run) -> None:
    ran = run("answers", "--sample", "clinique-erable", "--quiet")
    assert ran.code == 0
    assert ran.out == (SAMPLES / "clinique-erable.yaml").read_text(encoding="utf-8")


def test_an_unknown_sample_is_refused_with_the_nearest(run: Run) -> None:
    ran = run("answers", "--sample", "tamarak")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean tamarack?" in ran.err


def test_a_blank_file_can_be_read_back(run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "blank.yaml"
    blank.write_text(run("answers").out, encoding="utf-8")
    ran = run("new", "blank", "--from", blank)
    assert (ran.code, ran.err) == (0, "Next: soc2desk check blank\n")


def test_a_projects_answers_make_an_equal_project(run: Run, tmp_path: Path) -> None:
    run("new", "first", "--sample", "prairie-hosting")
    printed = run("answers", "--project", "first").out
    file = tmp_path / "printed.yaml"
    file.write_text(printed, encoding="utf-8")
    run("new", "second", "--from", file)
    again = run("answers", "--project", "second").out
    assert without_entered(again) == without_entered(printed)


def without_entered(answers: str) -> str:
    """Return an answers file without what a project made of it enters anew, today: approvals and days of entry."""
    return re.sub(r"(confirmed_on|'on'): [-0-9]+", "", answers.partition("\napprovals:\n")[0].strip())


def test_an_unknown_project_is_refused_with_the_nearest(run: Run) -> None:
    run("new", "acme")
    ran = run("answers", "--project", "acne")
    assert (ran.code, ran.out) == (4, "")
    assert "Did you mean acme?" in ran.err


def test_a_sample_and_a_project_at_once_are_too_much(run: Run) -> None:
    assert run("answers", "--sample", "tamarack", "--project", "acme").code == 2


def test_accents_survive_a_pipe_on_a_system_without_unicode() -> None:
    done = alone("answers", "--sample", "clinique-erable", PYTHONIOENCODING="ascii", PYTHONUTF8="")
    assert done.returncode == 0
    assert done.stdout == (SAMPLES / "clinique-erable.yaml").read_text(encoding="utf-8")
