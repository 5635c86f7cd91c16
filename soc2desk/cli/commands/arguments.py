"""Arguments that several commands share, and how their text becomes values."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.answers import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.desk import Desk

MOST_JOBS = 64
"""More processes than any laptop has."""

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?")
_COUNT = re.compile("[0-9]{1,4}")


def day(text: str) -> date:
    """Return a date written as 2027-01-31."""
    try:
        given = date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2027-01-31") from error
    if not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"only the years {FIRST_YEAR} to {LAST_YEAR} are known here, not {given.year}")
    return given


def moment(text: str) -> datetime:
    """Return a day with a time written as 2027-01-31 17:05; a day alone is its midnight."""
    try:
        given = datetime.fromisoformat(text if _MOMENT.fullmatch(text) else "")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment; write it as 2027-01-31 17:05") from error
    day(text[:10])
    return given


def column(text: str) -> tuple[str, str]:
    """Return what a column is for and its heading, written as user="Login name"."""
    kind, equals, heading = text.partition("=")
    if not equals or not kind.strip():
        raise argparse.ArgumentTypeError(f'{text!r} names no column; write it as user="Login name"')
    return kind.strip(), heading.strip()


def columns_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the headings that a person named, by what they are for; none for what is not to be taken."""
    found: dict[str, list[str]] = {}
    for kind, heading in pairs:
        found.setdefault(kind, []).extend([heading] if heading else [])
    return found


def add_columns(command: argparse.ArgumentParser) -> None:
    """Let a person say which column holds what, and how days are written."""
    command.add_argument(
        "--column", metavar="WHAT=HEADING", type=column, action="append", default=[],
        help='a column that was guessed wrong, for example user="Login name"; with nothing after = it is not taken',
    )  # fmt: skip
    told = "the order in days such as 03/04/2027, where the list does not tell"
    command.add_argument("--dates", choices=("day-first", "month-first"), help=told)


def words(text: str) -> tuple[str, ...]:
    """Return a comma-separated list without the words that stand twice."""
    parts = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not parts:
        raise argparse.ArgumentTypeError("the list is empty")
    return parts


def jobs(text: str) -> int:
    """Return a number of processes."""
    if not _COUNT.fullmatch(text) or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 to {MOST_JOBS}")
    return int(text)


def add_jobs(command: argparse.ArgumentParser) -> None:
    """Let a person say how many processes draw."""
    help_text = "processes to draw with (default: one a processor)"
    command.add_argument("--jobs", metavar="N", type=jobs, default=0, help=help_text)


def add_json(command: argparse.ArgumentParser) -> None:
    """Let a program read the result."""
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def add_source(command: argparse.ArgumentParser) -> None:
    """Ask for a project or an answers file."""
    help_text = "a project of the workspace, or an answers file"
    command.add_argument("source", metavar="PROJECT|answers.yaml", help=help_text)


def desk_of(args: argparse.Namespace) -> Desk:
    """Return the desk a command works at."""
    from soc2desk.app.desk import open_desk

    workspace = Path(args.workspace) if args.workspace else None
    pack = Path(args.pack) if getattr(args, "pack", None) else None
    return open_desk(workspace, pack)


def desk_on_paper(args: argparse.Namespace, where: str) -> Desk:
    """Return the desk with the templates of a project's last packet: what is checked and approved is what prints."""
    from soc2desk.app.same_paper import desk_of as desk_of_project

    return desk_of_project(desk_of(args), where)
