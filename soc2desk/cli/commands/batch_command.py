"""Build the packets of many clients in one go, and sum up what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of, jobs
from soc2desk.cli.commands.build_command import OPEN_EVIDENCE, add_wishes, wishes_of
from soc2desk.domain.counted import counted
from soc2desk.domain.findings import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from soc2desk.app.batch import ClientRow, Finished
    from soc2desk.cli.output import Output

FAILED = 1
_HELP = {
    "places": "folders that hold projects or answers files, or single ones (default: the workspace); "
    "practice copies and what is archived only where they are named themselves",
    "out": "the folder in which each client gets a folder of its own, and where the summary goes",
    "jobs": "how many clients at the same time, each in a process of its own (default: one a processor, at most 4)",
    "again": "make every packet, also where the one that is there was made from the same answers",
}
_SAID = {"built": "built", "kept": "as it was", "same": "same", "failed": "failed", "not_begun": "not begun"}
_STOPPED = "Stopped. The packets that were finished are whole; run the batch again for the others."
_WIDEST = 32
_EMPTY = "Nothing is answered in this one: its packet is an empty draft."
_CHANGED_DAYS = "Something else than this program changed the days in the file of this project; documents say so."


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("places", metavar="FOLDER|FILE", nargs="*", help=_HELP["places"])
    command.set_defaults(several="places")
    command.add_argument("--out", metavar="DIR", required=True, help=_HELP["out"])
    command.add_argument("--jobs", metavar="N", type=jobs, default=0, help=_HELP["jobs"])
    command.add_argument("--again", action="store_true", help=_HELP["again"])
    add_wishes(command)
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Build them, say what became of each; exit 1 where one failed."""
    from soc2desk.app.batch import clients_at, make_packets, practice_left_out

    wishes = wishes_of(args, output)
    desk = desk_of(args)
    clients = clients_at(desk, args.places)
    try:
        finished = output.follow(make_packets(desk, clients, wishes, again=args.again), "Making the packets")
    except KeyboardInterrupt as stopped:
        raise KeyboardInterrupt(_STOPPED) from stopped
    if output.as_json:
        _print_data(finished, output)
    else:
        _print_table(finished.rows, output)
    _tell_of_practice(practice_left_out(desk, args.places, clients), output)
    if wishes.evidence and wishes.zip and any(row.is_good for row in finished.rows):
        output.note(OPEN_EVIDENCE)
    if finished.problem is not None:
        output.note(f"{finished.problem}")
        return finished.problem.exit_code
    return 0 if finished.is_good else FAILED


def _tell_of_practice(count: int, output: Output) -> None:
    if count:
        copies = counted(count, "practice copy was", "practice copies were")
        output.note(f"{copies} left out. Name a practice copy itself to make its packet.")


def _print_data(finished: Finished, output: Output) -> None:
    from soc2desk.app.batch import as_data

    output.json({"clients": [as_data(row) for row in finished.rows]})


def _print_table(rows: Iterable[ClientRow], output: Output) -> None:
    """Print a line a client: how it went, findings by severity, and the packet, or why there is none."""
    shown = tuple(rows)
    width = min(max(len(row.client.name) for row in shown), _WIDEST)
    output.report(f"{'client':<{width}}  {'result':<9}  open  high  medium  low  packet")
    for row in shown:
        counts = [str(row.found(severity)) if row.made else "-" for severity in Severity]
        waiting = str(row.made.open_questions) if row.made else "-"
        packet = row.made.packets[0] if row.made and row.made.packets else None
        place = f"{row.client.name}/{packet.folder}" if packet else "-"
        high, medium, low = counts
        name, became = row.client.name, _SAID[row.became]
        output.say(f"{name:<{width}}  {became:<9}  {waiting:>4}  {high:>4}  {medium:>6}  {low:>3}  {place}")
        for line in _said_beside(row):
            output.say(f"  {line}")
    failed = sum(not row.is_good for row in shown)
    empty = sum(row.made is not None and row.made.is_empty for row in shown)
    output.report(f"{counted(len(shown), 'client')}, {failed} of them without a packet.")
    if empty:
        output.report(f"{counted(empty, 'packet is an empty draft', 'packets are empty drafts')}: nothing is answered.")


def _said_beside(row: ClientRow) -> Iterable[str]:
    if row.reason:
        yield row.reason
        if row.where:
            yield f"  where: {row.where}"
        if row.hint:
            yield f"  {row.hint}"
    if row.made is not None and row.made.is_empty:
        yield _EMPTY
    for place in row.set_aside:
        yield f"What somebody changed is kept as {place}."
    if row.made is not None and row.made.days_told:
        yield _CHANGED_DAYS
