"""Print the papers of a lesson, or prepare a folder for a class that starts from a memory stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.lessons import LESSONS

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

_IDS = tuple(lesson.id for lesson in LESSONS)


def add(command: argparse.ArgumentParser) -> None:
    """Add what can be done and its options."""
    acts = command.add_subparsers(dest="act", metavar="act", required=True, help="what to do")
    add_json(acts.add_parser("list", help="the lessons, how long they take and which papers they have"))
    printing = acts.add_parser("print", help="plan, workbook, key and boards of a lesson, in a new folder")
    printing.add_argument("lesson", choices=_IDS, help="which lesson")
    printing.add_argument(
        "--out", metavar="DIR", required=True, help="a folder that does not exist yet, or an empty one"
    )
    preparing = acts.add_parser("prepare", help="a folder with papers, practice copies and a start, for a stick")
    preparing.add_argument("folder", metavar="DIR", help="a folder that does not exist yet, or an empty one")
    preparing.add_argument("--lesson", choices=_IDS, default=_IDS[0], help=f"which lesson (default: {_IDS[0]})")


def run(args: argparse.Namespace, output: Output) -> int:
    """Do what was asked."""
    if args.act == "list":
        return _list(args, output)
    from soc2desk.app.lessons import prepare_lesson, print_lesson, said_missing

    desk = desk_of(args)
    if args.act == "print":
        made = output.follow(print_lesson(desk, args.lesson, Path(args.out)), "Printing the lesson")
        output.report(f"The papers lie in {made}. What is for the instructor has a folder of its own.")
        return 0
    made = output.follow(prepare_lesson(desk, args.lesson, Path(args.folder)), "Preparing the lesson")
    begin = desk.catalogue.phrases["lesson.first.name"]
    output.report(f"The lesson lies in {made}. {begin} tells what is for whom.")
    output.report(said_missing(desk, made))
    return 0


def _list(args: argparse.Namespace, output: Output) -> int:
    titles = {one.id: one.title for one in desk_of(args).catalogue.lessons}
    if output.as_json:
        rows = [
            {"id": one.id, "minutes": one.minutes, "papers": {kind.value: titles[id_] for kind, id_ in one.papers}}
            for one in LESSONS
        ]
        output.json({"lessons": rows})
        return 0
    for one in LESSONS:
        output.say(f"{one.id}: {one.minutes} minutes")
        for _, id_ in one.papers:
            output.say(f"  {titles[id_]}")
    return 0
