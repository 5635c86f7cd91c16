"""Build the audit packet of the sample company."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_jobs, desk_of
from soc2desk.cli.commands.build_command import report_made

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

NOT_AS_LISTED = 5


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("--out", metavar="DIR", default="out", help="where the packet goes (default: out)")
    add_jobs(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Build the sample's packet, say what is in it, and verify it."""
    from soc2desk.app.checking import verify
    from soc2desk.app.desk import DEMO_SAMPLE
    from soc2desk.app.make_packet import Wishes, make_packet, sample_day

    desk = desk_of(args)
    source = desk.answers_file(desk.sample(DEMO_SAMPLE))
    wishes = Wishes(Path(args.out), day=sample_day(desk, source), jobs=args.jobs)
    made = output.follow(make_packet(desk, source, wishes), "Making the packet")
    report_made(made, output)
    places = (place for one in made for place in (one.folder, one.archive) if place)
    if not all(verify(place).is_unchanged for place in places):
        output.say("The packet just made does not match its list.")
        return NOT_AS_LISTED
    output.report("Verified: unchanged.")
    return 0
