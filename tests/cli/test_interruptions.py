"""Stopped in the middle: no half packet, and the earlier one as it was."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, ROOT, SAMPLES, WHOLE_NAME, Run, command, half_made, surroundings, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE = ("build", SAMPLES / "tamarack.yaml", "--date", DAY)
SOON = 60  # seconds; only so that a hanging process cannot hang the tests


@contextmanager
def in_the_middle(out: Path, jobs: int) -> Iterator[subprocess.Popen[str]]:
    """Start a whole build and wait until it has drawn some files."""
    arguments = command(*WHOLE, "--out", out, "--jobs", jobs)
    with subprocess.Popen(
        arguments, cwd=ROOT, env=surroundings(), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as going:
        assert going.stderr is not None
        for line in going.stderr:
            if line.startswith("5 of "):
                break
        yield going


@pytest.fixture(autouse=True)
def listening_to_ctrl_c() -> Iterator[None]:
    """Let processes that start here hear Ctrl+C: in the background of a script it is ignored, and that is inherited."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def out(run: Run, tmp_path: Path) -> Path:
    """Return a folder that holds an earlier packet, of fewer files."""
    place = tmp_path / "out"
    ran = run(*WHOLE, "--out", place, "--formats", "html", "--jobs", "1", "--quiet")
    assert ran.code == 0
    return place


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_no_half_packet_and_the_earlier_one_untouched(jobs: int, out: Path) -> None:
    before = tree(out)
    with in_the_middle(out, jobs) as going:
        assert half_made(out) != [], "nothing was being made"
        os.killpg(going.pid, signal.SIGINT)  # as a terminal does: to every process at once
        _, said = going.communicate(timeout=SOON)
        assert going.returncode == 130
    assert said.endswith("Stopped. Nothing was handed over, and an earlier packet is untouched.\n")
    assert "Traceback" not in said
    assert tree(out) == before


def test_a_kill_leaves_no_process_and_no_half_packet_under_its_name(out: Path, run: Run) -> None:
    before = tree(out)
    with in_the_middle(out, 2) as going:
        going.kill()
        # The processes that draw hold this pipe too: its end is the end of them all.
        going.communicate(timeout=SOON)
    left = half_made(out)
    assert {name[: len(".making-")] for name in left} == {".making-"}
    assert {name: sha for name, sha in tree(out).items() if not name.startswith(".making-")} == before
    assert run(*WHOLE, "--out", out, "--formats", "html", "--quiet").code == 0
    assert half_made(out) == []
    assert tree(out) == before
    assert run("verify", out / f"{WHOLE_NAME}.zip").code == 0


def test_a_reader_that_goes_away_leaves_no_half_packet(out: Path) -> None:
    before = tree(out)
    with in_the_middle(out, 2) as going:
        assert going.stderr is not None
        going.stderr.close()
        going.wait(timeout=SOON)
    assert half_made(out) == []
    assert tree(out) == before or going.returncode == 0
