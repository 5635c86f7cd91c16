from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES
from tests.renderers.pdf_reading import words_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run

ONE = SAMPLES / "tamarack.yaml"


def test_the_scenarios_are_listed_with_their_minutes(run: Run) -> None:
    listed = json.loads(run("tabletop", "list", "--json").out)
    assert {one["id"] for one in listed} == {"ransomware", "lost-laptop", "leaked-key", "region-down"}
    assert all(6 <= one["turns"] <= 10 for one in listed)


def test_what_only_the_facilitator_may_see_is_not_on_the_sheet_of_the_participants(run: Run, tmp_path: Path) -> None:
    ran = run("tabletop", "print", ONE, "lost-laptop", "--out", tmp_path / "sheets")
    assert ran.code == 0, ran.err
    names = [path.name for path in sorted((tmp_path / "sheets").iterdir())]
    assert names == ["tabletop-lost-laptop-facilitator.pdf", "tabletop-lost-laptop-participants.pdf"]
    for_one, for_all = (words_of((tmp_path / "sheets" / name).read_bytes()) for name in names)
    assert "A good answer" in for_one
    assert "last contact" in for_one
    assert "Tamarack" in for_all
    assert "good answer" not in for_all
    assert "last contact" not in for_all


def test_nothing_is_written_over_and_an_unknown_scenario_or_format_is_told(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    assert run("tabletop", "print", ONE, "lost-lap-top", "--out", out).code == 2
    assert run("tabletop", "print", ONE, "lost-laptop", "--out", out, "--formats", "odt").code == 2
    assert not out.exists()
    out.mkdir()
    (out / "tabletop-lost-laptop-participants.docx").write_text("mine")
    assert run("tabletop", "print", ONE, "lost-laptop", "--out", out, "--formats", "docx").code == 5
    assert [path.name for path in out.iterdir()] == ["tabletop-lost-laptop-participants.docx"]
