"""From one period to the next in the same project: the old state is kept whole, and the new file is written last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.next_period import NextPeriod, PriorException, RolledForward, roll_forward, usual_window
from soc2desk.domain.owed import looked_at
from soc2desk.domain.problems import ProjectProblem, nearest
from soc2desk.storage.backups import Backup, restore
from soc2desk.storage.earlier import (
    EarlierPeriod,
    bring_back_evidence,
    earlier_periods,
    evidence_files,
    forget_period,
    keep_period,
    let_go,
)
from soc2desk.storage.lock import written_alone
from soc2desk.storage.projects import PROJECT_FILE, open_folder, save
from soc2desk.storage.sheets import read_sheet

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.project import Project

__all__ = ["EarlierPeriod", "NextPeriod", "PriorException", "RolledForward", "Told", "as_typed", "earlier_periods",
           "following_window", "go_back", "go_on", "look_ahead", "present_days", "read_exceptions",
           "typed_exceptions"]  # fmt: skip

NAME_HEADINGS = frozenset({"name", "exception", "what"})
CONTROL_HEADINGS = frozenset({"controls", "control"})
HOW_HEADINGS = frozenset({"how", "remedy"})


@dataclass(frozen=True, slots=True)
class Told:
    """What going on to the next period did: the new state, and where the old one is kept."""

    rolled: RolledForward
    kept: EarlierPeriod


def following_window(desk: Desk, project: Project) -> tuple[date, date]:
    """Return the window that follows without a gap. Raises ProjectProblem while the present period is not known."""
    return usual_window(decide_engagement(desk.catalogue, project, desk.today))


def present_days(desk: Desk, project: Project) -> tuple[date, date] | None:
    """Return the first and last day of the present period, or its one date twice; None while that is not known."""
    return looked_at(decide_engagement(desk.catalogue, project, desk.today))


def look_ahead(desk: Desk, project: Project, wanted: NextPeriod) -> RolledForward:
    """Return what would become of a project; nothing is written. Raises ProjectProblem for days that cannot be."""
    return roll_forward(desk.catalogue, project, wanted, desk.today)


def go_on(desk: Desk, folder: Path, wanted: NextPeriod) -> Told:
    """Take a project to its next period, as it stands in its file.

    Everything is copied into earlier/<period>/ first and the project's file is written last: whatever stops this in
    between, the project is as it was. Raises OpenElsewhere while another program has it open, Problems otherwise.
    """
    with written_alone(folder):
        stored = open_folder(folder, desk.catalogue)
        rolled = look_ahead(desk, stored.project, wanted)
        staying = frozenset(one.file for one in rolled.project.evidence if one.file)
        kept = keep_period(folder, _name(rolled), staying)
        try:
            save(stored, rolled.project, desk.catalogue)
        except BaseException:
            forget_period(folder, kept)
            raise
        let_go(folder, (name for name in evidence_files(kept.folder) if name not in staying))
    return Told(rolled, kept)


def _name(rolled: RolledForward) -> str:
    first, last = rolled.period
    return first.isoformat() if first == last else f"{first.isoformat()}-to-{last.isoformat()}"


def go_back(desk: Desk, folder: Path, period: str) -> EarlierPeriod:
    """Put a kept period in the place of the present state, which stays as a back-up; the kept one stays too.

    Raises ProjectProblem for a period that was not kept, OpenElsewhere while another program has the project open.
    """
    kept = {one.name: one for one in earlier_periods(folder)}
    if period not in kept:
        hint = nearest(period, kept) or (f"Kept here: {', '.join(kept)}." if kept else "No period was kept here yet.")
        raise ProjectProblem(f'There is no kept period "{period}".', where=folder.name, hint=hint)
    found = kept[period]
    with written_alone(folder):
        bring_back_evidence(folder, found)
        restore(folder, Backup(found.folder / PROJECT_FILE, desk.today), desk.today)
    return found


def read_exceptions(path: Path) -> tuple[PriorException, ...]:
    """Return the exceptions of a CSV with the headings exception, controls and how; the last two may be missing.

    Raises ProjectProblem for a table without the first, or with a line that has nothing there; FileProblem.
    """
    rows = read_sheet(path)
    heads = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    places = [next((at for at, head in enumerate(heads) if head in names), None) for names in _HEADINGS]
    if places[0] is None:
        hint = "Its first line needs a heading exception, and may have controls and how."
        raise ProjectProblem("The table does not say which column holds the exceptions.", where=path.name, hint=hint)
    return tuple(_exception(number, cells, places, path) for number, cells in rows[1:])


def typed_exceptions(text: str) -> tuple[PriorException, ...]:
    """Return the exceptions of a text, one on each line, with ids of controls in brackets at its end."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines() if line.strip())
    return tuple(PriorException(one["name"].strip(), tuple(_IDS.findall(one["ids"] or ""))) for one in found if one)


def as_typed(exceptions: tuple[PriorException, ...]) -> str:
    """Return exceptions as a person would type them."""
    return "\n".join(f"{one.name} [{', '.join(one.controls)}]" if one.controls else one.name for one in exceptions)


_LINE = re.compile(r"(?P<name>.*?)(?:\[(?P<ids>[^\[\]]*)\])?")
_IDS = re.compile(r"[^\s,;]+")
_HEADINGS = (NAME_HEADINGS, CONTROL_HEADINGS, HOW_HEADINGS)


def _exception(number: int, cells: tuple[str, ...], places: list[int | None], path: Path) -> PriorException:
    name, controls, how = (cells[at].strip() if at is not None and at < len(cells) else "" for at in places)
    if not name:
        raise ProjectProblem("A line names no exception.", where=f"{path.name}, line {number}")
    return PriorException(name, tuple(_IDS.findall(controls)), how)
