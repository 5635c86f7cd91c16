"""Make a new project from a file that a colleague sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.cli.passwords import add_password_file, known_password

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("file", metavar="FILE.soc2desk", help="a file that soc2desk export made")
    command.add_argument("--name", metavar="NAME", default="", help="what the project is called here, else as it was")
    add_password_file(command, "a file whose one line is the password of the file")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Make the project and say where it is and where it came from."""
    from soc2desk.app.sending import needs_password, take_in

    path = Path(args.file).expanduser()
    password = known_password(args.password_file, "the file") if needs_password(path) else ""
    taken = output.follow(take_in(desk_of(args), path, name=args.name, password=password), "Reading")
    came = taken.origin
    if output.as_json:
        output.json({"folder": str(taken.folder), "name": taken.name, "with_evidence": taken.with_evidence,
                     "file": came.file, "sha256": came.digest, "made_on": came.made_on})  # fmt: skip
        return 0
    output.report(f"{taken.folder}\n  from {came.file}, made on {came.made_on.isoformat()} by its own word")
    if not taken.with_evidence:
        output.note("It came without its files of evidence: they are missing here.")
    output.note("The days on which things were entered are those of the file; nothing here shows that they are true.")
    output.note(f"Next: soc2desk check {taken.folder.name}")
    return 0
