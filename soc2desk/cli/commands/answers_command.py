"""Print an answers file: blank, of a sample, or of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    which = command.add_mutually_exclusive_group()
    which.add_argument("--sample", metavar="ID", help="the answers of a shipped sample")
    which.add_argument("--project", metavar="NAME", help="the answers of a project of the workspace")
    which.add_argument("--list", action="store_true", help="the ids of the samples, one a line")


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the file; without options a blank one with a comment for each question."""
    from soc2desk.app.transfer import answers_text

    desk = desk_of(args)
    if args.list:
        for sample in desk.samples():
            output.say(sample)
        return 0
    output.raw(answers_text(desk, sample=args.sample, project=args.project))
    return 0
