"""List the scenarios of tabletops, and print the sheets of one for your company."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of, words

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add what can be done and its options."""
    acts = command.add_subparsers(dest="act", metavar="act", required=True, help="what to do")
    listed = acts.add_parser("list", help="the scenarios, with their minutes and turns", description="List them.")
    add_json(listed)
    sheets = acts.add_parser(
        "print", help="the sheet of the facilitator and that of the participants", description="Print the sheets."
    )
    sheets.add_argument("project", metavar="PROJECT", help="a project of the workspace, or an answers file")
    sheets.add_argument("scenario", metavar="SCENARIO", help="a scenario of the list")
    sheets.add_argument("--out", metavar="DIR", required=True, help="where the sheets go")
    help_text = "pdf, docx or both (default: pdf)"
    sheets.add_argument("--formats", metavar="LIST", type=words, default=("pdf",), help=help_text)


def run(args: argparse.Namespace, output: Output) -> int:
    """Do what was asked."""
    if args.act == "list":
        _list(args, output)
    else:
        _print(args, output)
    return 0


def _list(args: argparse.Namespace, output: Output) -> None:
    tabletops = desk_of(args).catalogue.tabletops
    if output.as_json:
        output.json(
            [{"id": one.id, "title": one.title, "minutes": one.minutes, "turns": len(one.turns)} for one in tabletops]
        )
        return
    for one in tabletops:
        output.say(f"{one.id:14} {one.minutes:3} min  {len(one.turns)} turns  {one.title}")
    output.note("Play one in the window, on the page Tabletop: its report is made there.")


def _print(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brand import marked
    from soc2desk.app.tabletop_desk import known_tabletop, print_sheets
    from soc2desk.domain.engagement import decide_engagement
    from soc2desk.domain.looks import Look

    desk = desk_of(args)
    scenario = known_tabletop(desk, args.scenario)
    source = desk.source(args.project)
    engagement = decide_engagement(desk.catalogue, source.project, desk.today)
    look = marked(Look(), source, desk.catalogue.phrases)
    for path in print_sheets(engagement, scenario, Path(args.out).expanduser(), args.formats, look):
        output.report(str(path))
    output.note("Give out the participants' sheet; the other one is for whoever reads out the turns.")
