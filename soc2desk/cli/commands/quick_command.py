"""Say in five minutes when a report can be there and what it asks for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, day, desk_of, words
from soc2desk.domain.quick_answer import Stand, Wish

if TYPE_CHECKING:
    from soc2desk.app.quick import Quick
    from soc2desk.cli.output import Output
    from soc2desk.domain.quick_answer import Dates

_WISHES = {
    "type-1": Wish.TYPE_1,
    "type-2-3": Wish.TYPE_2_3,
    "type-2-6": Wish.TYPE_2_6,
    "type-2-12": Wish.TYPE_2_12,
    "earliest": Wish.EARLIEST,
}


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    help_text = "the day by which somebody has to have the report"
    command.add_argument("--needed-by", metavar="DATE", type=day, required=True, help=help_text)
    command.add_argument("--people", metavar="N", type=_count, required=True, help="everybody who works there")
    command.add_argument(
        "--state", choices=tuple(Stand), default=Stand.NOTHING.value, help="where the company stands today: nothing "
        "written yet, policies approved, controls running, or a report before (default: nothing)",
    )  # fmt: skip
    command.add_argument(
        "--report", choices=tuple(_WISHES), default="earliest", help="the report that is wanted: Type I, Type II "
        "over 3, 6 or 12 months, or whatever is earliest (default: earliest)",
    )  # fmt: skip
    help_text = "what is examined beside security, for example availability,privacy"
    command.add_argument("--categories", metavar="LIST", type=words, default=("security",), help=help_text)
    command.add_argument("--out", metavar="FILE", help="save the page for whoever decides, as .pdf or .docx")
    add_json(command)


def _count(text: str) -> int:
    if not (text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 10):  # noqa: PLR2004 - digits
        raise argparse.ArgumentTypeError(f"{text!r} is no number of people")
    return int(text)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the answer, and save its page where that is asked for."""
    from soc2desk.app.quick import quick, quick_lines, save_quick_page
    from soc2desk.domain.quick_answer import QuickQuestion

    desk = desk_of(args)
    categories = tuple(dict.fromkeys(("security", *args.categories)))
    wish = _WISHES[args.report]
    made = quick(desk, QuickQuestion(args.needed_by, args.people, Stand(args.state), desk.today, wish, categories))
    saved = save_quick_page(made, Path(args.out)) if args.out else None
    if output.as_json:
        output.json({**_data(made), **({"saved": str(saved)} if saved else {})})
        return 0
    for line in quick_lines(made):
        output.say(line)
    if saved:
        output.report(str(saved))
    return 0


def _data(made: Quick) -> dict[str, object]:
    answer, effort = made.answer, made.effort
    return {
        "verdict": answer.verdict,
        "wished": answer.wished.wish,
        "instead": answer.instead.wish if answer.instead else "",
        "latest_start": answer.latest_start,
        "last_call": answer.last_call,
        "ways": [
            {"report": way.wish, "verdict": way.verdict, "usual": _dates(way.usual), "short": _dates(way.short)}
            for way in answer.ways
        ],
        "people": effort.people,
        "hours_each": [effort.low, effort.high],
        "training_hours_of_everybody": effort.everybody,
        "work": [{"what": one.id, "count": one.count, "hours": one.hours} for one in effort.lines],
    }


def _dates(dates: Dates) -> dict[str, object]:
    return {"start": dates.start, "end": dates.end, "fieldwork": dates.fieldwork, "month": f"{dates.month:%Y-%m}"}
