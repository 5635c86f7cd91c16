"""Change answers and rows of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument(
        "changes",
        metavar="id=value",
        nargs="+",
        help="access_review_period=quarterly, people.dana-whitfield.end=2027-01-31, control_states.ACC-07=in_place; "
        "an empty value takes the answer away",
    )
    command.set_defaults(several="changes")


def run(args: argparse.Namespace, output: Output) -> int:
    """Change all of them in one write, or none."""
    from soc2desk.app.transfer import change

    pairs = [_pair(text) for text in args.changes]
    change(desk_of(args), args.project, pairs)
    output.note(f"Saved {len(pairs)} change{'s' if len(pairs) > 1 else ''}.")
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageProblem(f"{text[:60]!r} is no change.", hint="Write id=value, for example rto_hours=8.")
    return name.strip(), value
