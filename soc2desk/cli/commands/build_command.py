"""Build the audit packet of a project or an answers file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, day, desk_of, words

if TYPE_CHECKING:
    from soc2desk.cli.output import Output
    from soc2desk.packet.build import Made

READERS = ("auditor", "internal", "staff", "customer", "all")


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    add_json(command)
    command.add_argument("--out", metavar="DIR", required=True, help="the folder in which the packet's folder and ZIP go")
    command.add_argument("--formats", metavar="LIST", type=words, default=None, help="docx,pdf,xlsx,html (default: the first three)")
    command.add_argument("--only", metavar="ID", nargs="+", default=(), help="only these documents, for example POL-ACP REG-MTX")
    command.add_argument("--date", metavar="DATE", type=day, help="the date on the documents (default: the project's own, else today)")
    command.add_argument("--jobs", metavar="N", type=_jobs, default=0, help="processes to draw with (default: one a processor)")
    command.add_argument("--for", dest="reader", choices=READERS, default="auditor", help="whom the packet is for (default: auditor)")
    command.add_argument("--final", action="store_true", help="no draft: refuse while anything is open, unconfirmed or unapproved")
    command.add_argument("--no-zip", action="store_true", help="the folder only")
    command.add_argument("--pack", metavar="DIR", help="a firm's own content laid over the shipped one")


def _jobs(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 64:  # noqa: PLR2004 - more processes than any laptop has
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 to 64")
    return int(text)


def run(args: argparse.Namespace, output: Output) -> int:
    """Build it, say where it is and what is in it."""
    from soc2desk.app.make_packet import USUAL_FORMATS, Wishes, make_packet

    desk = desk_of(args)
    wishes = Wishes(
        Path(args.out),
        args.formats or USUAL_FORMATS,
        tuple(args.only),
        args.date,
        args.jobs,
        args.reader,
        args.final,
        not args.no_zip,
    )
    made = output.follow(make_packet(desk, desk.source(args.source), wishes), "Making the packet")
    if output.as_json:
        output.json([_as_data(one) for one in made])
    else:
        report_made(made, output)
    return 0


def report_made(made: tuple[Made, ...], output: Output) -> None:
    """Say where each packet is, how many files it holds, and its fingerprint."""
    for one in made:
        output.say(f"{one.folder}  ({one.files} files)")
        for folder in sorted(path for path in one.folder.iterdir() if path.is_dir()):
            output.say(f"  {folder.name}: {len(list(folder.iterdir()))} files")
        if one.archive:
            output.say(f"{one.archive}")
        output.say(f"  fingerprint {one.fingerprint}")


def _as_data(made: Made) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "zip": str(made.archive) if made.archive else None,
        "files": made.files,
        "fingerprint": made.fingerprint,
    }
