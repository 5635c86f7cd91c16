from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import NAME, ONE, SAMPLES, Run, answers
from tests.packet.test_contents import without_contents

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packet(tmp_path: Path, run: Run) -> Path:
    """Return the folder of a packet of one document, with its ZIP beside it."""
    assert run("build", SAMPLES / "tamarack.yaml", "--out", tmp_path / "packets", *ONE).code == 0
    return tmp_path / "packets" / NAME


def test_equal_packets_are_zero(packet: Path, run: Run) -> None:
    ran = run("compare", packet, packet.with_name(f"{packet.name}.zip"))
    assert (ran.code, ran.out) == (0, "Both say the same.\n")
    said = json.loads(run("compare", packet, packet, "--json").out)
    assert (said["same"], said["changes"]) == (True, [])


def test_changes_are_one_and_listed_with_their_words(tmp_path: Path, run: Run) -> None:
    newer = answers(tmp_path / "newer.yaml", ("control_set: lean", "control_set: full"))
    ran = run("compare", SAMPLES / "tamarack.yaml", newer)
    assert ran.code == 1
    assert "Answers\n  changed     answers.control_set  [-lean-] {+full+}\n" in ran.out
    assert "Controls\n" in ran.out
    said = json.loads(run("compare", SAMPLES / "tamarack.yaml", newer, "--json").out)
    assert said["same"] is False
    assert {one["subject"] for one in said["changes"]} >= {"answer", "control", "clause"}


def test_letter_and_redlines_are_written_where_asked(tmp_path: Path, run: Run) -> None:
    newer = answers(tmp_path / "newer.yaml", ("control_set: lean", "control_set: full"))
    ran = run("compare", SAMPLES / "tamarack.yaml", newer, "--out", tmp_path / "out", "--to", "Maple LLP", "--quiet")
    assert ran.code == 1
    (folder,) = (tmp_path / "out").iterdir()
    assert len(list(folder.glob("RPT-CHL-*"))) == 2
    assert list((folder / "redlines").glob("*.docx"))


def test_a_tampered_packet_and_an_old_one_are_four_and_a_missing_argument_two(packet: Path, run: Run) -> None:
    without_contents(packet)
    ran = run("compare", packet, packet)
    assert ran.code == 4
    assert "made by an older soc2desk" in ran.err
    (packet / "extra.txt").write_text("x", encoding="utf-8")
    ran = run("compare", packet, packet)
    assert ran.code == 4
    assert "extra: extra.txt" in ran.err
    assert run("compare", packet).code == 2


def test_another_company_is_told_and_compared_all_the_same(packet: Path, run: Run) -> None:
    ran = run("compare", packet, SAMPLES / "brightwater.yaml")
    assert ran.code == 1
    assert "different companies: Tamarack Gauge Co. and Brightwater Labs Inc." in ran.err
    assert "Only what both hold was compared." in ran.err


def test_a_text_cannot_paint_the_terminal(tmp_path: Path, run: Run) -> None:
    newer = answers(tmp_path / "newer.yaml", ("Tamarack Gauge Co.", '"Tamarack \\e[31m Gauge"'))
    ran = run("compare", SAMPLES / "tamarack.yaml", newer)
    assert "\x1b" not in ran.out + ran.err
