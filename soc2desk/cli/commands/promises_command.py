"""Show what the documents promise, or mark a promise as planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, day, desk_of
from soc2desk.domain.problems import UsageProblem
from soc2desk.domain.project import State

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.promise_rows import PromiseRow
    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    command.add_argument("--person", metavar="ID", default="", help="only those that this person owns")
    states = [str(state) for state in State]
    command.add_argument("--state", choices=states, default="", help="only those in this state")
    command.add_argument("--document", metavar="ID", default="", help="only those that this document makes")
    command.add_argument("--family", metavar="ID", default="", help="only those of these controls, such as ACC")
    command.add_argument("--find", metavar="WORDS", default="", help="only those with all of these words")
    command.add_argument("--plan", metavar="PROMISE", default="", help="say that this one is not kept yet")
    command.add_argument("--from", metavar="DATE", type=day, dest="start", help="the day from which it will be kept")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the promises that fit, or mark one as planned."""
    from soc2desk.app.checking import look_over
    from soc2desk.app.promise_rows import WantedPromises, matching_promises, promise_rows

    if args.plan:
        return _plan(args, output)
    if args.start:
        raise UsageProblem("A day was given and no promise to plan.", hint="Write --plan ACC-07/access_review_period.")
    desk = desk_of(args)
    rows = promise_rows(look_over(desk, desk.source(args.source)))
    wanted = WantedPromises(args.find, args.person, args.state, args.document, args.family)
    found = matching_promises(rows, wanted)
    if output.as_json:
        output.json({"promises": [_data(row) for row in found], "all": len(rows)})
        return 0
    for row in found:
        _print(row, output)
    output.say(f"{len(found)} of {len(rows)} promises.")
    return 0


def _plan(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.transfer import plan_promise

    plan_promise(desk_of(args), args.source, args.plan, args.start)
    when = f"from {args.start.isoformat()}" if args.start else "from a day still to be set"
    output.note(f"{args.plan} is planned {when}; its clauses say so.")
    return 0


def _print(row: PromiseRow, output: Output) -> None:
    output.say(f"{row.id}  {row.amount}  {row.owner_name or 'nobody'}  {_state(row)}")
    output.say(f"    {row.text}")
    output.say(f"    said in {row.said_in}")
    shown = "; ".join((*row.shown_by, ", ".join(row.requests)) if row.requests else row.shown_by)
    output.say(f"    shown by {shown}" if shown else "    nothing named that would show it")


def _state(row: PromiseRow) -> str:
    words = row.state.value.replace("_", " ")
    if row.since:
        return f"{words} since {row.since.isoformat()}"
    return f"{words} from {row.start.isoformat()}" if row.start else words


def _data(row: PromiseRow) -> dict[str, object]:
    return {
        "promise": row.id,
        "control": row.control,
        "text": row.text,
        "how_often": row.amount,
        "owner": row.owner,
        "state": row.state.value,
        "since": row.since.isoformat() if row.since else "",
        "from": row.start.isoformat() if row.start else "",
        "confirmed": not row.suggested,
        "said_in": [{"clause": one.clause, "number": one.number} for one in row.sayings],
        "records": list(row.shown_by),
        "requests": list(row.requests),
    }
