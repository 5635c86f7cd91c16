"""Killed at moments nobody chose: nothing that was reported saved is lost. 50 in each run, all in make torture."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from soc2desk.storage.projects import open_folder
from tests.composed import catalogue
from tests.faults.acts import ROWS, WRITERS
from tests.faults.beginning import anew
from tests.faults.killing import Children, children
from tests.faults.promises import PROMISES, nothing_half_made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = int(os.environ.get("SOC2DESK_KILLS", "50"))
SHARES = {"save": 13, "attach": 8, "packet": 6, "roll": 6, "migrate": 5, "hand over": 6, "merge": 6}
"""How many of fifty kills an act gets."""
REPORTS = {"save": 2, "attach": 2, "packet": 2, "roll": 2, "migrate": 1, "hand over": 2, "merge": 1}
"""After how many reports of an act every step of it was gone through."""
FIRST_STEP, STRIDE = (1, 1) if "SOC2DESK_KILLS" in os.environ else (4, 9)
BEGINS_ANEW = "migrate"
"""What can be done once only to a project; the others go on in the folder as the kill left it."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork and no SIGKILL")


@pytest.fixture(scope="module")
def started(content_cache: Path) -> Iterator[Children]:
    """Return what starts acts and kills them; it reads the content once for all."""
    with children(content_cache) as going:
        yield going


def schedule() -> list[tuple[int, str]]:
    """Return which act each kill falls into, by the number that brings it back."""
    acts = [act for act, share in SHARES.items() for _ in range(share)]
    return [(number, acts[number * 7 % len(acts)]) for number in range(KILLS)]


def test_whatever_was_reported_saved_is_there_after_a_kill_at_any_moment(
    tmp_path: Path, begun: Path, started: Children, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {act: tmp_path / act for act in SHARES}
    points: Counter[str] = Counter()
    looked_for: Counter[str] = Counter()
    lost: list[str] = []
    for act, place in places.items():
        anew(act, begun, place)
        first = started.undisturbed(act, KILLS, place)
        assert first.reported, act
        PROMISES[act](place, first.reported)
    for number, act in schedule():
        place = places[act]
        if act == BEGINS_ANEW:
            anew(act, begun, place)
        heard = started.killed(act, number, place)
        assert heard.faults == (), (number, act)
        points[act] += 1
        try:
            looked_for[act] += PROMISES[act](place, heard.reported)
        except Exception as fault:  # noqa: BLE001 - each one is counted, and told with its number
            lost.append(f"kill {number} during {act}: {fault!r}")
    started.undisturbed("one packet", 0, places["packet"])
    nothing_half_made(places["packet"])
    with capsys.disabled():
        said = "".join(f"  {points[act]:6} during {act}, {looked_for[act]} things reported\n" for act in SHARES)
        sys.__stderr__.write(f"\n{KILLS} kills by timer, {len(lost)} after which something was lost:\n{said}")
    assert lost == []


def test_a_kill_between_any_two_steps_of_the_disk_loses_nothing(
    tmp_path: Path, begun: Path, started: Children, capsys: pytest.CaptureFixture[str]
) -> None:
    # To bring copies together takes over a hundred steps: make torture goes through them.
    acts = (act for act in SHARES if act != "merge" or STRIDE == 1)
    said = {act: steps_gone_through(act, begun, tmp_path / act, started) for act in acts}
    with capsys.disabled():
        told = "".join(f"  {steps:6} steps of {act}\n" for act, steps in said.items())
        sys.__stderr__.write(f"\nKilled before {'every' if STRIDE == 1 else 'some'} step of the disk:\n{told}")
    assert min(said.values()) > 1


def steps_gone_through(act: str, begun: Path, place: Path, started: Children) -> int:
    """Kill an act before each step, until it has reported all that it reports in one round; return how many it were."""
    done, step, reports = 0, FIRST_STEP, 0
    while reports < REPORTS[act]:
        anew(act, begun, place)
        heard = started.killed_before(act, step, place)
        assert heard.faults == (), step
        PROMISES[act](place, heard.reported)
        reports = len(heard.reported)
        done, step = done + 1, step + STRIDE
    return done


@pytest.mark.parametrize("act", ["crowd", "crowd taking over"])
def test_several_programs_that_save_at_once_lose_nothing(
    tmp_path: Path, begun: Path, started: Children, act: str
) -> None:
    anew(act, begun, place := tmp_path / "place")
    heard = started.finished(act, place)
    assert heard.faults == ()
    assert heard.reported[-1] == f"all {[0] * WRITERS}"
    saved = {line.removeprefix("saved ") for line in heard.reported[:-1]}
    assert len(saved) == WRITERS * ROWS
    people = {person.id for person in open_folder(place / "acme", catalogue()).project.people}
    assert saved <= people
