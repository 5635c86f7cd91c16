from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import DAY, SAMPLES, Run, answers

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_sample_has_nothing_to_fix(run: Run) -> None:
    ran = run("check", SAMPLES / "brightwater.yaml", "--severity", "high", "--as-of", DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Nothing stands out.")
    assert run("check", SAMPLES / "brightwater.yaml", "--severity", "high", "--as-of", DAY, "--quiet").out == ""


def test_a_finding_is_one_with_what_to_do(run: Run) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("set", "acme", "window_start=", "window_end=")
    ran = run("check", "acme", "--severity", "high", "--as-of", DAY)
    assert ran.code == 1
    assert ran.out.startswith("Must fix\n")
    assert "[answers.window_start]" in ran.out
    run("set", "acme", "window_start=2027-07-01", "window_end=2027-09-30")
    assert "[answers.window_start]" not in run("check", "acme", "--as-of", DAY).out


def test_a_program_reads_findings_and_open_questions(run: Run, tmp_path: Path) -> None:
    file = answers(tmp_path / "mine.yaml", ("  role_change_days: '5'\n", ""))
    ran = run("check", file, "--json", "--as-of", DAY)
    said = json.loads(ran.out)
    assert ran.err == ""
    assert "role_change_days" in said["open"]
    assert {"rule", "severity", "message", "fix", "place"} <= said["findings"][0].keys()
    assert ran.code == 1


def test_an_unknown_project_is_four_and_as_json_too(run: Run) -> None:
    assert run("check", "nobody").code == 4
    ran = run("check", "nobody", "--json")
    assert ran.code == 4
    assert json.loads(ran.out)["problems"][0]["message"] == "There is no project nobody."
    assert ran.err == ""


def test_days_that_are_none_are_refused(run: Run) -> None:
    for day in ("2026-13-01", "20261120", "2026-W01-1", "yesterday", "0001-01-01", "9999-12-31", ""):
        ran = run("check", SAMPLES / "tamarack.yaml", "--as-of", day)
        assert (ran.code, ran.out) == (2, ""), day
        assert "--as-of" in ran.err


def test_people_are_seen_as_of_a_day(run: Run, tmp_path: Path) -> None:
    here = "tobias@tamarack.example, start: 2021-03-01"
    file = answers(tmp_path / "mine.yaml", (here, f"{here}, end: 2027-01-31"))
    assert "FD-02" not in run("check", file, "--as-of", "2027-01-30").out
    assert "FD-02" in run("check", file, "--as-of", "2027-02-01").out


def test_work_is_missed_once_its_time_is_over_and_shown_by_evidence(run: Run, tmp_path: Path) -> None:
    start = "window_start: 2027-07-01", "window_start: 2027-01-01"
    end = "window_end: 2027-09-30", "window_end: 2027-03-31"
    file = answers(tmp_path / "mine.yaml", start, end)
    assert "FD-13" not in run("check", file, "--as-of", "2027-03-31").out
    late = run("check", file, "--as-of", "2027-04-01").out
    assert "No completed access review is on record for 2027-Q1.\n         Exception. " in late
    shown = "evidence:\n  e-1: {name: Review, occurrence: ACC-07/2027-Q1, dated: 2027-03-20}\n"
    file.write_text(file.read_text(encoding="utf-8") + shown, encoding="utf-8")
    assert "FD-13" not in run("check", file, "--as-of", "2027-04-01").out


def test_a_wall_of_findings_of_one_rule_is_shortened_and_loses_none(run: Run) -> None:
    run("new", "blank")
    printed = run("check", "blank")
    assert printed.code == 1
    full = [line for line in printed.out.splitlines() if line.startswith("  FD-01")]
    found = [f for f in json.loads(run("check", "blank", "--json").out)["findings"] if f["rule"] == "FD-01"]
    assert len(full) < len(found)
    assert all(finding["about"] in printed.out for finding in found)


def test_the_days_of_a_sample_that_was_made_somebodys_own_are_told_as_such(run: Run) -> None:
    run("new", "acme", "--sample", "tamarack")
    assert "sample" not in run("check", "acme").err
    run("set", "acme", "company=Acme")
    assert "made from the sample of Tamarack Gauge Co." in run("check", "acme").err


def test_a_project_whose_days_an_editor_changed_is_told_as_such(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    assert "Something else" not in run("check", "acme").err
    file = tmp_path / "workspace" / "acme" / "project.json"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-16", "2024-01-05"), encoding="utf-8")
    assert "Something else than this program changed the days" in run("check", "acme").err
