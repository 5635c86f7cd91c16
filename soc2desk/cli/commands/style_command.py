"""Let the Word documents of a project take type, page, header and footer from a Word file of yours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("file", metavar="FILE.docx", nargs="?", help="a Word document or template of your firm")
    command.add_argument("--remove", action="store_true", help="take the style away; documents look as before")


def run(args: argparse.Namespace, output: Output) -> int:
    """Keep the style, take it away, or say whether there is one."""
    from soc2desk.app.house_style import drop_style_of, has_style, keep_style_of

    if args.remove and args.file:
        raise UsageProblem("A file and --remove cannot stand together.", hint="Give one of them.")
    desk = desk_of(args)
    if args.remove:
        gone = drop_style_of(desk, args.project)
        output.note("The style is taken away." if gone else "There was no style to take away.")
    elif args.file:
        tell_left_out(keep_style_of(desk, args.project, Path(args.file)).left_out, output)
        output.note(f"The style of {Path(args.file).name} is kept; Word documents are made in it from now on.")
    else:
        kept = has_style(desk, args.project)
        output.say("This project keeps a style." if kept else "This project keeps no style.")
    return 0


def tell_left_out(left_out: tuple[str, ...], output: Output) -> None:
    """Say what of a Word file is not used."""
    for one in left_out:
        output.note(f"Left out of the Word file: {one}.")
