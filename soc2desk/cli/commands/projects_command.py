"""List the projects of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.home import ProjectCard
    from soc2desk.app.sending import Origin
    from soc2desk.cli.output import Output

SHOWN = ("all", "not_started", "in_progress", "complete", "overdue", "needs_attention", "archived")
ORDERS = ("name", "changed", "next")
_SEARCH = "only projects in whose name, company or tags each of these words stands"
_STATE = "only projects of this state; archived ones are listed with archived alone"
_SORT = "by name, the one changed last first, or what is due next first"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_json(command)
    command.add_argument("--search", metavar="WORDS", default="", help=_SEARCH)
    command.add_argument("--tag", metavar="TAG", default="", help="only projects with this tag")
    command.add_argument("--state", choices=SHOWN, default="all", help=_STATE)
    command.add_argument("--sort", choices=ORDERS, default="name", help=_SORT)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print one line a project; one that cannot be read stands there with its problem."""
    from soc2desk.app.shelf import Order, Shown, Wanted, listed
    from soc2desk.app.whereabouts import place_notes

    desk = desk_of(args)
    wanted = Wanted(args.search, args.tag, Shown(args.state))
    found = listed(desk, wanted, Order(args.sort), decided=output.as_json)
    if output.as_json:
        output.json([_data(one) for one in found])
        return 0
    for one in found:
        output.say(_line(one))
        for note in place_notes(one.folder):
            output.note(f"  {note}")
    if not found:
        is_all = wanted == Wanted()
        nothing = f"No projects in {desk.workspace} yet. Start one: soc2desk new NAME"
        output.note(nothing if is_all else "No project fits.")
    return 0


def _line(one: ProjectCard) -> str:
    from soc2desk.app.sending import origin_of
    from soc2desk.domain.own_controls import one_line

    came = origin_of(one.folder)
    due = one.due
    said = (
        # A name with a line end in it would look like another project.
        f"{one.folder.name}  {one_line(one.company or one.name)}",
        f"[{', '.join(one.filing.tags)}]" if one.filing.tags else "",
        f"{due.due.isoformat() if due.due else 'now'} {one_line(due.title)}" if due else "",
        f"(from {came.file}, taken in on {came.taken_in_on.isoformat()})" if came else "",
        f"({one.problem.message})" if one.problem else "",
    )
    return "  ".join(filter(None, said))


def _data(one: ProjectCard) -> dict[str, object]:
    from soc2desk.app.sending import origin_of
    from soc2desk.app.whereabouts import place_notes

    due = {"title": one.due.title, "state": one.due.state.value, "day": one.due.due} if one.due else None
    return {
        "id": one.folder.name, "name": one.name, "company": one.company, "folder": str(one.folder),
        "problem": one.problem.message if one.problem else None, "from": _origin(origin_of(one.folder)),
        "notes": place_notes(one.folder), "tags": one.filing.tags, "archived": one.filing.archived,
        "state": one.state.value, "changed_on": one.changed_on, "due": due,
    }  # fmt: skip


def _origin(came: Origin | None) -> dict[str, str] | None:
    if came is None:
        return None
    return {
        "file": came.file, "sha256": came.digest,
        "made_on": came.made_on.isoformat(), "taken_in_on": came.taken_in_on.isoformat(),
    }  # fmt: skip
