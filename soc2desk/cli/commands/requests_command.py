"""Match an auditor's own list of requests with yours, and keep track of it by the auditor's numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_columns, add_json, columns_of, desk_of
from soc2desk.cli.matched_lines import matched_line
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

READ, LIST, CONFIRM = "read", "list", "confirm"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = "read the auditor's list, show it, or confirm what one of its lines asks for"
    command.add_argument("act", choices=(READ, LIST, CONFIRM), help=acts)
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument(
        "what", metavar="FILE|NUMBER", nargs="*", default=[],
        help="the list as CSV or XLSX; or the auditor's number and our requests (ER-053, or none; else those found)",
    )  # fmt: skip
    command.set_defaults(several="what")
    add_columns(command)
    command.add_argument("--by", metavar="PERSON", default="", help="who confirms, by id or full name")
    command.add_argument("--dry-run", action="store_true", help="show what was found and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Match, show or confirm."""
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder

    acts = {READ: _read, LIST: _list, CONFIRM: _confirm}
    if args.act != LIST and not args.what:
        raise UsageProblem("Name the file, or the auditor's number.", hint="See: soc2desk requests --help")
    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        return acts[args.act](session, args, output)
    finally:
        session.close()


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.guessed import guesses_of, order_of
    from soc2desk.app.request_reading import plan_requests, take_requests

    plan = plan_requests(session, Path(args.what[0]), columns_of(args.column), order_of(args.dates))
    if output.as_json:
        lines = [
            {"number": one.number, "requests": one.match.requests, "matched": one.match.matched}
            for one in plan.requests
        ]
        output.json({"requests": lines, "told": plan.told})
    else:
        for guess in guesses_of(plan.survey):
            output.say(guess.words)
        for one in plan.requests:
            output.say(matched_line(one.number, one.match.matched, one.match.requests, one.text))
        for line in plan.told:
            output.say(line)
    if not args.dry_run:
        take_requests(session, plan, "The auditor's list of requests")
        session.save()
        output.note(f"Next: soc2desk requests confirm {args.project} NUMBER ER-... --by PERSON")
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = session.project.auditor_requests
    if output.as_json:
        output.json([
            {"number": one.number, "text": one.text, "due": one.due, "requests": one.requests, "matched": one.matched,
             "confirmed_by": one.confirmed_by, "confirmed_on": one.confirmed_on} for one in rows
        ])  # fmt: skip
        return 0
    for one in rows:
        state = f"confirmed {one.confirmed_on}" if one.confirmed_by else one.matched.value
        due = f"due {one.due}" if one.due else ""
        output.say(matched_line(one.number, state, one.requests, one.text, due))
    waiting = sum(not one.confirmed_by for one in rows)
    output.note(f"{counted(len(rows), 'line')}, {waiting} not confirmed ({args.project}).")
    return 0


def _confirm(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.request_reading import confirm

    one = confirm(session, args.what[0], args.what[1:], args.by, "What the auditor asks for, confirmed")
    session.save()
    output.note(f"{one.number} asks for {', '.join(one.requests) or 'none of our requests'}.")
    return 0
