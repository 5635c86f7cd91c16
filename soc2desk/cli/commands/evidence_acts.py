"""The acts of the command for evidence, one function each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.cli.commands.evidence_said import said
from soc2desk.domain.counted import counted
from soc2desk.domain.evidence_states import Progress
from soc2desk.domain.problems import UsageProblem, nearest

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.evidence import Put
    from soc2desk.app.evidence_rows import EvidenceRow, Piece
    from soc2desk.app.session import Plain
    from soc2desk.cli.output import Output
    from soc2desk.domain.engagement import Engagement

_MOST_PICKED = 10_000


def add_evidence(args: argparse.Namespace, output: Output) -> int:
    """Attach files, one after another; what was attached before one that cannot be stays."""
    from soc2desk.app.evidence_work import add, as_steps

    fields = given_where(args)
    files = [Path(text).expanduser() for text in items_of(args, "Name at least one file.")]
    if len(files) > 1 and "name" in fields:
        raise UsageProblem("One name cannot stand for several files.", hint="Leave --name out, or attach one by one.")
    desk, puts = desk_of(args), []
    for file in files:
        puts.append(output.follow(as_steps(add(desk, args.project, file, fields), file.name), "Copying"))
        say_put(puts[-1], output)
    if output.as_json:
        output.json([_put_data(put) for put in puts])
    return 0


def none_evidence(args: argparse.Namespace, output: Output) -> int:
    """Record that nothing happened, by an empty list with its query."""
    from soc2desk.app.evidence_work import say_none

    refuse_items(args)
    fields = given_where(args)
    for name in ("population", "query", "run_at"):
        if not fields.get(name):
            hint = "Name the list, the query that gave no row, and when it was run."
            raise UsageProblem(f"evidence none needs --{name.replace('_', '-')}.", hint=hint)
    put = say_none(desk_of(args), args.project, fields)
    say_put(put, output)
    if output.as_json:
        output.json([_put_data(put)])
    return 0


def change_evidence(args: argparse.Namespace, output: Output) -> int:
    """Say fields of one piece anew."""
    from soc2desk.app.evidence_work import change_piece

    fields = said(args)
    if not fields:
        raise UsageProblem("Nothing is to be changed.", hint="Name a field, for example --dated 2027-03-31.")
    change_piece(desk_of(args), args.project, one_item(args), fields)
    output.report(f"{args.items[0]}  changed; a decision about it is open again")
    return 0


def accept_evidence(args: argparse.Namespace, output: Output) -> int:
    """Record that a reviewer accepts pieces today."""
    return _decide(args, output, "")


def reject_evidence(args: argparse.Namespace, output: Output) -> int:
    """Record that a reviewer rejects pieces today, for a reason."""
    if not (args.reason or "").strip():
        raise UsageProblem("A rejection needs --reason.", hint="Say what the provider has to do better.")
    return _decide(args, output, args.reason.strip())


def _decide(args: argparse.Namespace, output: Output, reason: str) -> int:
    from soc2desk.app.evidence_work import decide

    if not args.by:
        raise UsageProblem(f"evidence {args.act} needs --by.", hint="Name the reviewer by id or by full name.")
    desk = desk_of(args)
    for id_ in items_of(args, "Name a piece, for example e-0001."):
        decide(desk, args.project, id_, args.by, reason)
        output.report(f"{id_}  {'rejected' if reason else 'accepted'} on {desk.today.isoformat()}")
    return 0


def remove_evidence(args: argparse.Namespace, output: Output) -> int:
    """Take pieces out; their files are kept among those taken out."""
    from soc2desk.app.evidence_work import remove

    desk = desk_of(args)
    for id_ in items_of(args, "Name a piece, for example e-0001."):
        remove(desk, args.project, id_)
        output.report(f"{id_}  taken out; its file is kept in evidence/removed")
    return 0


def list_evidence(args: argparse.Namespace, output: Output) -> int:
    """Print every request and act owed with its state, and the pieces put by for it."""
    from soc2desk.app.evidence_rows import look_over_evidence

    refuse_items(args)
    desk = desk_of(args)
    engagement, rows, loose = look_over_evidence(desk, desk.source(args.project))
    _check_state(args.state)
    _check_requests(args.request, engagement)
    asked = set(args.request or ())
    controls = {c for row in rows if row.id in asked for c in row.controls}
    shown = [
        row for row in rows
        if (not asked or row.id in asked or (row.kind == "act" and controls & set(row.controls)))
        and args.state in {None, row.state}
    ]  # fmt: skip
    if output.as_json:
        output.json([_row_data(row) for row in shown])
        return 0
    for row in shown:
        _say_row(row, engagement, output)
    if not asked and args.state is None:
        for piece in loose:
            output.say(f"not asked for now  {_piece_line(piece, engagement)}")
    return 0


def verify_evidence(args: argparse.Namespace, output: Output) -> int:
    """Read every file whole and say which are gone or changed; 1 when any is."""
    from soc2desk.app.evidence_work import as_steps, read_back

    refuse_items(args)
    found, unnamed = output.follow(as_steps(read_back(desk_of(args), args.project), "evidence"), "Reading")
    bad = {id_: str(state) for id_, state in found.items() if state != "there"}
    if output.as_json:
        output.json({"files": {id_: str(state) for id_, state in found.items()}, "unnamed": list(unnamed)})
        return 1 if bad else 0
    for id_, state in bad.items():
        output.say(f"{id_}  {state}")
    for name in unnamed:
        output.report(f"{name}  belongs to no piece of evidence")
    output.report(f"As they were attached: {len(found) - len(bad)} of {counted(len(found), 'file')}.")
    return 1 if bad else 0


def sample_evidence(args: argparse.Namespace, output: Output) -> int:
    """Draw a practice sample from a list, beside the evidence."""
    from soc2desk.app.evidence_work import practice_sample

    if not (args.count or "").isdecimal() or not 0 < int(args.count) <= _MOST_PICKED:
        raise UsageProblem(f"evidence sample needs --count, from 1 to {_MOST_PICKED:,}.", hint="Say --count 25.")
    made = practice_sample(desk_of(args), args.project, one_item(args), int(args.count), args.seed or "1")
    output.report(f"{made}  a practice sample; an auditor picks from the whole list")
    return 0


def recipes_evidence(args: argparse.Namespace, output: Output) -> int:
    """Print how to collect what is asked for, from the tools that the answers name."""
    from soc2desk.app.evidence_rows import engagement_of
    from soc2desk.domain.tools_named import recipes_here

    refuse_items(args)
    desk = desk_of(args)
    engagement = engagement_of(desk, desk.source(args.project))
    _check_requests(args.request, engagement)
    found = recipes_here(engagement, args.request or ())
    if output.as_json:
        names = ("request", "tool", "how", "shows", "dated")
        output.json([{name: getattr(one, name) for name in names} for one in found])
        return 0
    for one in found:
        title = engagement.catalogue.request[one.request].request
        output.say(f"{one.request}  {one.tool}  {title}\n    {one.how}\n    shows: {one.shows}")
    output.report("Written from general knowledge: try each before you rely on it, and note the time it was run.")
    return 0


def items_of(args: argparse.Namespace, hint: str) -> list[str]:
    """Return what was named. Raises UsageProblem for nothing."""
    if not args.items:
        raise UsageProblem(f"evidence {args.act} was told nothing to work on.", hint=hint)
    return list(args.items)


def one_item(args: argparse.Namespace) -> str:
    """Return the one piece that was named. Raises UsageProblem for none or several."""
    if len(args.items) != 1:
        raise UsageProblem(f"evidence {args.act} takes one piece.", hint="Name its id, for example e-0001.")
    return str(args.items[0])


def refuse_items(args: argparse.Namespace) -> None:
    """Raise UsageProblem where something was named that means nothing here."""
    if args.items:
        raise UsageProblem(f"evidence {args.act} takes no files or ids, such as {args.items[0][:40]!r}.")


def given_where(args: argparse.Namespace) -> dict[str, Plain]:
    """Return the fields given, with at least a request or an occurrence. Raises UsageProblem for neither."""
    fields: dict[str, Plain] = {name: value for name, value in said(args).items() if value is not None}
    if "requests" not in fields and "occurrence" not in fields:
        message = "It is not said what this is evidence for."
        raise UsageProblem(message, hint="Add --request ER-045, or --occurrence ACC-07/2027-Q1.")
    return fields


def say_put(put: Put, output: Output) -> None:
    """Say which piece was made of what, and what to know about it."""
    if output.as_json:
        return
    output.report(f"{put.id}  {put.row['name']}" + (f"  ->  evidence/{put.row['file']}" if "file" in put.row else ""))
    for note in put.notes:
        output.note(f"  {note}")


def _put_data(put: Put) -> dict[str, object]:
    return {"id": put.id, **put.row, "notes": list(put.notes)}


def _say_row(row: EvidenceRow, engagement: Engagement, output: Output) -> None:
    state = engagement.catalogue.phrases[f"evidence.state.{row.state}"]
    output.say(f"{row.id}  {state}  {row.title}")
    for piece in row.pieces:
        output.say(f"    {_piece_line(piece, engagement)}")


def _piece_line(piece: Piece, engagement: Engagement) -> str:
    phrases, item = engagement.catalogue.phrases, piece.item
    flagged = [phrases[f"evidence.flag.{flag}"] for flag in piece.flags]
    parts = [item.id, phrases[f"evidence.state.{item.state}"], item.name, *(f"! {words}" for words in flagged)]
    return "  ".join(" ".join(part.split()) for part in parts)


def _row_data(row: EvidenceRow) -> dict[str, object]:
    pieces = [
        {"id": one.item.id, "name": one.item.name, "state": str(one.item.state), "flags": [str(f) for f in one.flags]}
        for one in row.pieces
    ]
    about = {"id": row.id, "kind": row.kind, "title": row.title, "owner": row.owner}
    return {**about, "state": str(row.state), "pieces": pieces}


def _check_state(state: str | None) -> None:
    known = [str(one) for one in Progress]
    if state is not None and state not in known:
        raise UsageProblem(f'There is no state "{state}".', hint=nearest(state, known) or f"Known: {', '.join(known)}.")


def _check_requests(requests: tuple[str, ...] | None, engagement: Engagement) -> None:
    known = [request.id for request in engagement.requests]
    for one in requests or ():
        if one not in known:
            hint = nearest(one, known) or "See the evidence request list, REG-ERL."
            raise UsageProblem(f'"{one}" is not asked for here.', hint=hint)
