from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.tabletops import MOST_DECISIONS, Decision, FollowUp, Play, Reading, Seat
from soc2desk.storage.setting_aside import set_aside
from soc2desk.storage.tabletop_file import TABLETOP_FILE, read_play, write_play

if TYPE_CHECKING:
    from pathlib import Path

PLAY = Play(
    "ransomware", date(2026, 11, 20), 754, "priya", (Seat("it_lead", "dana"), Seat("support_lead", "", is_here=False)),
    (Reading("screen", 3), Reading("whose-account", 610)),
    (Decision("1", 40, "screen", "Cable out.\nPower stays on.", "dana"),), "1.0 of 2 March",
    "Quick.", "Nobody knew the number.", "Customers by noon.", (FollowUp("Print the list", "dana", date(2026, 12, 1)),),
)  # fmt: skip


def test_a_tabletop_that_was_broken_off_is_read_as_it_stood(tmp_path: Path) -> None:
    write_play(tmp_path, PLAY)
    assert read_play(tmp_path) == PLAY
    assert [path.name for path in tmp_path.iterdir()] == [TABLETOP_FILE]


def test_a_project_without_one_has_none(tmp_path: Path) -> None:
    assert read_play(tmp_path) is None


def test_one_that_is_set_aside_is_kept_under_a_free_name(tmp_path: Path) -> None:
    for _ in range(2):
        write_play(tmp_path, PLAY)
        set_aside(tmp_path / TABLETOP_FILE)
    set_aside(tmp_path / TABLETOP_FILE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tabletop-1.json", "tabletop-2.json"]


@pytest.mark.parametrize(
    "raw", ["{", "[]", '{"format": 2, "scenario": "x"}', '{"format": 1, "scenario": "x", "seats": 5}', "\0"]
)
def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(tmp_path: Path, raw: str) -> None:
    (tmp_path / TABLETOP_FILE).write_text(raw)
    with pytest.raises(ProjectProblem):
        read_play(tmp_path)
    assert (tmp_path / TABLETOP_FILE).read_text() == raw


def test_hidden_signs_and_impossible_numbers_are_taken_out(tmp_path: Path) -> None:
    data = {
        "format": 1, "scenario": "ransom\u202eware", "seconds": -5, "begun_on": "soon",
        "decisions": [{"id": "1", "second": 10**15, "turn": "", "words": "a\x00b" * 3000}],
    }  # fmt: skip
    (tmp_path / TABLETOP_FILE).write_text(json.dumps(data))
    found = read_play(tmp_path)
    assert found is not None
    assert (found.scenario, found.seconds, found.begun_on) == ("ransomware", 0, None)
    assert found.decisions[0].second < 10**6
    assert "\0" not in found.decisions[0].words


def test_more_decisions_than_anybody_can_take_are_refused_and_the_file_stays(tmp_path: Path) -> None:
    write_play(tmp_path, PLAY)
    many = tuple(Decision(str(n), n, "screen", "x") for n in range(MOST_DECISIONS + 1))
    with pytest.raises(Problem):
        write_play(tmp_path, replace(PLAY, decisions=many))
    assert read_play(tmp_path) == PLAY
