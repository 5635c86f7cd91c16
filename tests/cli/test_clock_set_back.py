"""The clock of the computer set back: no act takes an earlier day than the project holds already."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

ACTS = {
    "approval": ("approve", "acme", "POL-ACP", "--by", "dana-whitfield"),
    "record": ("record", "add", "acme", "policy_review", "policy=POL-ACP"),
    "a changed record": ("record", "change", "acme", "POL-IRP", "policy=POL-ACP"),
    "evidence": ("evidence", "add", "acme", "list.csv", "--request", "ER-045"),
    "a state": ("set", "acme", "control_states.ACC-07=in_place"),
    "a claimed day": ("set", "acme", "risks.ransomware.rated_on=2026-01-05"),
    "course": ("training", "add", "acme", "dana-whitfield", "TRN-03", "--on", "2026-01-05"),
    "answer": ("readiness", "answer", "acme", "ER-056", "--ready", "yes"),
    "a list of users": ("access", "read", "acme", "list.csv", "--system", "github", "--taken-at", "2026-01-05 09:00"),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_act_takes_a_day_before_the_newest_in_the_project(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    run("new", "acme", "--sample", "brightwater")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("login,email\nana,a@acme.example\n", encoding="utf-8")
    assert run("record", "add", "acme", "policy_review", "policy=POL-IRP").code == 0
    (made,) = [one["record"] for one in json.loads(run("record", "list", "acme", "--json").out) if one["record"]]
    back = desk.now() - timedelta(days=90)
    monkeypatch.setattr(desk, "now", lambda: back)
    before = (tmp_path / "workspace" / "acme" / "project.json").read_bytes()
    told = run(*(made if one == "POL-IRP" else one for one in ACTS[act]))
    assert (told.code, "The clock says" in told.err) == (4, True), told.err
    assert (tmp_path / "workspace" / "acme" / "project.json").read_bytes() == before


def test_a_state_that_was_confirmed_holds_the_clock_for_promises_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "acme", "--sample", "brightwater")
    assert run("set", "acme", "control_states.ACC-07=in_place").code == 0
    back = desk.now() - timedelta(days=90)
    monkeypatch.setattr(desk, "now", lambda: back)
    file = tmp_path / "workspace" / "acme" / "project.json"
    before = file.read_bytes()
    told = run("promises", "acme", "--plan", "GOV-01/rhythm")
    assert (told.code, "The clock says" in told.err) == (4, True), told.err
    assert file.read_bytes() == before
