"""The process that is killed: it has read everything beforehand, and does each act in a child of its own.

A line "act<TAB>number<TAB>step<TAB>place" on its input begins an act. On its output stand "pid ...", what the act
reported, and "end ...". With a step the child kills itself just before it does the disk that many times something.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path
from random import Random

from soc2desk.domain.engagement import decide_engagement
from tests.composed import catalogue, of_sample, sample
from tests.faults.acts import ACTS, DAY

DISK = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.utime", "os.chmod"})
"""What Python tells of before it happens, and what changes something on a disk or may do so."""


def say(line: str) -> None:
    """Write a line at once and whole: what was said before a kill is heard."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Serve one act a line until the input ends."""
    # Read once, so that each act begins where a program stands that a person has been working in.
    of_sample("tamarack")
    decide_engagement(catalogue(), sample("brightwater"), DAY)
    say("ready")
    for line in sys.stdin:
        act, number, step, place = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            _act(act, int(number), int(step), Path(place))
        _, status = os.waitpid(pid, 0)
        say(f"end {os.waitstatus_to_exitcode(status)}")


def _act(act: str, number: int, step: int, place: Path) -> None:
    say(f"pid {os.getpid()}")
    if step:
        _end_before(step, str(place))
    try:
        ACTS[act](place, Random(number), say)  # noqa: S311 - nothing secret
    except BaseException as fault:  # noqa: BLE001 - the parent fails with it
        say(f"fault {fault!r}")
        traceback.print_exc()
    if step:
        os.kill(os.getpid(), signal.SIGKILL)
    # Whoever kills by number must find this process, and not another that has the number since.
    while True:
        signal.pause()


def _end_before(step: int, place: str) -> None:
    """Kill this process before the disk is told to do something in a place for the step-th time."""
    left = step

    def count(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        if event in DISK and str(given[0]).startswith(place) and _writes(event, given):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _writes(event: str, given: tuple[object, ...]) -> bool:
    flags = given[2] if event == "open" else os.O_RDWR
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


if __name__ == "__main__":
    main()
