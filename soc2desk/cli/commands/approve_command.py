"""Record that a person approves the present text of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import day, desk_on_paper
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("documents", metavar="DOCUMENT", nargs="*", help="for example POL-IRP; none for all")
    command.set_defaults(several="documents")
    command.add_argument("--by", metavar="PERSON", required=True, help="who approves: an id or a full name")
    command.add_argument("--decided-on", metavar="DATE", type=day, help="the day of an earlier real decision")
    command.add_argument("--minutes", metavar="WORDS", default="", help="where that decision is minuted")
    command.add_argument("--entered-by", metavar="PERSON", default="", help="who enters it, where somebody else does")


def run(args: argparse.Namespace, output: Output) -> int:
    """Record the approvals with today's date. It is a recorded approval, not an electronic signature."""
    from soc2desk.app.transfer import Approving, approve

    if bool(args.decided_on) != bool(args.minutes.strip()):
        message = "An earlier decision needs its day and its minutes."
        raise UsageProblem(message, hint='Give both: --decided-on 2026-01-31 --minutes "Board meeting 4, item 2".')
    given = Approving(args.by, args.decided_on, args.minutes, args.entered_by)
    for approval in approve(desk_on_paper(args, args.project), args.project, args.documents, given):
        earlier = f", decided on {approval.decided_on.isoformat()}" if approval.decided_on else ""
        output.report(f"{approval.id}  recorded approval by {approval.by} on {approval.on.isoformat()}{earlier}")
    return 0
