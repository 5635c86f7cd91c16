"""Open the window, with a project when one is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.desk import Desk
    from soc2desk.cli.output import Output

PROJECT_FILE = "project.json"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    help_text = "a project of the workspace, or the folder of one anywhere"
    command.add_argument("project", metavar="PROJECT", nargs="?", default="", help=help_text)


def run(args: argparse.Namespace, _output: Output) -> int:
    """Show the window until it is closed. Raises UsageProblem on a machine without a display."""
    from soc2desk.app.first_sight import first_sight

    sight = first_sight(Path(args.workspace) if args.workspace else None)
    code: int = args.window()(sight, _folder(sight.desk, args.project) if args.project else None)
    return code


def _folder(desk: Desk, named: str) -> Path:
    from soc2desk.app.transfer import project_folder

    path = Path(named).expanduser()
    if path.name == PROJECT_FILE:
        path = path.parent
    return path.resolve() if (path / PROJECT_FILE).is_file() else project_folder(desk, named)
