"""Hold a list of changes, alerts, devices and the like against what your documents promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_columns, add_json, columns_of, desk_of, moment
from soc2desk.domain.counted import counted
from soc2desk.domain.list_rules import KINDS
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

READ, SHOW, SETTLE = "read", "show", "settle"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = "read a list, show what was kept of lists, or note what came of a line"
    command.add_argument("act", choices=(READ, SHOW, SETTLE), help=acts)
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument(
        "what", metavar="FILE|ID", nargs="?", default="", help="the list as CSV or XLSX, or a line's id"
    )
    command.add_argument("--kind", choices=KINDS, help="what sort of list it is")
    command.add_argument("--system", metavar="ID", default="", help="the system it comes from")
    command.add_argument("--taken-at", metavar="MOMENT", type=moment, help="when the list was run; now without it")
    add_columns(command)
    command.add_argument("--by", metavar="PERSON", default="", help="who looked into the line")
    command.add_argument("--answer", metavar="TEXT", default="", help="what came of it, with its ticket")
    command.add_argument("--dry-run", action="store_true", help="show what was found and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Show what was found, and keep it."""
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder

    acts = {READ: _read, SHOW: _show, SETTLE: _settle}
    if args.act != SHOW and not args.what:
        raise UsageProblem("Name the file, or the id of the line.", hint="See: soc2desk lists --help")
    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        return acts[args.act](session, args, output)
    finally:
        session.close()


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.attaching_lists import whole_or_nothing
    from soc2desk.app.desk import now
    from soc2desk.app.guessed import guesses_of, order_of
    from soc2desk.app.list_reading import ListWish, plan_list, take_list

    if not args.kind:
        raise UsageProblem("Say what sort of list it is.", hint=f"--kind {'|'.join(KINDS)}")
    taken = args.taken_at or now().replace(tzinfo=None, microsecond=0)
    wish = ListWish(args.kind, taken, args.system, columns_of(args.column), order_of(args.dates))
    plan = plan_list(session, Path(args.what), wish)
    if output.as_json:
        lines = [
            {"id": id_, "fault": f.fault, "item": f.item, "line": f.line, "person": f.person} for id_, f in plan.faults
        ]
        output.json(
            {"rows": plan.survey.rows, "counts": plan.counts, "beyond": plan.beyond, "lines": lines, "told": plan.told}
        )
    else:
        for line in (*(guess.words for guess in guesses_of(plan.survey)), *plan.told):
            output.say(line)
    if not args.dry_run:
        with whole_or_nothing(session):
            take_list(session, plan, "Lines of a list")
            session.save()
        output.note(f"Kept {counted(len(plan.faults), 'line')}." if plan.faults else "There was nothing to keep.")
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = [one for one in session.project.seen_in_lists if not args.kind or one.kind == args.kind]
    if output.as_json:
        output.json([
            {"id": one.id, "kind": one.kind, "fault": one.fault, "item": one.item, "settled_on": one.settled_on,
             "answer": one.answer} for one in rows
        ])  # fmt: skip
        return 0
    for one in rows:
        settled = f"  settled {one.settled_on}: {one.answer}" if one.settled_on else ""
        output.say(f"{one.id}  {one.kind}, {one.fault}: {one.item}{settled}")
    output.note(f"{counted(len(rows), 'line')}, {sum(one.settled_on is None for one in rows)} of them open.")
    return 0


def _settle(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.list_reading import settle

    settle(session, args.what, args.by, args.answer, "A line that was looked into")
    session.save()
    output.note(f"Settled {args.what}.")
    return 0
