"""Mark the work of a class against its key: a table, and a page for each student."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.class_work import ClassMarked
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("key", metavar="KEY", help="the key of the class, made with soc2desk exercise key")
    command.add_argument("folder", metavar="FOLDER", help="what the students handed in: folders, .soc2desk, notebooks")
    command.add_argument("--out", metavar="DIR", required=True, help="a new folder for the table and the pages")
    command.add_argument("--formats", metavar="LIST", default="pdf", help="of the pages: pdf, docx, html; usual: pdf")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Mark, write, and show the table. Work that cannot be read is a row that says why; the code is then 1."""
    from soc2desk.app.class_work import class_key, mark_class
    from soc2desk.app.marking_papers import check_wishes, write_papers

    desk, out, folder = desk_of(args), Path(args.out).expanduser(), Path(args.folder).expanduser()
    formats = tuple(dict.fromkeys(one.strip() for one in args.formats.split(",") if one.strip()))
    check_wishes(out, formats, folder)
    key = class_key(Path(args.key).expanduser())
    found = output.follow(mark_class(desk, key, folder), "Marking")
    output.follow(write_papers(desk, found, out, formats), "Writing")
    _say(found, out, output, desk.catalogue.phrases)
    return 1 if any(row.problem for row in found.students) else 0


def _say(found: ClassMarked, out: Path, output: Output, phrases: dict[str, str]) -> None:
    rows = []
    for row in found.students:
        marked = row.marked
        doubts = [phrases[f"marking.doubt.{key}"].format(words=words) for key, words in row.doubts]
        counts = (len(marked.found), len(marked.missed), len(marked.alarms)) if marked else (0, 0, 0)
        rows.append({
            "student": row.student, "file": row.file, "variant": row.variant, "found": counts[0], "missed": counts[1],
            "false_alarms": counts[2], "notes": doubts, "problem": row.problem.message if row.problem else "",
        })  # fmt: skip
    if output.as_json:
        output.json({"out": str(out), "exercise": found.key.exercise, "students": rows})
        return
    for one in rows:
        told = (
            f"not marked: {one['problem']}"
            if one["problem"]
            else f"found {one['found']:2}  missed {one['missed']:2}  false alarms {one['false_alarms']:2}"
        )
        output.say("  ".join([f"{one['student'] or one['file']:28}", told, *map(str, doubts_of(one))]).rstrip())
    output.report(f"Table and pages: {out}")


def doubts_of(row: dict[str, object]) -> list[str]:
    """Return what should be looked at in one row."""
    notes = row["notes"]
    return list(notes) if isinstance(notes, list) else []
