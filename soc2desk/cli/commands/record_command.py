"""Keep records of what was done: list what is owed, enter, change, and read back from a filled-in workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.record_book import Entry
    from soc2desk.cli.output import Output
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord

TOLD = 1
_FILLING = {
    "not_started": "not started", "incomplete": "incomplete", "complete": "complete", "elsewhere": "shown by evidence",
}  # fmt: skip
_ACT = (
    "list what is owed and kept, show one record with what it lacks, add TYPE field=value, change RECORD field=value, "
    "print the blank workbook of TYPE to FILE.xlsx, read FILE.xlsx back, or remove RECORD"
)


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("act", choices=tuple(_ACTS), help=_ACT)
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    help_text = "a type, a record or a file, then field=value; lines+={user: ana, decision: keep} adds a line"
    command.add_argument("words", metavar="WORD", nargs="*", help=help_text)
    command.set_defaults(several="words")
    command.add_argument("--type", metavar="TYPE", default="", help="list: this type of record only")
    help_text = "list: this occurrence only; add: what the record is made for, such as ACC-07/2026-Q3"
    command.add_argument("--occurrence", metavar="ID", default="", help=help_text)
    command.add_argument("--incomplete", action="store_true", help="list: only what is not complete")
    command.add_argument("--by", metavar="PERSON", default="", help="who enters it: an id or a full name")
    command.add_argument("--from", metavar="FILE", dest="file", help="add or change: values from a YAML file")
    command.add_argument("--dry-run", action="store_true", help="read: print what would be taken, and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one of the acts. The days of entering and changing are today's: no option sets them."""
    return _ACTS[args.act](args, output)


def _list(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_book import RecordBook
    from soc2desk.app.record_desk import engaged
    from soc2desk.app.record_entering import known_layout

    engagement = engaged(desk_of(args), args.project)
    layouts = [known_layout(engagement, args.type)] if args.type else engagement.catalogue.records
    book = RecordBook()
    found = [one for layout in layouts for one in book.entries(layout, engagement) if _is_wanted(one, args)]
    if output.as_json:
        output.json([_as_json(one) for one in found])
        return 0
    for layout in layouts:
        lines = [one for one in found if one.layout is layout]
        if lines:
            output.say(f"{layout.id}  {layout.title}")
        for one in lines:
            output.say(f"  {_line(one, engagement)}")
    if not found:
        output.note("Nothing is owed or kept here.")
    return 0


def _is_wanted(one: Entry, args: argparse.Namespace) -> bool:
    return (not args.occurrence or args.occurrence in one.serves) and not (
        args.incomplete and one.filling in {"complete", "elsewhere"}
    )


def _line(one: Entry, engagement: Engagement) -> str:
    parts = [
        one.record.id if one.record else "",
        one.occurrence,
        f"due {one.due.isoformat()}" if one.due else "",
        engagement.person_name(one.owner),
        _FILLING[one.filling] + (f" ({len(one.lacks)})" if one.lacks else ""),
        f"entered {one.days_late} days later" if one.days_late else "",
    ]
    return "  ".join(filter(None, parts))


def _as_json(one: Entry) -> dict[str, object]:
    return {
        "type": one.layout.id,
        "occurrence": one.occurrence,
        "also": list(one.also),
        "due": one.due.isoformat() if one.due else None,
        "owner": one.owner,
        "state": str(one.filling),
        "record": one.record.id if one.record else None,
        "lacks": [{"field": lack.field, "line": lack.line, "message": lack.message} for lack in one.lacks],
        "days_late": one.days_late,
    }


def _show(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_desk import engaged
    from soc2desk.app.record_entering import known_record

    engagement = engaged(desk_of(args), args.project)
    _say_record(known_record(engagement.project, _first(args, "RECORD")), engagement, output)
    return 0


def _say_record(record: KeptRecord, engagement: Engagement, output: Output) -> None:
    from soc2desk.app.record_saying import said_record

    shown = said_record(record, engagement)
    if output.as_json:
        output.json(shown.as_json)
        return
    for line in shown.lines:
        output.say(line)


def _add(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_desk import add_record

    type_, pairs = _first(args, "TYPE"), _pairs(args.words[1:])
    file = Path(args.file) if args.file else None
    made = add_record(desk_of(args), args.project, type_, pairs, occurrence=args.occurrence, by=args.by, file=file)
    _say_record(*made, output)
    return 0


def _change(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_desk import change_record

    file = Path(args.file) if args.file else None
    made = change_record(
        desk_of(args), args.project, _first(args, "RECORD"), _pairs(args.words[1:]), by=args.by, file=file
    )
    _say_record(*made, output)
    return 0


def _print(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_printing import print_workbook

    type_, desk = _first(args, "TYPE FILE.xlsx"), desk_of(args)
    if len(args.words) < 2:  # noqa: PLR2004 - a type and a file
        raise UsageProblem(
            "FILE.xlsx is missing.", hint=f"Write soc2desk record print {args.project} {type_} FILE.xlsx."
        )
    file = Path(args.words[1])
    print_workbook(desk, desk.source(args.project), type_, file)
    output.report(str(file))
    return 0


def _read(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_desk import read_records
    from soc2desk.app.record_saying import said_read

    file = Path(_first(args, "FILE.xlsx"))
    found = read_records(desk_of(args), args.project, file, by=args.by, dry_run=args.dry_run)
    if output.as_json:
        output.json(
            {
                "taken": [{"record": one.record.id, "what": str(one.what), "row": one.row} for one in found.taken],
                "told": [{"where": one.where, "message": one.message, "taken": one.taken} for one in found.told],
            }
        )
    else:
        for line in said_read(found, dry_run=args.dry_run):
            output.say(line)
    return TOLD if found.told else 0


def _remove(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.record_desk import remove_record

    record = remove_record(desk_of(args), args.project, _first(args, "RECORD"))
    output.report(f"Removed {record.id}.")
    return 0


def _first(args: argparse.Namespace, what: str) -> str:
    if not args.words:
        raise UsageProblem(f"{what} is missing.", hint=f"Write soc2desk record {args.act} {args.project} {what}.")
    word: str = args.words[0]
    return word


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    found = [word.partition("=") for word in words]
    wrong = next((word for word, parts in zip(words, found, strict=True) if not parts[1] or not parts[0].strip()), None)
    if wrong is not None:
        raise UsageProblem(f"{wrong[:60]!r} is no value.", hint="Write field=value, for example system=CRM.")
    return [(name.strip(), text) for name, _, text in found]


_ACTS = {
    "list": _list, "show": _show, "add": _add, "change": _change, "print": _print, "read": _read, "remove": _remove,
}  # fmt: skip
