"""Begin a firm's own pack, and show what one changes and what changed as shipped since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.word_changes import Fate

if TYPE_CHECKING:
    import argparse
    from argparse import _SubParsersAction

    from soc2desk.app.own_pack import Look, PackLook
    from soc2desk.app.pack_lines import ChangedLines
    from soc2desk.cli.output import Output

TO_DECIDE = 1
_SHOWN_IDS = 12
_STATES = {
    "own": "own file, nothing of this place is shipped",
    "same": "as shipped",
    "mine": "changed by you",
    "behind": "not changed by you; the shipped one changed since",
    "both": "changed by you, and the shipped one changed since",
    "unknown": "replaces the shipped one; nothing says what it was copied from",
    "gone": "shipped no more",
}
_COMPARED = {
    "mine": "what you changed",
    "shipped": "what changed as shipped",
    "beside": "yours beside the shipped one",
}
_PLACE = "a file by its place in the pack, or a document by its id"


def add_begin(acts: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the act that begins a pack."""
    told = "copy what you want to change into a folder"
    begin = acts.add_parser("new-pack", help=told, description="Begin a folder of own templates.")
    begin.add_argument("dir", metavar="DIR", help="a new folder, or a pack that was begun before")
    add_named(begin, "--document", "ID", "a document to copy, for example POL-ACP")
    add_named(begin, "--words", "NAME", "a file of words to copy, for example controls")
    add_named(begin, "--file", "PLACE", "another file to copy, for example resources/controls/acc.yaml")


def add_look(acts: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the act that shows a pack."""
    told = "show what a pack changes, and what changed as shipped since"
    look = acts.add_parser("pack", help=told, description="Look at a folder of own templates.")
    look.add_argument("dir", metavar="DIR", help="the folder")
    look.add_argument("--words", action="store_true", help="show every change word by word")
    add_named(look, "--take-new", "FILE", f"take the shipped text and keep yours aside: {_PLACE}")
    add_named(look, "--keep-mine", "FILE", f"keep yours and note that the shipped one was seen: {_PLACE}")
    add_json(look)


def add_named(command: argparse.ArgumentParser, name: str, metavar: str, told: str) -> None:
    """Add an option that takes several names, and may be given several times."""
    command.add_argument(name, metavar=metavar, nargs="+", action="extend", default=[], help=told)


def begin(args: argparse.Namespace, output: Output) -> int:
    """Begin a pack, and say what was copied."""
    from soc2desk.app.own_pack import Wanted, begin_pack

    wanted = Wanted(tuple(args.document), tuple(args.words), tuple(args.file))
    for place in begin_pack(desk_of(args).catalogue, Path(args.dir).absolute(), wanted):
        output.report(place)
    output.note(f"Change these files; then: soc2desk content check --pack {args.dir}")
    return 0


def look(args: argparse.Namespace, output: Output) -> int:
    """Show a pack after what was asked was done; exit 1 when something shipped changed that nobody decided on."""
    from soc2desk.app.own_pack import keep_mine, look_at_pack, take_new

    pack = Path(args.dir).absolute()
    if args.take_new or args.keep_mine:
        kept = take_new(pack, args.take_new)
        keep_mine(pack, args.keep_mine)
        for place in kept:
            output.note(f"Your text is kept in {pack / place}.")
    found = look_at_pack(pack)
    if output.as_json:
        output.json(_as_data(found))
    else:
        _say(found, output, words=args.words)
    return TO_DECIDE if found.to_decide else 0


def _say(found: PackLook, output: Output, *, words: bool) -> None:
    for version in found.newer:
        output.say(f"Some of it was copied from soc2desk {version}, which is newer than this program: update it first.")
    for version in found.older:
        output.say(f"Some of it was copied from soc2desk {version}, which is older than this program.")
    for one in found.files:
        _say_file(one, output, words=words)
    for place in found.taken_out:
        output.say(f"{place}\n  taken out of the pack; the shipped one is used")
    states = [str(one.file.state) for one in found.files]
    changed = sum(state in {"mine", "both", "unknown"} for state in states)
    output.say(f"{len(states)} files, {changed} changed by you, {len(found.to_decide)} to decide on.")
    if found.to_decide:
        output.say("Take the shipped text with --take-new FILE, or keep yours with --keep-mine FILE.")


def _say_file(one: Look, output: Output, *, words: bool) -> None:
    file = one.file
    named = f"{file.place} ({one.document})" if one.document else file.place
    output.say(f"{named}\n  {_STATES[file.state]}" + (f"; copied from {file.program}" if file.program else ""))
    if file.then_differs:
        output.say("  the original that is kept is not the text that was copied, so it is not compared with")
    for told, ids in _changes(one).items():
        more = f" and {len(ids) - _SHOWN_IDS} more" if len(ids) > _SHOWN_IDS else ""
        output.say(f"  {told}: {', '.join(ids[:_SHOWN_IDS])}{more}")
    if words:
        from soc2desk.app.pack_lines import compared

        for kind, lines in compared(file):
            output.say(f"  {_COMPARED[kind]}:")
            for line in lines:
                output.say(f"    line {line.line}: {_marked(line)}")


def _changes(one: Look) -> dict[str, tuple[str, ...]]:
    told = {"changes": one.changes.changed, "adds": one.changes.added, "leaves out": one.changes.left_out}
    return {what: ids for what, ids in told.items() if ids}


def _marked(line: ChangedLines) -> str:
    signs = {Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
    marked = (signs.get(one.fate, ("", ""))[0] + one.text + signs.get(one.fate, ("", ""))[1] for one in line.stretches)
    return "".join(marked).replace("\n", "\n      ")


def _as_data(found: PackLook) -> dict[str, object]:
    files = [
        {
            "place": one.file.place,
            "document": one.document,
            "state": str(one.file.state),
            "copied_from": one.file.program,
            "original_differs": one.file.then_differs,
            "changes": one.changes.changed,
            "adds": one.changes.added,
            "leaves_out": one.changes.left_out,
        }
        for one in found.files
    ]
    return {"files": files, "taken_out": found.taken_out, "newer": found.newer, "older": found.older}
