"""A tabletop at the desk: begun for a project, kept at every step, and turned into the record of the day it is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from soc2desk.app.desk import now
from soc2desk.app.record_entering import Entering, entered, occurrence_of, record_id
from soc2desk.app.transfer import approver
from soc2desk.document.tabletop_sheets import (
    facilitator_sheet,
    filled_tabletop,
    participants_sheet,
    plan_words,
    role_names,
)
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.looks import Look
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem, nearest
from soc2desk.domain.tabletops import clock_time, new_play
from soc2desk.packet.drawing import draw
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.setting_aside import set_aside
from soc2desk.storage.tabletop_file import TABLETOP_FILE, read_play, write_play

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry, Line
    from soc2desk.domain.project import Project
    from soc2desk.domain.tabletops import Play, Tabletop

__all__ = [
    "as_it_stands",
    "begin_play",
    "finished",
    "known_tabletop",
    "print_sheets",
    "read_play",
    "role_names",
    "scenario_of",
    "write_play",
]

RECORD = "tabletop_exercise"
FORMATS = ("pdf", "docx")


def known_tabletop(desk: Desk, id_: str) -> Tabletop:
    """Return a scenario by its id. Raises UsageProblem for an unknown one, naming the nearest."""
    known = desk.catalogue.tabletop
    if id_ not in known:
        hint = nearest(id_, known) or f"Known: {', '.join(known)}."
        raise UsageProblem(f'There is no tabletop "{id_}".', hint=hint)
    return known[id_]


def scenario_of(engagement: Engagement, play: Play) -> Tabletop:
    """Return the scenario that is played, in the words of the company. Raises ProjectProblem for one that is gone."""
    known = engagement.catalogue.tabletop
    if play.scenario not in known:
        hint = "Set it aside and begin another."
        raise ProjectProblem(f'The scenario "{play.scenario}" is not part of this program.', hint=hint)
    return filled_tabletop(known[play.scenario], engagement)


def begin_play(folder: Path, scenario: Tabletop, engagement: Engagement) -> Play:
    """Begin a tabletop and keep it; one that was not finished is set aside. Roles go to those who hold them."""
    play = _new(scenario, engagement)
    set_aside(folder / TABLETOP_FILE)
    write_play(folder, play)
    return play


def _new(scenario: Tabletop, engagement: Engagement) -> Play:
    people, day = engagement.project.person, engagement.day
    held = {one.id: one.holder for one in engagement.project.roles if one.holder in people}
    return new_play(scenario, {role: one for role, one in held.items() if people[one].can_work(day)})


def as_it_stands(play: Play, project: Project) -> Play:
    """Return a tabletop as open again where its report is no record any more: it was undone, or taken out."""
    is_there = any(one.id == play.record for one in project.records)
    return play if is_there else replace(play, record="")


def finished(desk: Desk, project: Project, play: Play, moment: datetime | None = None) -> tuple[Project, Play]:
    """Return the project with the report of a tabletop, entered now by its facilitator, and the tabletop as over.

    The report bears this day, whatever day the tabletop was begun on. Raises ProjectProblem where nothing was held:
    no facilitator, nobody at the table, nothing read out, or nothing decided; and where its file names a person, a role
    or a turn that there is not.
    """
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    scenario = scenario_of(engagement, play)
    _refuse_unheld(play)
    _refuse_unknown(scenario, play, project)
    person = approver(desk, project, play.facilitator)
    held = datetime.combine(desk.today, (moment or now()).time().replace(second=0, microsecond=0, tzinfo=None))
    layout = desk.catalogue.record[RECORD]
    values = {name: value for name, value in _values(scenario, play, engagement, held).items() if value}
    made_for = occurrence_of(layout, values, engagement)
    id_ = record_id(layout, values, made_for, {one.id for one in project.records})
    record = KeptRecord(id_, RECORD, made_for, values)
    made = entered(project, (record,), engagement, Entering(desk.today, person.id))
    return made, replace(play, record=id_)


def _refuse_unheld(play: Play) -> None:
    there = {one.person for one in play.seats if one.person and one.is_here}
    lacking = (
        (not play.record, "The report of this tabletop was made already.", "Open it among the records."),
        (bool(play.facilitator), "Nobody is named as the facilitator.", "Name the person who read out the turns."),
        (bool(there), "Nobody sits at the table.", "Give at least one role to a person who is here."),
        (bool(play.read), "Nothing was read out yet, so there is no report to make.", "Read out the first turn."),
        (bool(play.decisions), "No decision was written down yet.", "Write down what was decided, and by whom."),
    )
    for holds, message, hint in lacking:
        if not holds:
            raise ProjectProblem(message, hint=hint)


def _refuse_unknown(scenario: Tabletop, play: Play, project: Project) -> None:
    """Raise ProjectProblem for the first row that names what is neither in the project nor in the scenario.

    The file stands in a folder where anybody can write, and a person can have left the project since.
    """
    for row, kind, name in _named(play):
        known = {"person": project.person, "role": scenario.seats, "turn": scenario.turn}[kind]
        if name and name not in known:
            message = f'The tabletop names the {kind} "{name}", and there is none in this project or scenario.'
            hint = "Choose another there or take the row out, or set it aside by beginning another. No report was made."
            raise ProjectProblem(message, where=f"{TABLETOP_FILE}: {row}", hint=hint)


def _named(play: Play) -> Iterator[tuple[str, str, str]]:
    """Yield what a tabletop names, with the row where it does."""
    yield "facilitator", "person", play.facilitator
    for at, seat in enumerate(play.seats, 1):
        yield f"seats, row {at}", "role", seat.role
        yield f"seats, row {at}", "person", seat.person
    for at, one in enumerate(play.read, 1):
        yield f"read, row {at}", "turn", one.turn
    for at, decision in enumerate(play.decisions, 1):
        yield f"decisions, row {at}", "turn", decision.turn
        yield f"decisions, row {at}", "person", decision.by
    for at, follow_up in enumerate(play.follow_ups, 1):
        yield f"follow_ups, row {at}", "person", follow_up.owner


def _values(scenario: Tabletop, play: Play, engagement: Engagement, held: datetime) -> dict[str, Entry]:
    names = {role.id: role.name for role in engagement.catalogue.roles}
    people: tuple[Line, ...] = tuple(
        {"name": one.person, "role": names.get(one.role, one.role), "attended": one.is_here}
        for one in play.seats
        if one.person
    )
    return {
        "exercise_name": scenario.title,
        "date": held,
        "scenario": " ".join((scenario.about, *_course(scenario, play, engagement))),
        "plan_version": play.plan_version.strip(),
        "objectives": scenario.objectives,
        "facilitator": play.facilitator,
        "participants": people,
        "injects": tuple(_lines(scenario, play)),
        "strengths": play.strengths.strip(),
        "gaps": play.gaps.strip(),
        "privacy_angle": play.notices.strip(),
        "actions": tuple(_actions(play)),
    }


def _course(scenario: Tabletop, play: Play, engagement: Engagement) -> Iterator[str]:
    """Yield how it went: the turns that were read, the sections they tried, and whether it was broken off."""
    phrases, read = engagement.catalogue.phrases, {one.turn for one in play.read}
    for key, chosen in (("turns", True), ("left", False)):
        listed = "; ".join(one.title for one in scenario.turns if (one.id in read) is chosen)
        if listed:
            yield phrases[f"tabletop.report.{key}"].format(listed=listed)
    tried = dict.fromkeys(place for one in scenario.turns if one.id in read for place in one.plan)
    if tried:
        yield phrases["tabletop.report.plan"].format(listed=plan_words(tuple(tried), engagement))
    yield phrases["tabletop.report.clock"].format(minutes=play.minute)
    if play.begun_on and play.begun_on < engagement.day:
        yield phrases["tabletop.report.begun"].format(day=play.begun_on.isoformat())


def _lines(scenario: Tabletop, play: Play) -> Iterator[Line]:
    """Yield what was decided before the first turn, then each turn that was read with what was decided on it."""
    for early in (one for one in play.decisions if not one.turn):
        said: Line = {"time": clock_time(early.second), "decision": early.words}
        yield {**said, "by": early.by} if early.by else said
    for read in play.read:
        title = scenario.turn[read.turn].title if read.turn in scenario.turn else read.turn
        on_it = [one for one in play.decisions if one.turn == read.turn]
        if not on_it:
            yield {"time": clock_time(read.second), "turn": title}
        for one in on_it:
            line: Line = {"time": clock_time(one.second), "turn": title, "decision": one.words}
            yield {**line, "by": one.by} if one.by else line


def _actions(play: Play) -> Iterator[Line]:
    for one in play.follow_ups:
        if one.action.strip():
            line: Line = {"action": one.action.strip(), "status": "open"}
            owner: Line = {"owner": one.owner} if one.owner else {}
            due: Line = {"due": one.due} if one.due else {}
            yield {**line, **owner, **due}


def print_sheets(
    engagement: Engagement, scenario: Tabletop, target: Path, kinds: tuple[str, ...], look: Look | None = None
) -> tuple[Path, ...]:
    """Write the facilitator's and the participants' sheet into a folder and return the files.

    Raises UsageProblem for a format there is none of, FileProblem where one of the files stands there already.
    """
    for kind in kinds:
        if kind not in FORMATS:
            raise UsageProblem(f'There is no sheet as "{kind}".', hint=f"Known: {', '.join(FORMATS)}.")
    filled, play = filled_tabletop(scenario, engagement), _new(scenario, engagement)
    sheets = (facilitator_sheet(filled, play, engagement), participants_sheet(filled, play, engagement))
    files = {target / f"{sheet.id}.{kind}": (kind, sheet) for sheet in sheets for kind in kinds}
    taken = next((path for path in files if path.exists()), None)
    if taken is not None:
        raise FileProblem("A file of this name stands there already.", where=str(taken), hint="Name another folder.")
    drawn = {path: draw(kind, sheet, look or Look()) for path, (kind, sheet) in files.items()}
    with said_plainly("The sheets cannot be written.", target):
        target.mkdir(parents=True, exist_ok=True)
        for path, raw in drawn.items():
            replace_whole(path, raw)
    return tuple(drawn)
