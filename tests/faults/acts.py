"""What a child process does until it is killed. Each act says what it has reported as saved, one line at a time."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from soc2desk.app.bringing import bring, get_ready
from soc2desk.app.desk import Desk
from soc2desk.app.evidence_work import add, remove
from soc2desk.app.merging import Side, chosen_for, look
from soc2desk.app.rolling_forward import NextPeriod, earlier_periods, go_back, go_on
from soc2desk.app.sending import send, take_in
from soc2desk.app.session import open_session
from soc2desk.domain.people import Person
from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.lock import forget_lock
from soc2desk.storage.projects import open_folder
from soc2desk.storage.projects import save as save_project
from tests.composed import catalogue
from tests.faults.older_format import older_format
from tests.packet import making

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from pathlib import Path
    from random import Random

    Say = Callable[[str], None]
    Act = Callable[[Path, Random, Say], None]

T = TypeVar("T")
DAY = date(2027, 9, 30)
NEXT = NextPeriod(date(2027, 8, 31), (date(2027, 7, 1), date(2027, 12, 31)), ())
PEOPLE = 10
"""How many people take turns in being changed, so that the file does not grow without end."""

WRITERS, ROWS = 3, 6
"""How many programs save at once, and how many rows each."""


def desk(place: Path, day: date = DAY) -> Desk:
    """Return a desk whose content was read already."""
    made = Desk(place, day)
    vars(made)["catalogue"] = catalogue()
    return made


def save(place: Path, chance: Random, say: Say) -> None:
    """Count up in an answer and in the name of a person, each time saved as the window does it."""
    # Each start has another day, so that each makes a back-up too.
    with closing(open_session(desk(place, DAY + timedelta(chance.randrange(400))), place / "acme")) as session:
        number = int(str(session.project.answers["company"].value))
        while True:
            number += 1
            row = {"name": f"Person {number}"}
            session.put({("answers", "company"): str(number), ("people", f"p-{number % PEOPLE}"): row}, "count")
            session.save()
            say(f"saved {number}")


def list_of(place: Path) -> Path:
    """Return the file that is attached, beside the place, so that it is not on a disk that is full."""
    return place.with_name(f"{place.name}-list.csv")


def attach(place: Path, chance: Random, say: Say) -> None:
    """Attach files of many sizes as the command does, and take some out again."""
    at = desk(place)
    while True:
        content = chance.randbytes(chance.choice((90, 40_000, 5_000_000)))
        file = list_of(place)
        file.write_bytes(content)
        put = ended(add(at, "acme", file, {"requests": ["ER-045"]}))
        say(f"attached {put.id} {hashlib.sha256(content).hexdigest()}")
        if chance.randrange(3) == 0:
            remove(at, "acme", put.id)
            say(f"removed {put.id}")


def ended(going: Generator[object, None, T]) -> T:
    """Return what a generator returns, without its steps."""
    while True:
        try:
            next(going)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def packet(place: Path, chance: Random, say: Say) -> None:
    """Make a packet of a few pages and its ZIP over the one before, again and again."""
    while True:
        title = f"State {chance.randrange(10**9)}"
        pages = [making.document(f"POL-{number}", title) for number in range(4)]
        (made,) = making.make(making.order(place, documents=pages))
        say(f"made {made.fingerprint}")


def one_packet(place: Path, _: Random, say: Say) -> None:
    """Make one packet, and stop."""
    (made,) = making.make(making.order(place))
    say(f"made {made.fingerprint}")


def migrate(place: Path, _: Random, say: Say) -> None:
    """Open a project of an older format, change it and save it in the newest."""
    with older_format():
        session = open_session(desk(place), place / "acme")
        session.put({("answers", "company"): "Migrated"}, "company")
        session.save()
        say("saved")
        session.close()


def roll(place: Path, _: Random, say: Say) -> None:
    """Go on to the next period and back, again and again."""
    at, folder = desk(place), place / "acme"
    while True:
        if not open_folder(folder, at.catalogue).project.evidence:
            go_back(at, folder, earlier_periods(folder)[0].name)
            say("back")
        else:
            go_on(at, folder, NEXT)
            say("rolled")


def crowd(place: Path, _: Random, say: Say) -> None:
    """Let several programs save into one project at once, each under the lock; refused ones read again and repeat."""
    _together(place, say, lambda _: None)


def crowd_taking_over(place: Path, _: Random, say: Say) -> None:
    """The same, where each takes the project over from the others before it saves."""
    _together(place, say, forget_lock)


def _together(place: Path, say: Say, before: Callable[[Path], None]) -> None:
    at, children = desk(place), []
    for who in range(WRITERS):
        pid = os.fork()
        if pid == 0:
            _write_rows(at, place / "acme", who, say, before)
            os._exit(0)
        children.append(pid)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]
    say(f"all {codes}")


def _write_rows(at: Desk, folder: Path, who: int, say: Say, before: Callable[[Path], None]) -> None:
    for number in range(ROWS):
        row, is_saved = Person(f"w-{who}-{number}", f"Writer {who}, row {number}"), False
        while not is_saved:
            with suppress(ProjectProblem):
                stored = open_folder(folder, at.catalogue)
                before(folder)
                save_project(stored, replace(stored.project, people=(*stored.project.people, row)), at.catalogue)
                say(f"saved {row.id}")
                is_saved = True


def hand_over(place: Path, chance: Random, say: Say) -> None:
    """Write a project into a file for a colleague, and take it in under another name, again and again."""
    at, file = desk(place), place / "acme.soc2desk"
    number = max((int(path.name.partition("-")[2]) for path in place.glob("taken-*")), default=0)
    while True:
        number += 1
        ended(send(at, place / "acme", file, with_evidence=True, replacing=True))
        say("sent")
        ended(take_in(at, file, name=f"taken {number}"))
        say(f"taken taken-{number}")


def merge(place: Path, chance: Random, say: Say) -> None:
    """Bring in what a colleague wrote and attached in a copy of the project, again and again."""
    at, there, copy = desk(place), desk(place / "stick"), place / "stick" / "acme"
    if not copy.exists():
        shutil.rmtree(place / "stick", ignore_errors=True)
        shutil.copytree(place / "acme", place / ".stick" / "acme", dirs_exist_ok=True)
        (place / ".stick").rename(place / "stick")
    while True:
        with closing(open_session(there, copy)) as theirs:
            merged = [one.name for one in theirs.project.people if one.id.startswith("m-")]
            number = max((int(name.split()[1]) for name in merged), default=0) + 1
            theirs.put({("people", f"m-{number % PEOPLE}"): {"name": f"Merged {number}"}}, "count")
            theirs.save()
        content = chance.randbytes(chance.choice((90, 40_000)))
        file = list_of(place)
        file.write_bytes(content)
        ended(add(there, "acme", file, {"requests": ["ER-045"]}))
        with closing(open_session(at, place / "acme")) as session:
            looked = look(session, copy)
            bring(session, ended(get_ready(session, looked, chosen_for(looked, Side.THEIRS, {}))), "merge")
            session.save()
        say(f"merged {number} {hashlib.sha256(content).hexdigest()}")


ACTS: Mapping[str, Act] = {
    "save": save,
    "attach": attach,
    "packet": packet,
    "migrate": migrate,
    "roll": roll,
    "hand over": hand_over,
    "merge": merge,
    "one packet": one_packet,
    "crowd": crowd,
    "crowd taking over": crowd_taking_over,
}
