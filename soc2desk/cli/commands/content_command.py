"""List, check or measure the content, and look after a firm's own: documents, controls, words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from soc2desk.cli.commands import pack_acts
from soc2desk.cli.commands.arguments import add_json, desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

FAULTY = 3
_READING = {
    "list": "list the documents and counts",
    "check": "check every rule",
    "report": "report how long and how hard to read each document is",
}
COUNTED = ("categories", "criteria", "families", "controls", "roles", "requests", "populations", "policies", "records")


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    names = "list, check, report, new-pack, pack"
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True, help=names)
    for name, told in _READING.items():
        act = acts.add_parser(name, help=told, description=f"{told.capitalize()}.")
        act.add_argument("--pack", metavar="DIR", help="a firm's own content laid over the shipped one")
        add_json(act)
    pack_acts.add_begin(acts)
    pack_acts.add_look(acts)


def run(args: argparse.Namespace, output: Output) -> int:
    """List what there is, print each fault with file and line and exit 3, or look after a pack."""
    return _ACTS[args.act](args, output)


def _list(args: argparse.Namespace, output: Output) -> int:
    catalogue = desk_of(args).catalogue
    documents = [{"id": t.id, "kind": t.kind, "title": t.title, "audience": t.audience} for t in catalogue.templates]
    counts = {name: len(getattr(catalogue, name)) for name in COUNTED} | {"questions": len(catalogue.questions)}
    if output.as_json:
        about = {"version": catalogue.version, "edition": catalogue.edition}
        output.json({**about, "documents": documents, "counts": counts})
        return 0
    output.say(f"Content {catalogue.version}, {catalogue.edition}")
    for document in documents:
        output.say(f"  {document['id']}  {document['kind']:<10} {document['audience']:<9} {document['title']}")
    output.say(", ".join(f"{count} {name}" for name, count in counts.items()))
    return 0


def _check(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.checking import lint

    faults = lint(desk_of(args))
    if output.as_json:
        output.json([{"check": f.check, "message": f.message, "where": f.where, "hint": f.hint} for f in faults])
        return FAULTY if faults else 0
    for fault in faults:
        output.say(f"{fault.where}: {fault.message} ({fault.check})" + (f"\n  {fault.hint}" if fault.hint else ""))
    if faults:
        output.say(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}.")
    else:
        output.report("Every check passed.")
    return FAULTY if faults else 0


def _report(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.checking import measure

    documents = measure(desk_of(args))
    if output.as_json:
        output.json([asdict(one) for one in documents])
        return 0
    output.say("document  words  clauses  controls  sentences  mean  longest  grade")
    for one in documents:
        counts = f"{one.words:>5}  {one.clauses:>7}  {one.controls:>8}  {one.sentences:>9}"
        output.say(f"{one.id:<8}  {counts}  {one.mean:>4}  {one.longest:>7}  {one.grade:>5}")
    output.say(f"{len(documents)} documents, {sum(one.words for one in documents)} words")
    return 0


_ACTS = {"list": _list, "check": _check, "report": _report, "new-pack": pack_acts.begin, "pack": pack_acts.look}
