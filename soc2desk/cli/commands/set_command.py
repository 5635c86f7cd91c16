"""Change answers and rows of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.domain.control_states import is_named
from soc2desk.domain.problems import UsageProblem
from soc2desk.domain.project import State

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from soc2desk.cli.output import Output
    from soc2desk.domain.project import Project

_UNNAMED = (
    "Nobody who works here is named for {control}, so it counts as not confirmed. Name who says so: "
    "control_states.{control}.confirmed_by=PERSON"
)


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
    stored = change(desk_of(args), args.project, pairs)
    output.note(f"Saved {len(pairs)} change{'s' if len(pairs) > 1 else ''}.")
    for control in _unnamed(stored.project, pairs):
        output.note(_UNNAMED.format(control=control))
    return 0


def _unnamed(project: Project, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the controls and families whose state was set without a person who says so."""
    steps = (name.split(".") for name, _ in pairs)
    said = dict.fromkeys(where[1] for where in steps if where[0] == "control_states" and len(where) > 1)
    entries = (project.state_entry.get(id_) for id_ in said)
    return tuple(
        one.id for one in entries if one and one.state is not State.NOT_CONFIRMED and not is_named(one, project)
    )


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageProblem(f"{text[:60]!r} is no change.", hint="Write id=value, for example rto_hours=8.")
    return name.strip(), value
