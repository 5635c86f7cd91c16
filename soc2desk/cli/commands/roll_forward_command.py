"""Take a project to its next period: the old one is kept whole, and what was promised goes on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import day, desk_of
from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.app.rolling_forward import Told
    from soc2desk.cli.output import Output

_BETWEEN = ".."


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("--issued", metavar="DATE", type=day, help="the day on which the report was issued")
    help_text = "the next window, such as 2027-01-01..2027-06-30 (default: without a gap, and as long as the last)"
    command.add_argument("--window", dest="chosen", metavar="START..END", type=window, help=help_text)
    help_text = "the exceptions of the report, to be shown again: columns exception, controls and how"
    command.add_argument("--exceptions", metavar="FILE.csv", help=help_text)
    help_text = "put a kept period back in the place of the present one, which stays as a back-up"
    command.add_argument("--back", metavar="PERIOD", help=help_text)


def window(text: str) -> tuple[date, date]:
    """Return the two days of a window."""
    first, between, last = text.partition(_BETWEEN)
    if not between:
        raise argparse.ArgumentTypeError(f"{text!r} is no window; write it as 2027-01-01..2027-06-30")
    return day(first.strip()), day(last.strip())


def run(args: argparse.Namespace, output: Output) -> int:
    """Go on to the next period, or back to a kept one."""
    from soc2desk.app.rolling_forward import NextPeriod, following_window, go_back, go_on, read_exceptions
    from soc2desk.app.transfer import project_folder
    from soc2desk.domain.problems import UsageProblem

    if bool(args.back) == bool(args.issued):
        raise UsageProblem("Say either --issued DATE or --back PERIOD.", hint="See: soc2desk roll-forward --help")
    desk = desk_of(args)
    folder = project_folder(desk, args.project)
    if args.back:
        kept = go_back(desk, folder, args.back)
        output.report(f"{folder.name} stands again as in {kept.name}. The state until now is among its back-ups.")
        return 0
    exceptions = read_exceptions(Path(args.exceptions)) if args.exceptions else ()
    chosen = args.chosen or following_window(desk, desk.source(args.project).project)
    _report(go_on(desk, folder, NextPeriod(args.issued, chosen, exceptions)), chosen, output)
    return 0


def _report(told: Told, chosen: tuple[date, date], output: Output) -> None:
    rolled = told.rolled
    output.report(f"The next window is {chosen[0].isoformat()} to {chosen[1].isoformat()}.")
    output.report(f"The period before it is kept whole in {told.kept.folder}")
    output.report(f"  {counted(rolled.archived, 'row')} of evidence, records and lists stay with it alone.")
    if rolled.goes_on:
        output.report(f"  These acts reach into the new window and go on: {', '.join(rolled.goes_on)}")
    if rolled.reopened:
        output.report(f"  To be approved again, for twelve months will have passed: {', '.join(rolled.reopened)}")
    if rolled.retests:
        output.report(f"  {counted(rolled.retests, 'exception')} to be shown again as mended.")
    output.report(f"To undo it: soc2desk roll-forward {told.kept.folder.parents[1].name} --back {told.kept.name}")
