"""Arguments that several commands share, and how their text becomes values."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk


def day(text: str) -> date:
    """Return a date written as 2027-01-31."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2027-01-31") from error


def words(text: str) -> tuple[str, ...]:
    """Return a comma-separated list."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def add_json(command: argparse.ArgumentParser) -> None:
    """Let a program read the result."""
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def add_source(command: argparse.ArgumentParser) -> None:
    """Ask for a project or an answers file."""
    command.add_argument("source", metavar="PROJECT|answers.yaml", help="a project of the workspace, or an answers file")


def desk_of(args: argparse.Namespace) -> Desk:
    """Return the desk a command works at."""
    from soc2desk.app.desk import open_desk

    workspace = Path(args.workspace) if args.workspace else None
    pack = Path(args.pack) if getattr(args, "pack", None) else None
    return open_desk(workspace, pack)
