"""Change controls for one client: reword, retire, bring back, and keep the numbers of the client's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands import controls_of_list
from soc2desk.cli.commands.arguments import add_columns, add_json, day, desk_of
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

LIST, WORD, RESTORE, RETIRE, RETURN = "list", "word", "restore", "retire", "return"
_OURS = frozenset({WORD, RESTORE, RETIRE, RETURN})
_NAMED = frozenset({*_OURS, *controls_of_list.NAMED})


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = "show the controls, reword, restore, retire or return one; read your own list and decide on its lines"
    command.add_argument("act", choices=(LIST, WORD, RESTORE, RETIRE, RETURN, *controls_of_list.ACTS), help=acts)
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument(
        "what", metavar="FILE|CONTROL|NUMBER", nargs="*", default=[],
        help="the list as CSV or XLSX, a control (ACC-07), or your number of a line and our controls",
    )  # fmt: skip
    command.set_defaults(several="what")
    command.add_argument("--text", metavar="WORDS", default="", help="what the control says in your own words")
    command.add_argument("--last-day", metavar="DATE", type=day, help="the last day on which it was performed")
    command.add_argument("--reason", metavar="WORDS", default="", help="why it is retired or left out")
    command.add_argument("--by", metavar="PERSON", default="", help="who says so, by id or full name")
    controls_of_list.add(command)
    add_columns(command)
    command.add_argument("--dry-run", action="store_true", help="show what was found and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Show or change controls."""
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder

    acts: dict[str, Callable[[Session, argparse.Namespace, Output], int]] = {
        LIST: _list, WORD: _word, RESTORE: _restore, RETIRE: _retire, RETURN: _return, **controls_of_list.ACTS,
    }  # fmt: skip
    if args.act in _NAMED and not args.what:
        raise UsageProblem("Name the control, the line or the file.", hint="See: soc2desk controls --help")
    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        if args.act in _OURS and args.what[0] in session.engagement.catalogue.control:
            for line in _whose_number(session, args.what[0]):
                output.note(line)
        return acts[args.act](session, args, output)
    finally:
        session.close()


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    engagement, project = session.engagement, session.project
    rows = [(one, "own words" if one.control.own_words else "") for one in engagement.controls]
    gone = [(engagement.catalogue.control[told.id], told) for told in project.retired_controls]
    if output.as_json:
        output.json({
            "controls": [
                {"id": one.id, "number": one.control.number, "title": one.control.title, "state": one.state,
                 "own_words": bool(words)} for one, words in rows
            ],
            "retired": [
                {"id": control.id, "last_day": told.last_day, "reason": told.reason, "entered_on": told.on}
                for control, told in gone
            ],
        })  # fmt: skip
        return 0
    for one, words in rows:
        said = (one.control.printed, one.state.replace("_", " "), one.control.title, words)
        output.say("  ".join(filter(None, said)))
    for control, told in gone:
        days = f"retired after {told.last_day.isoformat()} (entered on {told.on.isoformat()})"
        output.say(f"{control.printed}  {days}  {control.title}: {told.reason}")
    output.note(f"{counted(len(rows), 'control')}, {len(gone)} retired ({args.project}).")
    return 0


def _word(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_wording import control_text, reworded
    from soc2desk.domain.in_own_words import lines_of

    control = args.what[0]
    if not args.text.strip():
        shown = control_text(session.engagement, control)
        output.say(f"ours: {shown.library}")
        listed = lines_of(session.project).get(control, ())
        if shown.text is not None or not listed:
            output.say(f"your own: {shown.text or 'none'}")
        for line in listed:
            output.say(f"your list, {line.number}: {' '.join(line.text.split()) or '(no words)'}")
        for name, label in shown.names:
            output.say(f"{{{{ {name} }}}}  {label}")
        return 0
    session.put(reworded(session, control, args.text, _person(session, args)), f"wording of {control}")
    session.save()
    output.note(f"{control} stands in {_whose_words(session, control)}.")
    return 0


def _restore(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_wording import control_text, restored

    control = control_text(session.engagement, args.what[0]).control
    session.put(restored(control), f"the library's words of {control}")
    session.save()
    output.note(f"{control} stands in {_whose_words(session, control)}.")
    return 0


def _whose_words(session: Session, control: str) -> str:
    from soc2desk.domain.in_own_words import lines_of

    if control in session.project.control_wording:
        return "your own words"
    has_words = any(line.text for line in lines_of(session.project).get(control, ()))
    return "the words of your list" if has_words else "the library's words"


def _retire(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_wording import retired

    if args.last_day is None:
        raise UsageProblem("Say the last day on which it was performed.", hint="--last-day 2027-03-31")
    control = args.what[0]
    values = retired(session, control, args.last_day, args.reason, _person(session, args))
    session.put(values, f"{control} retired")
    session.save()
    output.note(f"{control} is retired after {args.last_day.isoformat()}; what shows it stays.")
    return 0


def _return(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_wording import returned

    control = args.what[0]
    values = returned(session.project, control, session.desk.today)
    session.put(values, f"{control} brought back")
    session.save()
    anew = f" Say where it stands since: control_states.{control}=in_place, with .since and .confirmed_by."
    output.note(f"{control} is back.{anew if len(values) > 1 else ''}")
    return 0


def _whose_number(session: Session, control: str) -> Iterator[str]:
    """Yield a sentence where the id that was named is also a number of the client's own list, for another control."""
    from soc2desk.domain.own_numbers import meant_otherwise

    title = session.engagement.catalogue.control[control].title
    for ours, line in meant_otherwise(session.project.listed_controls, [control]):
        theirs = f"speaks of {', '.join(line.controls)}" if line.controls else "speaks of no control here yet"
        waits = "" if line.is_decided else ", as far as is proposed"
        yield f"{ours} is taken as the control here, {title}. {line.number} of your own list {theirs}{waits}."


def _person(session: Session, args: argparse.Namespace) -> str:
    from soc2desk.app.list_reading import person_named

    return person_named(session, args.by)
