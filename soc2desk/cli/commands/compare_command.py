"""Compare two states of an engagement: what changed by document, clause, control, owner, evidence and answer."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from soc2desk.cli.output import Output
    from soc2desk.domain.changes import Change, Comparison
    from soc2desk.domain.word_changes import Stretch

DIFFERS = 1
LONGEST, MARKED, AROUND = 400, 160, 6
"""Characters of a change, and of a part of it, and the words around it that are printed; JSON holds all."""
_SIDE = "a packet (folder or ZIP), a project, an answers file or a back-up of a project"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("old", metavar="OLD", help=f"the earlier state: {_SIDE}")
    command.add_argument("new", metavar="NEW", help="the later state, given in the same ways")
    help_text = "write a change letter and a redline of each changed document into a new folder there"
    command.add_argument("--out", metavar="DIR", help=help_text)
    command.add_argument("--to", metavar="NAME", default="", help="to whom the change letter goes")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Exit 0 when both say the same, 1 with a list of what changed."""
    from soc2desk.app.change_papers import write_change_papers
    from soc2desk.app.comparing import change_notes, compare_places

    desk = desk_of(args)
    found, phrases = compare_places(desk, args.old, args.new), desk.catalogue.phrases
    notes = change_notes(found, phrases)
    if output.as_json:
        output.json({"same": not found.changes, "notes": notes, "changes": [_as_data(one) for one in found.changes]})
    else:
        for note in notes:
            output.note(note)
        _print(found, phrases, output)
    if args.out:
        target = output.follow(write_change_papers(found, phrases, Path(args.out), args.to), "Writing")
        if not output.as_json:
            output.report(f"Written: {target}. The letter is a draft until a person signs it.")
    return DIFFERS if found.changes else 0


def _as_data(one: Change) -> dict[str, str]:
    names = ("subject", "how", "id", "name", "document", "before", "after", "place_before", "place_after")
    return {name: str(getattr(one, name)) for name in names}


def _print(found: Comparison, phrases: Mapping[str, str], output: Output) -> None:
    for subject, group in groupby(found.changes, key=lambda one: one.subject):
        output.say(phrases[f"changes.subject.{subject}"])
        for one in group:
            output.say(f"  {phrases[f'changes.how.{one.how}'].lower():10}  {one.id}  {_told(one)}".rstrip())
    if not found.changes:
        output.report("Both say the same.")


def _told(one: Change) -> str:
    if one.place_before and one.place_after and one.before == one.after:
        return f"{one.place_before} -> {one.place_after}"
    if one.before and one.after:
        return _cut(" ".join(map(_marked, one.words)), LONGEST)
    return _cut(one.after or one.before or one.name, LONGEST)


def _marked(stretch: Stretch) -> str:
    """Return words as they are printed: [-gone-], {+new+}, and the ends of what stayed."""
    match stretch.fate.value:
        case "removed":
            return f"[-{_cut(stretch.text, MARKED)}-]"
        case "added":
            return f"{{+{_cut(stretch.text, MARKED)}+}}"
        case _:
            words = stretch.text.split()
            return " ".join(words if len(words) <= AROUND else (*words[:2], "...", *words[-3:]))


def _cut(words: str, most: int) -> str:
    """Return words on one line; what cannot be printed could paint the terminal."""
    line = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    return line if len(line) <= most else f"{line[:most]} ..."
