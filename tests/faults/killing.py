"""Kills a child process at a moment nobody chose, and hears what it had reported before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import IO, TYPE_CHECKING

from tests.cli.driving import ROOT, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = 2.5
"""How long an act goes on at most, in times of what it takes until its first report."""


@dataclass(frozen=True)
class Heard:
    """What a child reported before it was killed, and whether it failed by itself."""

    reported: tuple[str, ...]
    faults: tuple[str, ...]


class Children:
    """Starts acts one after the other in children of one process, and kills each by its timer."""

    def __init__(self, going: subprocess.Popen[str]) -> None:
        self._going = going
        self._until_report: dict[str, float] = {}

    def undisturbed(self, act: str, number: int, place: Path) -> Heard:
        """Do an act until its first report, and measure how long that takes."""
        pid, begun = self._begin(act, number, place), time.perf_counter()
        first = self._line()
        self._until_report[act] = time.perf_counter() - begun
        os.kill(pid, signal.SIGKILL)
        return self._rest([first])

    def finished(self, act: str, place: Path) -> Heard:
        """Do an act to its end."""
        pid = self._begin(act, 0, place)
        lines = [self._line()]
        while not lines[-1].startswith(("all ", "fault ")):
            lines.append(self._line())
        os.kill(pid, signal.SIGKILL)
        return self._rest(lines)

    def killed(self, act: str, number: int, place: Path) -> Heard:
        """Do an act and kill it at the moment that the number stands for."""
        pid = self._begin(act, number, place)
        # The share of the time comes from the seed; what the machine is doing just then adds its own chance.
        time.sleep(Random(number).uniform(0, LONGEST) * self._until_report[act])  # noqa: S311 - nothing secret
        os.kill(pid, signal.SIGKILL)
        return self._rest([])

    def killed_before(self, act: str, step: int, place: Path) -> Heard:
        """Do an act and kill it just before it tells the disk something for that many times."""
        self._begin(act, 0, place, step)
        return self._rest([])

    def _begin(self, act: str, number: int, place: Path, step: int = 0) -> int:
        _open(self._going.stdin).write(f"{act}\t{number}\t{step}\t{place}\n")
        _open(self._going.stdin).flush()
        return int(self._line().split()[1])

    def _rest(self, lines: list[str]) -> Heard:
        while not (line := self._line()).startswith("end "):
            lines.append(line)
        assert line == f"end {-signal.SIGKILL}"
        faults = tuple(line for line in lines if line.startswith("fault "))
        return Heard(tuple(line for line in lines if line not in faults), faults)

    def _line(self) -> str:
        line = _open(self._going.stdout).readline()
        assert line, "the process that is to be killed has ended"
        return line.rstrip("\n")


def _open(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@contextmanager
def children(cache: Path) -> Iterator[Children]:
    """Start the process whose children are killed; it ends with the block. `cache` holds the twin of the content."""
    command = [sys.executable, "-m", "tests.faults.child"]
    env = surroundings(SOC2DESK_CACHE=str(cache))
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as going:
        assert _open(going.stdout).readline() == "ready\n"
        try:
            yield Children(going)
        finally:
            _open(going.stdin).close()
