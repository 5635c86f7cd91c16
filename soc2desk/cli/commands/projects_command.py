"""List the projects of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.sending import Origin
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print one line a project; one that cannot be read stands there with its problem."""
    from soc2desk.app.sending import origin_of
    from soc2desk.app.transfer import list_projects
    from soc2desk.app.whereabouts import place_notes
    from soc2desk.domain.own_controls import one_line

    desk = desk_of(args)
    found = list_projects(desk)
    if output.as_json:
        output.json(
            [
                {"id": one.folder.name, "name": one.name, "company": one.company, "folder": str(one.folder),
                 "problem": one.problem.message if one.problem else None, "from": _origin(origin_of(one.folder)),
                 "notes": place_notes(one.folder)}
                for one in found
            ]
        )  # fmt: skip
        return 0
    for one in found:
        problem = f"  ({one.problem.message})" if one.problem else ""
        came = origin_of(one.folder)
        origin = f"  (from {came.file}, taken in on {came.taken_in_on.isoformat()})" if came else ""
        # A name with a line end in it would look like another project.
        output.say(f"{one.folder.name}  {one_line(one.company or one.name)}{origin}{problem}")
        for note in place_notes(one.folder):
            output.note(f"  {note}")
    if not found:
        output.note(f"No projects in {desk.workspace} yet. Start one: soc2desk new NAME")
    return 0


def _origin(came: Origin | None) -> dict[str, str] | None:
    if came is None:
        return None
    return {
        "file": came.file, "sha256": came.digest,
        "made_on": came.made_on.isoformat(), "taken_in_on": came.taken_in_on.isoformat(),
    }  # fmt: skip
