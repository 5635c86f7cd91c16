"""Two colleagues with one project: each has a desk of their own, and a copy that came from one file."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from soc2desk.app.bringing import bring, get_ready
from soc2desk.app.desk import open_desk
from soc2desk.app.merging import Looked, Side, chosen_for, look
from soc2desk.app.sending import send, take_in
from soc2desk.app.session import open_session
from soc2desk.storage.projects import create, open_folder
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.project import Project

T = TypeVar("T")
DAY = date(2027, 1, 10)


def ended(steps: Generator[object, None, T]) -> T:
    """Run a long act to its end."""
    with closing(steps):
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Laptop:
    """One person's computer with a copy of the project on it."""

    desk: Desk
    folder: Path

    @property
    def project(self) -> Project:
        return open_folder(self.folder, catalogue()).project

    def on(self, day: date) -> Laptop:
        return Laptop(self.desk.on(day), self.folder)

    def put(self, values: Mapping[Where, Plain]) -> None:
        with closing(open_session(self.desk, self.folder)) as session:
            session.put(values, "a change")
            session.save()

    def undo(self) -> str:
        with closing(open_session(self.desk, self.folder)) as session:
            label = session.undo()
            session.save()
            return label

    def send(self, name: str = "copy", *, with_evidence: bool = True) -> Path:
        target = self.desk.workspace / f"{name}.soc2desk"
        ended(send(self.desk, self.folder, target, with_evidence=with_evidence, replacing=True))
        return target

    def look(self, path: Path) -> Looked:
        with closing(open_session(self.desk, self.folder)) as session:
            return look(session, path)

    def merge(self, path: Path, choices: Mapping[str, Side] | None = None, side: Side | None = None) -> Looked:
        """Look and bring together, what is open being chosen for a side where one is given."""
        with closing(open_session(self.desk, self.folder)) as session:
            looked = look(session, path)
            chosen = dict(choices or {}) if side is None else chosen_for(looked, side, choices or {})
            bring(session, ended(get_ready(session, looked, chosen)), "Brought together")
            session.save()
            return looked


def desk(place: Path, day: date = DAY) -> Desk:
    """Return a desk whose content was read already."""
    made = open_desk(place)
    vars(made)["catalogue"] = catalogue()
    return made.on(day)


def handed_over(place: Path) -> Path:
    """Make a project on Ana's computer, and let Ben take it in from a file of hers; return where both stand."""
    made = create(place / "ana", "Tamarack", sample("tamarack"), catalogue())
    ended(take_in(desk(place / "ben"), Laptop(desk(place / "ana"), made).send("to-ben")))
    return place


def two_laptops(begun: Path, place: Path) -> tuple[Laptop, Laptop]:
    """Return both laptops as they were then, to work on."""
    shutil.copytree(begun, place / "both")
    ana, ben = (Laptop(desk(place / "both" / name), place / "both" / name / "tamarack") for name in ("ana", "ben"))
    return ana, ben
