"""Write a project into one file for a colleague."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.cli.passwords import add_password_file, new_password
from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.sending import Sent
    from soc2desk.cli.output import Output

_OPEN = "The file is not under a password: whoever gets hold of it can read all answers. Use --password to lock it."
_OPEN_EVIDENCE = (
    "The file is not under a password: whoever gets hold of it can read all answers and every file of evidence. "
    "Use --password to lock it."
)

_TEMPLATES = (
    "The last packet was made with the own templates {name}, which do not go along: without that folder a packet made "
    "from this file has the texts that come with soc2desk."
)


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("file", metavar="FILE.soc2desk", help="the file to write; none is written over")
    command.add_argument("--with-evidence", action="store_true", help="let the files of evidence go along")
    lock = "put the file under a password, typed unseen or read from --password-file"
    command.add_argument("--password", action="store_true", help=lock)
    add_password_file(command, "a file whose one line is the password for the file")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Write the file and say what is in it and what is not."""
    from soc2desk.app.sending import send
    from soc2desk.app.transfer import project_folder

    desk, target = desk_of(args), Path(args.file).expanduser()
    folder = project_folder(desk, args.project)
    is_locked = args.password or args.password_file
    password = new_password(args.password_file, "the file", output) if is_locked else ""
    sent = output.follow(send(desk, folder, target, with_evidence=args.with_evidence, password=password), "Writing")
    if output.as_json:
        output.json({"file": str(sent.path), "size": sent.size, "evidence": sent.evidence, "missing": sent.missing,
                     "password": bool(password), "templates": sent.templates or None})  # fmt: skip
    else:
        _tell(sent, output, with_evidence=args.with_evidence)
    if not password:
        output.note(_OPEN_EVIDENCE if sent.evidence else _OPEN)
    return 0


def _tell(sent: Sent, output: Output, *, with_evidence: bool) -> None:
    output.report(f"{sent.path}  {sent.size:,} bytes")
    if with_evidence:
        output.report(f"  with {counted(sent.evidence, 'file')} of evidence")
    else:
        output.report("  without files of evidence: they are missing where the file is taken in")
    for name in sent.missing:
        output.note(f"Not there, so it does not go along: {name}")
    if sent.templates:
        output.note(_TEMPLATES.format(name=sent.templates))
