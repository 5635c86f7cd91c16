from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "tamarack")
    return tmp_path / "workspace" / "acme"


def test_answers_and_fields_change_in_one_write(run: Run, acme: Path) -> None:
    ran = run("set", "acme", "rto_hours=4", "people.tobias-nystrom.end=2027-01-31", "control_states.ACC-07=planned",
              "control_states.ACC-07.confirmed_by=tobias-nystrom")  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (0, "", "Saved 4 changes.\n")
    now = run("answers", "--project", "acme").out
    assert "rto_hours: 4" in now
    assert "2027-01-31" in now
    assert run("set", "acme", "rto_hours=5").err == "Saved 1 change.\n"


def test_options_may_stand_between_the_changes(run: Run, acme: Path) -> None:
    assert run("set", "acme", "rto_hours=4", "--quiet", "rpo_hours=3").code == 0
    now = run("answers", "--project", "acme").out
    assert "rto_hours: 4" in now
    assert "rpo_hours: 3" in now


def test_an_empty_value_takes_the_answer_away(run: Run, acme: Path) -> None:
    run("set", "acme", "rto_hours=")
    assert "rto_hours" not in run("answers", "--project", "acme").out


def test_a_value_may_hold_an_equals_sign(run: Run, acme: Path) -> None:
    assert run("set", "acme", "service=a=b=c").code == 0
    assert "a=b=c" in run("answers", "--project", "acme").out


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ("rto_hour=4", 4, "Did you mean rto_hours?"),
        ("rto_hours=soon", 4, "must be a whole number"),
        ("rto_hours=-1", 4, "must be a whole number"),
        ("province=Ontario", 4, "It takes:"),
        ("window_end=2026-01-01", 4, "before the window begins"),
        ("window_start=2026-02-30", 4, "a day that no calendar has"),
        ("people.tobias-nystrom.end=1999-01-01", 4, "before start"),
        ("roles.it_lead.holder=tobias-nystrm", 4, "Did you mean tobias-nystrom?"),
        ("roles.it_leader.holder=tobias-nystrom", 4, "Did you mean it_lead?"),
        ("control_states.ACC-99=in_place", 4, "ACC-"),
        ("control_states.ACC-07=done", 4, "It takes:"),
        ("people.tobias-nystrom.shoe=44", 4, "is no field of a"),
        ("people.Tobias N.name=x", 4, "no id a row can have"),
        ("not_relevant.CC1.1=we do not like it", 4, "never left out"),
        ("approvals.POL-ACP.by=tobias-nystrom", 2, "its own command"),
        ("approvals.POL-ACP.on=2020-01-01", 2, "its own command"),
        ("approvals=x", 2, "its own command"),
        ("rto_hours", 2, "Write id=value"),
        ("=4", 2, "Write id=value"),
        ("people=x", 2, "What of people"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_and_nothing_is_written(
    change: str, code: int, said: str, run: Run, acme: Path
) -> None:
    before = tree(acme)
    ran = run("set", "acme", "rpo_hours=3", change)
    assert ran.code == code
    assert ran.out == ""
    assert said in ran.err
    assert tree(acme) == before


def test_several_faults_are_all_said(run: Run, acme: Path) -> None:
    ran = run("set", "acme", "rto_hours=soon", "rpo_hours=later")
    assert ran.code == 4
    assert "where: rto_hours" in ran.err
    assert "where: rpo_hours" in ran.err


def test_a_damaged_project_is_left_as_it_is(run: Run, acme: Path) -> None:
    file = acme / "project.json"
    file.write_bytes(b"\x00\x01\x02")
    ran = run("set", "acme", "rto_hours=4")
    assert ran.code == 4
    assert str(file) in ran.err
    assert file.read_bytes() == b"\x00\x01\x02"


def test_a_state_without_a_person_is_saved_and_told_to_count_as_not_confirmed(run: Run) -> None:
    run("new", "acme", "--sample", "tamarack")
    said = run("set", "acme", "control_states.VEN-05=in_place", "control_states.VEN-05.since=2026-05-04").err
    assert "Nobody who works here is named for VEN-05, so it counts as not confirmed." in said
    assert "control_states.VEN-05.confirmed_by=PERSON" in said
    assert "Nobody" not in run("set", "acme", "control_states.VEN-05.confirmed_by=tobias-nystrom").err
