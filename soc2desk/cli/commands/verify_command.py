"""Check whether a packet is as it was handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.checking import Report
    from soc2desk.cli.output import Output

DIFFERS = 1
KINDS = ("missing", "changed", "extra", "unreadable")


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("packet", metavar="FOLDER|ZIP", help="a packet's folder or its ZIP")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Exit 0 when unchanged, 1 with a list of missing, changed, extra and unreadable files."""
    from soc2desk.app.checking import verify

    report = verify(Path(args.packet))
    if output.as_json:
        kinds = {kind: getattr(report, kind) for kind in KINDS}
        output.json({"unchanged": report.is_unchanged, "files": report.unchanged, **kinds})
    else:
        _print(report, output)
    return 0 if report.is_unchanged else DIFFERS


def _print(report: Report, output: Output) -> None:
    listed = len(report.manifest.files) if report.manifest else 0
    if report.is_unchanged and report.manifest:
        output.report(f"Unchanged since {report.manifest.date}. {report.unchanged} of {listed} files match.")
        return
    for kind in KINDS:
        for path in getattr(report, kind):
            output.say(f"{kind}: {path}")
    output.say(f"{report.unchanged} of {listed} files match.")
