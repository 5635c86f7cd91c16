"""Go back to a kept state of a project, for example because its file is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.domain.problems import UsageProblem, nearest

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.mending import Backup
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="the project's name")
    command.add_argument("--list", action="store_true", help="only list the states that can be gone back to")
    command.add_argument("--state", metavar="FILE", default="", help="the state, as --list names it (else the newest)")


def run(args: argparse.Namespace, output: Output) -> int:
    """Put a kept state in place; what was there is kept."""
    from soc2desk.app.mending import good_states, mend
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    folder = project_folder(desk, args.project)
    states = {one.path.name: one for one in good_states(desk, folder)}
    if args.list:
        for name, one in states.items():
            output.say(f"{name}  {one.on.isoformat()}")
        if not states:
            output.note("No good state of this project is kept here.")
        return 0
    chosen = mend(desk, folder, _named(states, args.state))
    output.say(f"{folder.name} is again as of {chosen.on.isoformat()} ({chosen.path.name}).")
    output.note("The file that was there is kept in the folder backups.")
    return 0


def _named(states: dict[str, Backup], name: str) -> Backup | None:
    if name and name not in states:
        hint = nearest(name, states) or "See soc2desk restore PROJECT --list."
        raise UsageProblem(f'There is no kept state "{name}".', hint=hint)
    return states.get(name)
