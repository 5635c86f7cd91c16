"""Sit in the auditor's chair, for practice: take up requests, draw samples, note exceptions, hand them in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.chair import ChairBook, Deviation, Outcome

if TYPE_CHECKING:
    from soc2desk.app.chair_case import Case
    from soc2desk.app.desk import Desk
    from soc2desk.cli.output import Output

PRACTICE = "Practice only: no result of an auditor, and no opinion."
_SOURCE = "a practice copy of the workspace, or the folder or ZIP of a packet"
_SAID = {
    Outcome.OPEN: "taken up", Outcome.TESTED: "tested", Outcome.CLEAN: "no exception noted",
    Outcome.NOT_TESTED: "not tested",
}  # fmt: skip
_MOST_LINES = 40


def add(command: argparse.ArgumentParser) -> None:
    """Add what can be done and its options."""
    acts = command.add_subparsers(dest="act", metavar="act", required=True, help="what to do")
    show = _act(acts, "show", "the requests and files there are, or the lines of one file")
    show.add_argument("file", metavar="FILE", nargs="?", default="", help="a list whose lines are shown")
    add_json(show)
    take = _act(acts, "take", "take up a request, or say what became of it")
    take.add_argument("request", metavar="REQUEST", help="a request such as ER-054")
    take.add_argument(
        "--as", dest="tested", choices=tuple(Outcome), default=Outcome.OPEN.value, help="what became of it"
    )
    take.add_argument("--why", metavar="WORDS", default="", help="why it was chosen, or why it was not tested")
    _sample(_act(acts, "sample", "draw a practice sample from a list"))
    _note(_act(acts, "note", "note an exception"))
    listed = _act(acts, "list", "what was taken up, drawn and noted so far")
    add_json(listed)
    remove = _act(acts, "remove", "take a sample or an exception out")
    remove.add_argument("id", metavar="NUMBER", help="its number in the list")
    _act(acts, "undo", "take the last step back; again brings it back")
    handed = _act(acts, "hand-in", "write the notebook that is handed in")
    handed.add_argument("--out", metavar="FILE", required=True, help="a new file that ends with .json")


def _act(acts: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str) -> argparse.ArgumentParser:
    one = acts.add_parser(name, help=told, description=f"{told[:1].upper()}{told[1:]}. {PRACTICE}")
    one.add_argument("source", metavar="SOURCE", help=_SOURCE)
    help_text = "who sits in the chair, where several look at one packet"
    one.add_argument("--student", metavar="NAME", default="", help=help_text)
    return one


def _sample(one: argparse.ArgumentParser) -> None:
    one.add_argument("request", metavar="REQUEST", help="the request that it is drawn for")
    one.add_argument("file", metavar="FILE", help="the list it is drawn from")
    one.add_argument("--count", metavar="N", type=_number, default=0, help="how many items")
    one.add_argument("--seed", metavar="WORD", default="", help="a word; the same one draws the same items")
    help_text = "items by hand, counted from 1 below the headings: 3,14,15"
    one.add_argument("--items", metavar="LIST", type=_numbers, default=(), help=help_text)
    one.add_argument("--why", metavar="WORDS", default="", help="why it has this size")


def _note(one: argparse.ArgumentParser) -> None:
    help_texts = {
        "request": "the request under which it was found", "control": "the control, such as ACC-08",
        "criterion": "the criterion, such as CC6.2", "finding": "the kind of fault, by its rule, such as FD-60",
        "file": "the file that shows it", "item": "what the line is about: a login, a number of a change",
        "expected": "what you expected", "found": "what you found", "words": "anything else, in your own words",
        "change": "the number of an exception that this one replaces",
    }  # fmt: skip
    for name, told in help_texts.items():
        one.add_argument(f"--{name}", metavar=name.upper(), default="", help=told)
    one.add_argument("--line", metavar="N", type=_number, default=0, help="the line of the file, as show says it")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 8):  # noqa: PLR2004 - digits
        raise argparse.ArgumentTypeError(f"{text!r} is no number")
    return int(text)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(_number(part.strip()) for part in text.split(",") if part.strip())


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act in the chair."""
    from soc2desk.app import chair_desk
    from soc2desk.app.chair_case import open_case

    desk = desk_of(args)
    case = open_case(desk, args.source, args.student)
    match args.act:
        case "show":
            _show(args, case, output)
        case "list":
            _list(case, chair_desk.book_of(case), output)
        case "undo":
            _list(case, chair_desk.undo(case), output)
        case "remove":
            _list(case, chair_desk.remove(case, args.id), output)
        case "take":
            chair_desk.take_up(case, args.request, Outcome(args.tested), args.why)
            output.report(f"{args.request}: {_SAID[Outcome(args.tested)]}")
        case "hand-in":
            output.report(str(chair_desk.hand_in(case, Path(args.out).expanduser())))
        case _:
            _enter(args, desk, case, output)
    output.note(PRACTICE)
    return 0


def _enter(args: argparse.Namespace, desk: Desk, case: Case, output: Output) -> None:
    from soc2desk.app import chair_desk

    if args.act == "sample":
        wanted = chair_desk.Wanted(args.request, args.file, args.why, args.count, args.seed, args.items)
        made = chair_desk.draw(desk, case, wanted)
        output.report(f"Sample {made.id}: items {', '.join(map(str, made.items))} of {made.total}")
        return
    row = Deviation(
        args.change, chair_desk.place_of(args.file, args.item, args.line), args.finding, args.control, args.criterion,
        args.request, args.expected, args.found, args.words,
    )  # fmt: skip
    output.report(f"Exception {chair_desk.note(desk, case, row).id}")


def _show(args: argparse.Namespace, case: Case, output: Output) -> None:
    from soc2desk.app.chair_case import read_list

    if args.file:
        listed = read_list(case, args.file)
        if output.as_json:
            output.json(
                {"headings": listed.headings, "rows": listed.rows, "lines": listed.lines, "total": listed.total}
            )
            return
        # A sample counts items, a note names the line of the file: with both here, neither is taken for the other.
        output.say(f"item  line  {' | '.join(listed.headings)}")
        for number, (line, row) in enumerate(zip(listed.lines, listed.rows[:_MOST_LINES], strict=False), 1):
            output.say(f"{number:4}  {line:4}  {' | '.join(row)}")
        if listed.total > _MOST_LINES:
            output.note(f"{listed.total - _MOST_LINES} more lines.")
        return
    if output.as_json:
        requests = [{"id": one.id, "asked": one.words, "controls": one.controls} for one in case.requests]
        output.json({"title": case.title, "requests": requests, "files": case.files, "lists": case.lists})
        return
    output.say(case.title)
    for one in case.requests:
        output.say(f"  {one.id}  {one.words}")
    for name in case.files:
        output.say(f"  {name}" + ("  (a list)" if name in case.lists else ""))


def _list(case: Case, book: ChairBook, output: Output) -> None:
    if output.as_json:
        output.json(
            {
                "requests": [{"id": one.id, "state": one.tested, "why": one.why} for one in book.chosen],
                "samples": [{"id": one.id, "file": one.file, "items": one.items} for one in book.samples],
                "exceptions": [
                    {"id": one.id, "file": one.place.file, "line": one.place.line, "words": one.said}
                    for one in book.deviations
                ],
            }
        )
        return
    for chosen in book.chosen:
        count = book.exceptions_of(chosen.id)
        asked = case.request[chosen.id].words if chosen.id in case.request else ""
        output.say(f"{chosen.id}  {_SAID[chosen.tested]}, {count} exceptions noted  {asked}")
    for drawn in book.samples:
        how = f"seed {drawn.seed}" if drawn.seed else "by hand"
        output.say(f"{drawn.id:>3}  sample of {len(drawn.items)} from {drawn.total}, {how}: {drawn.file}")
    for one in book.deviations:
        line = f"line {one.place.line}" if one.place.line else ""
        where = " ".join(filter(None, (one.request, one.control, one.place.file, line, one.place.item)))
        output.say(f"{one.id:>3}  exception  {where}: {' '.join(one.said.split())}")
