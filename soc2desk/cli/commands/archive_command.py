"""Put projects into the archive, or bring them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("projects", metavar="PROJECT", nargs="+", help="projects of the workspace")
    command.add_argument("--back", action="store_true", help="bring them back to the list")
    command.set_defaults(several="projects")


def run(args: argparse.Namespace, output: Output) -> int:
    """File them; nothing is deleted, and each can be opened, built and exported as before."""
    from soc2desk.app.shelf import archive
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    folders = [project_folder(desk, name) for name in args.projects]
    for folder in folders:
        archive(folder, away=not args.back)
    where = "back on the list" if args.back else "in the archive"
    output.note(f"{', '.join(folder.name for folder in folders)}: {where}.")
    return 0
