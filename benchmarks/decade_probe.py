"""One measurement of a company with ten years behind it, or of the sample beside it: milliseconds and memory as JSON.

`decade_probe.py WHAT FOLDER`, WHAT being `small-` or `decade-` and a verb. `open` reads the project, `put` answers a
question, `save` writes it, `attach` copies a file in and puts its row, `settle` composes everything again; `page` opens
the evidence page in the window, `typed` is an answer in the window with that page in sight, `found` a letter in its
search. The others are whole commands: `check`, `build`, `copied` (a packet with the evidence), `verify` and
`verify_zip` of that packet, `export` with the evidence. Both projects are laid out once in the FOLDER and lie there for
all.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from decade import decade, lay_files
from rounds import ROUNDS, best

from soc2desk.app.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from people import Person

    from soc2desk.app.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLE, SMALL, DECADE = "brightwater", "small", "decade"
QUESTION, GIVEN = "access_review_period", ("monthly", "quarterly")


@dataclass(frozen=True)
class Place:
    """Where the two companies lie, and which of them is measured."""

    desk: Desk
    name: str

    @property
    def folder(self) -> Path:
        """The project's folder."""
        return self.desk.workspace / self.name

    @property
    def out(self) -> Path:
        """Where its packets go."""
        return self.desk.workspace / f"packets-{self.name}"


def main() -> int:
    """Run the probe named on the command line."""
    size, _, verb = sys.argv[1].partition("-")
    place = Place(_laid_out(Path(sys.argv[2]) / "ten years"), size)
    ms = _inside(verb, place) if verb in INSIDE else _command(verb, place)
    who = resource.RUSAGE_SELF if verb in INSIDE else resource.RUSAGE_CHILDREN
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"pages": 0, "ms": ms, "peak_mib": resource.getrusage(who).ru_maxrss / per_mib}))
    return 0


def _laid_out(workspace: Path) -> Desk:
    """Return the desk with both companies in its workspace; a process of its own lays them out when they are not."""
    if len(sys.argv) <= 3 and not workspace.exists():  # noqa: PLR2004 - the process that lays them out
        subprocess.run([sys.executable, __file__, *sys.argv[1:3], "lay"], check=True)
    desk = open_desk(workspace)
    if len(sys.argv) > 3:  # noqa: PLR2004 - the same
        _lay_out(desk)
        sys.exit(0)
    return desk


def _lay_out(desk: Desk) -> None:
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import new_project

    for name in (SMALL, DECADE):
        session = open_session(desk, new_project(desk, name, sample=SAMPLE))
        if name == DECADE:
            session.replace(decade(desk, session.project), "ten years")
            lay_files(session.folder, session.project)
            session.save()
        session.close()


def _inside(verb: str, place: Place) -> float:
    _ = place.desk.catalogue
    return INSIDE[verb](place)


def _open(place: Place) -> float:
    from soc2desk.app.session import open_session

    return best(lambda: open_session(place.desk, place.folder).close())


def _session(place: Place) -> Session:
    from soc2desk.app.session import open_session

    return open_session(place.desk, place.folder)


def _put(place: Place) -> float:
    session, given = _session(place), cycle(GIVEN)
    return best(lambda: session.put({("answers", QUESTION): next(given)}, "answer"))


def _save(place: Place) -> float:
    session, given, times = _session(place), cycle(GIVEN), []
    for _ in range(ROUNDS + 1):
        session.put({("answers", QUESTION): next(given)}, "answer")
        begun = time.perf_counter()
        session.save()
        times.append((time.perf_counter() - begun) * 1000)
    # The first one also keeps this day's copy.
    return min(times[1:])


def _attach(place: Place) -> float:
    from soc2desk.app.evidence import attach

    session, file, number = _session(place), place.out.with_suffix(".csv"), iter(range(ROUNDS))

    def act() -> None:
        file.write_text(f"Login,Name\n{place.name},{os.getpid()} {next(number)}\n", encoding="utf-8")
        copying = attach(place.desk, session.folder, session.engagement, file, {"controls": ["ACC-07"]})
        try:
            while True:
                next(copying)
        except StopIteration as done:
            session.put({("evidence", done.value.id): done.value.row}, "attach")

    return best(act)


def _settle(place: Place) -> float:
    session, given = _session(place), cycle(GIVEN)

    def act() -> None:
        session.put({("answers", QUESTION): next(given)}, "answer")
        _ = session.composition

    return best(act)


def _person(place: Place) -> Person:
    from people import Person

    person = Person(place.desk.workspace / f"window-{os.getpid()}")
    person.window.opening.close_project()
    person.window.opening.open_folder(place.folder)
    person.rest()
    return person


def _page(place: Place) -> float:
    person = _person(place)
    times = []
    for _ in range(ROUNDS):
        person.window.go("pages.evidence")
        person.rest()
        person.window.go("pages.company")
        person.rest()
        times.append(person.timed(lambda: person.window.go("pages.evidence"), person.heading))
        person.rest()
    return min(times)


def _typed(place: Place) -> float:
    person, given = _person(place), cycle(GIVEN)
    person.window.go("pages.evidence")
    person.rest()
    times = []
    for _ in range(ROUNDS):
        times.append(person.timed(lambda: person.answer(QUESTION, next(given))))
        person.rest()
    return min(times)


def _found(place: Place) -> float:
    person = _person(place)
    person.window.go("pages.evidence")
    person.rest()
    field = person.page.text  # type: ignore[attr-defined]
    field.setFocus()
    return min(person.timed(lambda: person.press("e"), lambda: field) for _ in range(ROUNDS))


INSIDE: dict[str, Callable[[Place], float]] = {
    "open": _open, "put": _put, "save": _save, "attach": _attach, "settle": _settle, "page": _page, "typed": _typed,
    "found": _found,
}  # fmt: skip


def _command(verb: str, place: Place) -> float:
    workspace = ["--workspace", str(place.desk.workspace), "--quiet"]
    out, name = str(place.out), place.name
    packet = next((str(one) for one in place.out.glob("*.zip")), "") if place.out.exists() else ""
    words = {
        "check": ["check", name, *workspace],
        "build": ["build", name, *workspace, "--out", f"{out}-plain"],
        "copied": ["build", name, *workspace, "--out", out, "--with-evidence"],
        "verify": ["verify", packet.removesuffix(".zip"), "--quiet"],
        "verify_zip": ["verify", packet, "--quiet"],
        "export": ["export", name, f"{out}.soc2desk", *workspace, "--with-evidence"],
    }[verb]
    Path(f"{out}.soc2desk").unlink(missing_ok=True)
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "soc2desk", *words], capture_output=True, text=True, check=False)
    took = (time.perf_counter() - begun) * 1000
    if done.returncode and not (verb == "check" and done.returncode == 1):
        raise SystemExit(f"{verb}: {done.stdout}{done.stderr}")
    return took


if __name__ == "__main__":
    sys.exit(main())
