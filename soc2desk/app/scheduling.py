"""The schedule of a project: as a value, as a workbook, and as calendar files that replace only files of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import FileProblem, UsageProblem, nearest
from soc2desk.domain.schedule import Schedule, decide_schedule
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.engagement import Engagement

__all__ = ["Planned", "Schedule", "calendars", "one_calendar", "schedule_of", "workbook", "write_files"]

OURS = b"PRODID:-//soc2desk//"
"""What stands at the head of every calendar file of ours."""
_LONGEST = 48
_HEAD = 400  # bytes of a calendar file in which its maker stands


@dataclass(frozen=True)
class Planned:
    """A schedule with the engagement it was decided from. `owner` sets its events apart from another company's."""

    engagement: Engagement
    schedule: Schedule
    owner: str

    def person(self, named: str) -> str:
        """Return the id of a person, named by id or by full name. Raises UsageProblem for one nobody knows."""
        people = self.engagement.project.people
        found = {one.id for one in people if named in {one.id, one.name}}
        if len(found) != 1:
            hint = nearest(named, {one.id for one in people}) or "Write the id of a person, as in the answers file."
            raise UsageProblem(f'There is no person "{named}", or more than one.', hint=hint)
        return found.pop()


def schedule_of(desk: Desk, source: Source, as_of: date | None = None) -> Planned:
    """Return the schedule of a project as it is seen on a day; None takes today."""
    engagement = decide_engagement(desk.catalogue, source.project, as_of or desk.today)
    schedule = decide_schedule(engagement, days_off(engagement))
    owner = file_name(engagement.answer_text("company"), _LONGEST) or file_name(source.name, _LONGEST)
    return Planned(engagement, schedule, owner)


def calendars(planned: Planned, *, remind: bool = False) -> dict[str, bytes]:
    """Return a calendar file for all and one for each person, by name."""
    from soc2desk.exports.calendar import Wanted, calendar_files

    return calendar_files(planned.schedule, planned.engagement, Wanted(planned.owner, remind))


def one_calendar(planned: Planned, person: str = "", *, remind: bool = False) -> bytes:
    """Return one calendar file, of what one person sees to or of everything."""
    from soc2desk.exports.calendar import Wanted, calendar_file

    mine = planned.schedule.of_person(person) if person else planned.schedule
    return calendar_file(mine, planned.engagement, Wanted(planned.owner, remind), person)


def workbook(planned: Planned, person: str = "") -> bytes:
    """Return the schedule as a workbook, every occurrence in it. Raises UsageProblem while no date is known."""
    from soc2desk.app.brand import brand_of
    from soc2desk.document.registers.ground import Ground
    from soc2desk.document.registers.schedule import schedule_register, with_every_occurrence
    from soc2desk.packet.drawing import draw

    ground = Ground(planned.engagement, planned.engagement.day.isoformat())
    mine = planned.schedule.of_person(person) if person else planned.schedule
    found = schedule_register(mine, ground)
    if not found:
        raise UsageProblem("There is no schedule yet.", hint="Answer which report you want and its dates.")
    return draw("xlsx", with_every_occurrence(found[0]), brand_of(planned.engagement))


def write_files(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files, each whole or not at all, and return their paths. A file of ours is replaced.

    Raises FileProblem, before anything is written, where something else stands in the place of one of them.
    """
    from soc2desk.storage.atomic_json import replace_whole
    from soc2desk.storage.file_errors import said_plainly

    for path in files:
        _check_place(path)
    for path, content in files.items():
        with said_plainly("The file could not be written.", path):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_whole(path, content)
    return tuple(files)


def _check_place(path: Path) -> None:
    from soc2desk.storage.file_errors import said_plainly

    with said_plainly("The place of a file cannot be looked at.", path):
        if path.is_symlink() or (path.exists() and not _is_ours(path)):
            hint = "Move it away, or name another file or folder."
            raise FileProblem("Something stands there that may not be replaced.", where=str(path), hint=hint)


def _is_ours(path: Path) -> bool:
    """Say whether a file is a calendar that we wrote. A workbook may hold somebody's notes, and is never replaced."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return OURS in file.read(_HEAD)
