"""Every command that takes a day of somebody's decision keeps the day on which it was typed."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.app import desk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.driving import Run

OLD = "2026-01-05"


def kept(tmp_path: Path, project: str) -> dict[str, str]:
    tables = json.loads((tmp_path / "workspace" / project / "project.json").read_bytes())
    return {row["id"]: row["on"] for row in tables["entry_days"].values()}


def test_each_way_in_keeps_the_day_and_a_file_that_names_an_older_one_is_not_believed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "acme", "--sample", "brightwater")
    today = desk.now().date().isoformat()
    listed = tmp_path / "vendors.csv"
    listed.write_text(f"Name,Last reviewed\nGoogle Workspace,{OLD}\n", encoding="utf-8")
    for words in (
        ("set", "acme", f"risks.ransomware.rated_on={OLD}", "logo="),
        ("training", "certificate", "acme", "dana-whitfield", "Security+", "--issued", OLD),
        ("import", "acme", "vendors", str(listed)),
    ):
        ran = run(*words)
        assert ran.code == 0, ran.err
    found = kept(tmp_path, "acme")
    assert set(found.values()) == {today}
    assert {"risks.ransomware.rated_on", "vendors.google-workspace.last_review"} < set(found)
    assert [one for one in found if one.startswith("certificates.")]

    printed = run("answers", "--project", "acme").out
    assert today in printed
    file = tmp_path / "old.yaml"
    file.write_text(printed.replace(today, OLD), encoding="utf-8")
    later = desk.now() + timedelta(days=30)
    monkeypatch.setattr(desk, "now", lambda: later)
    assert run("new", "second", "--from", str(file)).code == 0
    assert set(kept(tmp_path, "second").values()) == {later.date().isoformat()}
    assert "risks.late-fixes.rated_on" in kept(tmp_path, "second"), "also what bore no such day"
