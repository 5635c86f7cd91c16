"""Killed at moments nobody chose: nothing that was reported saved is lost. 50 in each run, all in make torture."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.transfer import new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.evidence import Evidence
from soc2desk.domain.people import Person
from soc2desk.storage.projects import open_folder, save
from tests.faults.acts import PEOPLE, desk
from tests.faults.killing import Children, children
from tests.faults.promises import PROMISES, nothing_half_made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = int(os.environ.get("SOC2DESK_KILLS", "50"))
SHARES = {"save": 18, "attach": 10, "packet": 8, "roll": 8, "migrate": 6}
"""How many of fifty kills an act gets."""
REPORTS = {"save": 2, "attach": 2, "packet": 2, "roll": 2, "migrate": 1}
"""After how many reports of an act every step of it was gone through."""
FIRST_STEP, STRIDE = (1, 1) if "SOC2DESK_KILLS" in os.environ else (4, 9)
BEGINS_ANEW = "migrate"
"""What can be done once only to a project; the others go on in the folder as the kill left it."""
LIST = b"login,email\nana,a@acme.example\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork and no SIGKILL")


@pytest.fixture(scope="module")
def started(content_cache: Path) -> Iterator[Children]:
    """Return what starts acts and kills them; it reads the content once for all."""
    with children(content_cache) as going:
        yield going


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Return a folder with a project whose period is over, with a file of evidence and people to count with."""
    place = tmp_path / "begun"
    at = desk(place)
    folder = new_project(at, "acme", sample="brightwater")
    (folder / "evidence").mkdir()
    (folder / "evidence" / "e-0001-list.csv").write_bytes(LIST)
    stored = open_folder(folder, at.catalogue)
    digest = sha256(LIST).hexdigest()
    piece = Evidence(
        "e-0001", "A list", file="e-0001-list.csv", digest=digest, size=len(LIST), received=date(2027, 3, 1)
    )
    people = (*stored.project.people, *(Person(f"p-{number}", "Person 0") for number in range(PEOPLE)))
    answers = {**stored.project.answers, "company": Answer("0")}
    save(stored, replace(stored.project, evidence=(piece,), people=people, answers=answers), at.catalogue)
    return place


def anew(act: str, begun: Path, place: Path) -> None:
    """Put a place back to where an act begins."""
    shutil.rmtree(place, ignore_errors=True)
    if act == "packet":
        place.mkdir()
    else:
        shutil.copytree(begun, place)


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
    said = {act: steps_gone_through(act, begun, tmp_path / act, started) for act in SHARES}
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
