"""Create a project in the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("name", metavar="NAME", help="what the project is called, for example the client")
    origin = command.add_mutually_exclusive_group()
    origin.add_argument("--from", metavar="FILE", dest="answers", help="take the answers of a file")
    origin.add_argument("--sample", metavar="ID", help="take the answers of a sample")


def run(args: argparse.Namespace, output: Output) -> int:
    """Create it and say where it is."""
    from soc2desk.app.transfer import new_project

    answers = Path(args.answers) if args.answers else None
    folder = new_project(desk_of(args), args.name, answers=answers, sample=args.sample)
    output.report(str(folder))
    output.note(f"Next: soc2desk check {folder.name}")
    return 0
