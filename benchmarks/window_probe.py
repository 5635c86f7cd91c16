"""One measurement of the window in a process of its own: prints milliseconds and peak memory as JSON.

`bare` and `home` are whole processes from their start to the first painted page: an empty Qt window, and ours. All
others have the sample company open and end when what changed was painted: `open` opens the project from home, `key` is
a letter in a field, `refresh` what a change does before anything else can happen, on the slowest page, `answer` its
text in the preview, `settle` everything composed again and shown, `pages` and `first-pages` another page, open before
or not. `packet` is how long the window stood still at worst while a packet was made, and says nothing of how long that
took. `memory` acts like a person 50,000 times: milliseconds a thousand acts, and what the process held before and
after.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from first_paint import BARE, HOME, first_paint
from people import ACTIONS, PAGES, QUESTIONS, RHYTHMS, Person, held

if TYPE_CHECKING:
    from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 40
TICK_MS = 10


def main() -> int:
    """Run the probe named on the command line."""
    what = sys.argv[1]
    scripts = {"bare": BARE, "home": HOME}
    told = {"ms": first_paint(scripts[what])} if what in scripts else _inside(what)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"pages": 0, "peak_mib": max(peak, children) / per_mib, **told}))
    return 0


def _inside(what: str) -> dict[str, float]:
    probes: dict[str, Callable[[Person], dict[str, float]]] = {
        "open": _open, "key": _keys, "refresh": _refresh, "answer": _answers, "settle": _settle,
        "pages": _pages, "first-pages": _first_pages, "packet": _packet, "memory": _memory,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Path(folder))
        told = probes[what](person)
        person.window.opening.close_project()
    return told


def _of(times: list[float]) -> dict[str, float]:
    return {"ms": statistics.median(times), "worst_ms": max(times)}


def _open(person: Person) -> dict[str, float]:
    """Close the project that is open, and open it again from home."""
    folder = person.project.session.folder
    times = []
    for _ in range(ROUNDS // 8):
        person.window.opening.close_project()
        person.window.show_home()
        person.rest()
        times.append(person.timed(lambda: person.window.opening.open_folder(folder), person.heading))
    return _of(times)


def _keys(person: Person) -> dict[str, float]:
    person.window.go("answers.company")
    person.rest()
    return _of([person.timed(lambda: person.press("a"), person.focused) for _ in range(ROUNDS)])


def _refresh(person: Person) -> dict[str, float]:
    slowest: list[float] = []
    given = cycle(RHYTHMS)
    for page in PAGES:
        person.window.go(f"pages.{page}")
        person.rest()
        times = []
        for _ in range(ROUNDS // 4):
            times.append(person.timed(lambda: person.answer(QUESTIONS[0], next(given))))
            person.rest()
        slowest = max(slowest, times, key=lambda one: statistics.median(one or [0.0]))
    return _of(slowest)


def _answers(person: Person) -> dict[str, float]:
    person.window.go(f"answers.{QUESTIONS[0]}")
    person.rest()
    given = cycle(RHYTHMS)
    times = []
    for _ in range(ROUNDS):
        times.append(person.timed(lambda: person.answer(QUESTIONS[0], next(given)), person.paper))
        person.rest()
    return _of(times)


def _settle(person: Person) -> dict[str, float]:
    person.window.go(f"answers.{QUESTIONS[0]}")
    times = []
    for value in islice(cycle(RHYTHMS), ROUNDS // 2):
        person.answer(QUESTIONS[0], value)
        person.rest()
        times.append(person.timed(person.project.settle))
        person.rest()
    return _of(times)


def _pages(person: Person) -> dict[str, float]:
    _first_pages(person)
    return _of([_turned(person, page) for page in islice(cycle(PAGES), ROUNDS)])


def _first_pages(person: Person) -> dict[str, float]:
    return _of([_turned(person, page) for page in PAGES])


def _turned(person: Person, page: str) -> float:
    took = person.timed(lambda: person.window.go(f"pages.{page}"), person.heading)
    person.rest()
    return took


def _packet(person: Person) -> dict[str, float]:
    """Return the longest time between two ticks of a timer while a packet is made."""
    from PySide6.QtCore import QTimer

    person.window.go("pages.packet")
    person.rest()
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(TICK_MS)
    person.page.act()
    while person.project.work is not None:
        person.rest(wait=True)
    gaps = [(after - before) * 1000 for before, after in pairwise(ticks)]
    return {"ms": max(gaps), "worst_ms": max(gaps), "took_ms": (ticks[-1] - ticks[0]) * 1000}


def _memory(person: Person) -> dict[str, float]:
    for page in PAGES:
        person.window.go(f"pages.{page}")
    for step in range(ACTIONS // 25):
        person.act(step)
    gc.collect()
    before, begun = held(), time.perf_counter()
    for step in range(ACTIONS):
        person.act(step)
    took = (time.perf_counter() - begun) * 1000
    gc.collect()
    return {"ms": took / (ACTIONS / 1000), "mib_before": before, "mib_after": held()}


if __name__ == "__main__":
    sys.exit(main())
