"""Record that a person approves the present text of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("documents", metavar="DOCUMENT", nargs="*", help="for example POL-IRP; none for all")
    command.set_defaults(several="documents")
    command.add_argument("--by", metavar="PERSON", required=True, help="who approves: an id or a full name")


def run(args: argparse.Namespace, output: Output) -> int:
    """Record the approvals with today's date. It is a recorded approval, not an electronic signature."""
    from soc2desk.app.transfer import approve

    for approval in approve(desk_of(args), args.project, args.documents, args.by):
        output.report(f"{approval.id}  recorded approval by {approval.by} on {approval.on.isoformat()}")
    return 0
