"""Show what is due by when, or write it as calendar files or a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, day, desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from soc2desk.app.scheduling import Planned, Schedule
    from soc2desk.cli.output import Output
    from soc2desk.domain.plan_steps import Step
    from soc2desk.domain.schedule import Occurrence

_HELP = {
    "person": "only what this person sees to: an id or a full name",
    "until": "every occurrence up to this day (default: the next one of each control)",
    "as-of": "seen on this day (default: today)",
    "out": "write one file: a calendar (FILE.ics) or a workbook (FILE.xlsx)",
    "calendar": "write a calendar file for all and one for each person into this folder",
    "remind": "with an alarm three days before what is due monthly or less often",
}


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    add_json(command)
    command.add_argument("--person", metavar="PERSON", default="", help=_HELP["person"])
    command.add_argument("--until", metavar="DATE", type=day, help=_HELP["until"])
    command.add_argument("--as-of", metavar="DATE", type=day, help=_HELP["as-of"])
    command.add_argument("--out", metavar="FILE", help=_HELP["out"])
    command.add_argument("--calendar", metavar="DIR", help=_HELP["calendar"])
    command.add_argument("--remind", action="store_true", help=_HELP["remind"])


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the milestones and the next occurrences, or write the files that were asked for."""
    from soc2desk.app.scheduling import schedule_of

    desk = desk_of(args)
    planned = schedule_of(desk, desk.source(args.source), args.as_of)
    person = planned.person(args.person) if args.person else ""
    if args.out is not None or args.calendar is not None:
        for path in _write(args, planned, person):
            output.report(str(path))
        return 0
    mine = planned.schedule.of_person(person) if person else planned.schedule
    mine = mine.until(args.until) if args.until else mine
    if output.as_json:
        output.json(_as_data(mine))
    else:
        _print(mine, planned, args.until, output)
    return 0


def _write(args: argparse.Namespace, planned: Planned, person: str) -> tuple[Path, ...]:
    from soc2desk.app.scheduling import calendars, write_files

    files = {}
    if args.out is not None:
        target = Path(args.out)
        files[target] = _content(target, args, planned, person)
    if args.calendar is not None:
        if not args.calendar.strip():
            raise UsageProblem("--calendar names no folder.", hint="Write . for the folder you are in.")
        made = calendars(planned, remind=args.remind)
        files |= {Path(args.calendar) / name: content for name, content in made.items()}
    return write_files(files)


def _content(target: Path, args: argparse.Namespace, planned: Planned, person: str) -> bytes:
    from soc2desk.app.scheduling import one_calendar, workbook

    match target.suffix.lower():
        case ".ics":
            return one_calendar(planned, person, remind=args.remind)
        case ".xlsx":
            return workbook(planned, person)
    hint = "Write FILE.ics or FILE.xlsx; --calendar takes a folder."
    raise UsageProblem(f'"{args.out}" is neither a calendar nor a workbook.', hint=hint)


def _print(mine: Schedule, planned: Planned, until: date | None, output: Output) -> None:
    place = mine.working_days.place
    output.say("Milestones")
    for step in mine.steps:
        output.say(f"  {_step_day(step):12}{step.id:16}{step.milestone.title}  [{_name(step.who.person, planned)}]")
    ahead = [one for one in mine.occurrences if one.due >= mine.day]
    shown = ahead if until else [one for one in ahead if one.when == "next"]
    heading = "Occurrences" if until else "Next occurrence of each control"
    output.say(heading if shown else "No occurrence is due.")
    for one in shown:
        title = planned.engagement.worked[one.control].control.title
        part = "  (partial)" if one.is_partial else ""
        output.say(f"  {one.due.isoformat():12}{one.id:20}{title}{part}  [{_name(one.who.person, planned)}]")
    if len(ahead) > len(shown):
        output.say(f"  and {len(ahead) - len(shown)} more; --until DATE shows them.")
    if mine.window is None:
        output.note("The report or its dates are not known yet, so no occurrence can be told.")
    output.note(f"Days off: weekends and the public holidays of {place}." if place else
                "Days off: weekends only, for no holidays are known for where this company is.")  # fmt: skip


def _step_day(step: Step) -> str:
    return step.due.isoformat() if step.due and step.when != "now" else {"now": "now"}.get(step.when, "no day yet")


def _name(person: str, planned: Planned) -> str:
    return planned.engagement.person_name(person) or planned.engagement.catalogue.phrases["person.nobody"]


def _as_data(mine: Schedule) -> dict[str, object]:
    return {
        "as_of": mine.day,
        "holidays_of": mine.working_days.place,
        "milestones": [_step_data(step) for step in mine.steps],
        "occurrences": [_act_data(one) for one in mine.occurrences],
    }


def _step_data(step: Step) -> dict[str, object]:
    when = {"due": step.due, "counted": step.plain, "when": str(step.when), "usual": step.usual, "closer": step.closer}
    return {"id": step.id, "title": step.milestone.title, **when, "person": step.who.person}


def _act_data(one: Occurrence) -> dict[str, object]:
    period = one.owed.period
    days = {"first": period.start, "last": period.end, "due": one.due, "partial": one.is_partial}
    why = {"owner": one.owed.owner, "person": one.who.person, "because": str(one.who.because)}
    what = {"id": one.id, "control": one.control, "cadence": str(one.owed.cadence), "when": str(one.when)}
    return {**what, **days, **why}
