"""Show who needs which course, or enter what people learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, day, desk_of, words
from soc2desk.domain.counted import counted
from soc2desk.domain.training_record import Taken

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.training_record import Need

STEPS = ("0", "1", "2", "3")
_SAID = {
    Taken.DONE: "taken in time",
    Taken.LATE: "taken late",
    Taken.REPEAT: "to be repeated",
    Taken.AHEAD: "still to come",
    Taken.OVERDUE: "overdue",
}


def add(command: argparse.ArgumentParser) -> None:
    """Add what can be done and its options."""
    acts = command.add_subparsers(dest="act", metavar="act", required=True, help="what to do")
    show = acts.add_parser("list", help="who needs which course, and who is late")
    add_source(show)
    show.add_argument("--person", metavar="ID", default="", help="only this person")
    show.add_argument("--missing", action="store_true", help="only courses that are overdue or to be repeated")
    add_json(show)
    _taken(acts.add_parser("add", help="enter a course that somebody took"))
    _certificate(acts.add_parser("certificate", help="enter a certificate"))
    _skill(acts.add_parser("skill", help="rate a person in an area"))


def _project(command: argparse.ArgumentParser) -> None:
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("person", metavar="PERSON", help="a person by id")


def _taken(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("course", metavar="COURSE", help="a course such as TRN-03")
    command.add_argument("--on", metavar="DATE", type=day, required=True, help="the day on which it ended")
    command.add_argument("--hours", metavar="N", default="", help="how long it took")
    command.add_argument("--result", metavar="WORDS", default="", help="the result of the quiz or lab")
    command.add_argument("--instructor", metavar="NAME", default="", help="who taught it")
    command.add_argument("--evidence", metavar="IDS", type=words, default=(), help="pieces of evidence that show it")
    command.add_argument("--by", metavar="PERSON", default="", help="who enters it, by id")


def _certificate(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("name", metavar="NAME", help="what the certificate is called")
    command.add_argument("--issued", metavar="DATE", type=day, help="the day on which it was issued")
    command.add_argument("--expires", metavar="DATE", type=day, help="the last day on which it counts")


def _skill(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("area", metavar="AREA", help="an area such as access_identity")
    command.add_argument("--before", choices=STEPS, help="the step before training: 0 none yet, 3 can teach it")
    command.add_argument("--after", choices=STEPS, help="the step after training")


def run(args: argparse.Namespace, output: Output) -> int:
    """Do what was asked."""
    if args.act == "list":
        return _list(args, output)
    from soc2desk.app import training_entry
    from soc2desk.app.transfer import put, read_project

    desk = desk_of(args)
    project = read_project(desk, args.project)
    match args.act:
        case "add":
            values = training_entry.course_taken(
                project, args.person, args.course, args.on, desk.today, hours=args.hours, result=args.result,
                instructor=args.instructor, evidence=args.evidence, by=args.by,
            )  # fmt: skip
        case "certificate":
            values = training_entry.certificate_held(
                project, args.person, args.name, desk.today, issued=args.issued, expires=args.expires
            )
        case _:
            before, after = (None if step is None else int(step) for step in (args.before, args.after))
            values = training_entry.skill_rated(project, args.person, args.area, desk.today, before=before, after=after)
    put(desk, args.project, values)
    output.note(f"Entered today, {desk.today.isoformat()}.")
    return 0


def _list(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.checking import look_over
    from soc2desk.domain.training_record import needs

    desk = desk_of(args)
    engagement = look_over(desk, desk.source(args.source)).engagement
    missing = {Taken.OVERDUE, Taken.REPEAT}
    found = [
        need
        for need in needs(engagement)
        if args.person in {"", need.person} and (not args.missing or need.state in missing)
    ]
    if output.as_json:
        output.json({"courses": [_data(need) for need in found]})
        return 0
    for need in found:
        output.say(_line(need, engagement))
    late = sum(need.state in missing for need in found)
    output.say(f"{counted(len(found), 'course')}, {late} of them overdue or to be repeated.")
    return 0


def _line(need: Need, engagement: Engagement) -> str:
    title = engagement.catalogue.template[need.course.id].title
    when = f", by {need.due.isoformat()}" if need.due else ""
    if need.taken:
        when = f", taken on {need.taken.on.isoformat()}"
    return f"{engagement.person_name(need.person)}: {need.course.id} {title}: {_SAID[need.state]}{when}"


def _data(need: Need) -> dict[str, object]:
    return {
        "person": need.person,
        "course": need.course.id,
        "due": need.due.isoformat() if need.due else "",
        "state": need.state.value,
        "taken_on": need.taken.on.isoformat() if need.taken else "",
        "repeat_by": need.repeat_by.isoformat() if need.repeat_by else "",
    }
