"""Build the audit packet of the sample company."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.cli.commands.build_command import report_made

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("--out", metavar="DIR", default="out", help="where the packet goes (default: out)")
    command.add_argument("--jobs", metavar="N", type=int, default=0, help="processes to draw with (default: one a processor)")


def run(args: argparse.Namespace, output: Output) -> int:
    """Build the sample's packet, say what is in it, and verify it."""
    from soc2desk.app.desk import DEMO_SAMPLE
    from soc2desk.app.make_packet import Wishes, make_packet
    from soc2desk.app.checking import verify

    desk = desk_of(args)
    source = desk.answers_file(desk.sample(DEMO_SAMPLE))
    made = output.follow(make_packet(desk, source, Wishes(Path(args.out), jobs=args.jobs)), "Making the packet")
    report_made(made, output)
    unchanged = all(verify(one.archive or one.folder).is_unchanged for one in made)
    output.say("Verified: unchanged." if unchanged else "The packet just made does not match its list.")
    return 0 if unchanged else 5
