"""Read a system's list of users for an access review, and read its worksheet back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_columns, add_json, columns_of, desk_of, moment
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

READ, DECIDE = "read", "decide"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("act", choices=(READ, DECIDE), help="read a list of users, or read a filled worksheet back")
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("file", metavar="FILE", help="the list as CSV or XLSX, or the worksheet")
    command.add_argument("--system", metavar="ID", default="", help="the system whose users it lists")
    command.add_argument("--taken-at", metavar="MOMENT", type=moment, help='when the list was run: "2027-04-01 09:30"')
    command.add_argument("--reviewer", metavar="ID", default="", help="who reviews; the owner of the system without it")
    command.add_argument("--occurrence", metavar="ID", default="", help="the period it is for, such as ACC-07/2027-Q1")
    add_columns(command)
    command.add_argument("--out", metavar="FILE", help="where the worksheet goes, a name that ends in .xlsx")
    command.add_argument(
        "--dry-run", action="store_true", help="show what was found and write nothing into the project"
    )
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Show what was found, and take it."""
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        return (_read if args.act == READ else _decide)(session, args, output)
    finally:
        session.close()


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.access_reading import plan_access, take_access
    from soc2desk.app.access_wish import AccessWish
    from soc2desk.app.access_worksheet import check_place, write_worksheet
    from soc2desk.app.attaching_lists import whole_or_nothing
    from soc2desk.app.guessed import guesses_of, order_of

    if not args.system or args.taken_at is None:
        hint = 'Add --system ID and --taken-at "2027-04-01 09:30".'
        raise UsageProblem("A list of users needs its system and the moment it was run.", hint=hint)
    wish = AccessWish(
        args.system, args.taken_at, args.reviewer, args.occurrence, columns_of(args.column), order_of(args.dates)
    )
    plan = plan_access(session, Path(args.file), wish)
    guesses = guesses_of(plan.survey)
    if output.as_json:
        shown = [{"what": one.what, "headings": one.headings, "sure": one.sure} for one in guesses]
        about: dict[str, object] = {"record": plan.record.id, "list": plan.export_id, **plan.export}
        output.json({**about, "told": plan.told, "guesses": shown})
    else:
        for line in (*(guess.words for guess in guesses), *plan.told):
            output.say(line)
    if args.out:
        check_place(Path(args.out))
    if not args.dry_run:
        with whole_or_nothing(session):
            take_access(session, plan, "Access review")
            session.save()
        output.note(
            f"Kept as {plan.record.id}" + (f" for {plan.record.occurrence}." if plan.record.occurrence else ".")
        )
    if args.out:
        # After the review itself: one that could not be written is made by reading the list again.
        write_worksheet(plan, session.engagement, Path(args.out))
        output.note(f"The worksheet is {args.out}.")
    return 0


def _decide(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.access_deciding import plan_decisions, take_decisions

    decided = plan_decisions(session, Path(args.file))
    if output.as_json:
        output.json(
            {"record": decided.record.id, "decided": decided.decided, "open": decided.open, "missing": decided.missing}
        )
    else:
        for line in decided.told:
            output.say(line)
    if not args.dry_run:
        take_decisions(session, decided, "Decisions of an access review")
        session.save()
        output.note(f"Kept in {decided.record.id}.")
    return 0
