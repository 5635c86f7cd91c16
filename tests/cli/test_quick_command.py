"""The five-minute answer on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run


def in_days(days: int) -> str:
    return (open_desk().today + timedelta(days=days)).isoformat()


def test_the_answer_is_said_and_its_page_is_saved(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    ran = run("quick", "--needed-by", in_days(700), "--people", "30", "--report", "type-2-6", "--out", str(target))
    assert (ran.code, ran.err) == (0, "")
    assert "can be held at the usual pace, if work starts by" in ran.out
    assert "Type II, 12 months" in ran.out
    assert ran.out.endswith(f"{target}\n")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_program_reads_the_same(run: Run) -> None:
    said = json.loads(run("quick", "--needed-by", in_days(20), "--people", "3", "--state", "running", "--json").out)
    assert said["verdict"] == "not_held"
    assert [way["report"] for way in said["ways"]] == ["type_1", "type_2_3", "type_2_6", "type_2_12"]
    assert said["latest_start"] is None
    assert said["people"] >= 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--needed-by", in_days(-1), "--people", "3"), "not in the future"),
        (("--needed-by", in_days(4000), "--people", "3"), "more than ten years"),
        (("--needed-by", in_days(90), "--people", "0"), "no number of people"),
        (("--needed-by", in_days(90), "--people", "many"), "no number of people"),
        (("--needed-by", "soon", "--people", "3"), "no date"),
        (("--needed-by", in_days(90), "--people", "3", "--categories", "privcy"), "Did you mean privacy?"),
        (("--needed-by", in_days(90), "--people", "3", "--out", "page.txt"), ".pdf or .docx"),
    ],
)
def test_what_cannot_be_taken_is_said_in_sentences(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("quick", *arguments)
    assert ran.code == 2, "a wish that cannot be is no fault of the program"
    assert told in ran.err
