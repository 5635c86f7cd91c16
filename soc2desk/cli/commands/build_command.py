"""Build the audit packet of a project or an answers file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_jobs, add_json, add_source, day, desk_of, desk_on_paper, words
from soc2desk.cli.commands.sign_command import key_at
from soc2desk.cli.commands.style_command import tell_left_out
from soc2desk.cli.passwords import add_password_file
from soc2desk.cli.told_days import tell_of_days
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.make_packet import Made, Wishes
    from soc2desk.cli.output import Output

READERS = ("auditor", "internal", "staff", "customer", "all")

_HELP = {
    "out": "the folder in which the packet's folder and ZIP go",
    "formats": "docx,pdf,xlsx,md,html (default: the first four)",
    "only": "only these documents, for example POL-ACP REG-MTX",
    "date": "the date on the documents (default: the project's own, else today)",
    "for": "whom the packet is for (default: auditor)",
    "final": "no draft: refuse while anything is open, unconfirmed or unapproved",
    "evidence": "copy the files of evidence into the auditor's packet; never a rejected one",
    "apart": "without the one PDF that joins all others",
    "pack": "a firm's own content laid over the shipped one",
    "no_pack": "with the templates that come with soc2desk, also where the last packet had others",
    "style": "a Word file of your firm: its type, page, header and footer for the Word documents of this packet",
    "sign": "sign the packet with a key that soc2desk keys new made",
    "password": "a file whose one line is the password of that key",
}
_PAPER = {
    "same": "Made with the own templates {name}, as the last packet of this project.",
    "changed": "The own templates {name} changed since the last packet of this project.",
    "other": "The last packet of this project was made with other own templates: {name}.",
    "shipped": "The last packet of this project was made with the own templates {name}; this one was not.",
}
OPEN_EVIDENCE = (
    "The ZIP holds files of evidence and is not under a password: whoever gets hold of it can read them. Hand it over "
    "through the auditor's own portal or another way that keeps others out."
)


def add_wishes(command: argparse.ArgumentParser) -> None:
    """Add what is asked of one packet and of many alike."""
    command.add_argument("--formats", metavar="LIST", type=words, default=None, help=_HELP["formats"])
    command.add_argument("--date", metavar="DATE", type=day, help=_HELP["date"])
    command.add_argument("--for", dest="reader", choices=READERS, default="auditor", help=_HELP["for"])
    command.add_argument("--final", action="store_true", help=_HELP["final"])
    command.add_argument("--no-zip", action="store_true", help="the folder only")
    command.add_argument("--no-whole", action="store_true", help=_HELP["apart"])
    command.add_argument("--with-evidence", action="store_true", help=_HELP["evidence"])
    command.add_argument("--style", metavar="FILE.docx", help=_HELP["style"])
    paper = command.add_mutually_exclusive_group()
    paper.add_argument("--pack", metavar="DIR", help=_HELP["pack"])
    paper.add_argument("--no-pack", action="store_true", help=_HELP["no_pack"])


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    add_json(command)
    command.add_argument("--out", metavar="DIR", required=True, help=_HELP["out"])
    command.add_argument("--only", metavar="ID", nargs="+", default=(), help=_HELP["only"])
    add_jobs(command)
    add_wishes(command)
    command.add_argument("--sign", metavar="KEY", help=_HELP["sign"])
    add_password_file(command, _HELP["password"])


def run(args: argparse.Namespace, output: Output) -> int:
    """Build it, say where it is and what is in it."""
    from soc2desk.app.make_packet import holds_open_evidence, make_packet
    from soc2desk.app.same_paper import standing

    desk = desk_of(args) if args.no_pack else desk_on_paper(args, args.source)
    key = key_at(args.sign, args.password_file) if args.sign else None
    wishes = replace(wishes_of(args, output), only=tuple(args.only), key=key)
    source = desk.source(args.source)
    told = standing(desk, source.project_folder)
    made = output.follow(make_packet(desk, source, wishes), "Making the packet")
    if output.as_json:
        output.json([_as_data(one) for one in made])
    else:
        report_made(made, output)
    if holds_open_evidence(made):
        output.note(OPEN_EVIDENCE)
    if told[0] in _PAPER:
        output.note(_PAPER[told[0]].format(name=told[1]))
    tell_of_days(source, output)
    return 0


def wishes_of(args: argparse.Namespace, output: Output) -> Wishes:
    """Return how the packets are wanted. Raises UsageProblem for a folder without a name, and what a style raises."""
    from soc2desk.app.make_packet import USUAL_FORMATS, Wishes

    if not args.out.strip():
        raise UsageProblem("--out names no folder.", hint="Write . for the folder you are in.")
    return Wishes(
        Path(args.out),
        args.formats or USUAL_FORMATS,
        day=args.date,
        jobs=args.jobs,
        reader=args.reader,
        final=args.final,
        zip=not args.no_zip,
        evidence=args.with_evidence,
        in_one=not args.no_whole,
        reference=_style(args.style, output),
        same_paper=not args.no_pack,
    )


def _style(file: str | None, output: Output) -> bytes:
    """Return the ground that a firm's Word file gives, and say what of it is not used; empty for no file."""
    if not file:
        return b""
    from soc2desk.app.house_style import style_from

    made = style_from(Path(file))
    tell_left_out(made.left_out, output)
    return made.base


def report_made(made: tuple[Made, ...], output: Output) -> None:
    """Say where each packet is, how many files it holds, and its fingerprint; nothing when quiet."""
    for one in made:
        output.report(f"{one.folder}  ({counted(one.files, 'file')})")
        for folder in sorted(path for path in one.folder.iterdir() if path.is_dir()):
            files = sum(path.is_file() for path in folder.rglob("*"))
            output.report(f"  {folder.name}: {counted(files, 'file')}")
        if one.archive:
            output.report(f"{one.archive}")
        output.report(f"  fingerprint {one.fingerprint}")


def _as_data(made: Made) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "zip": str(made.archive) if made.archive else None,
        "files": made.files,
        "fingerprint": made.fingerprint,
    }
