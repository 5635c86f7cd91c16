"""Write the sheet on which a company confirms every value of its engagement with a signature."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, add_source, desk_on_paper, words
from soc2desk.cli.told_days import tell_of_days
from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    from soc2desk.app.confirming import Confirmation
    from soc2desk.cli.output import Output

DIFFERS = 1
_SHA256 = re.compile("[0-9a-f]{64}")
_MOST = 20
"""Values that wait and are printed; JSON and the sheet hold all."""


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_source(command)
    command.add_argument("--out", metavar="DIR", help="the folder in which the sheet goes; none is replaced")
    formats = "docx,pdf,xlsx (default: all three)"
    command.add_argument("--formats", metavar="LIST", type=words, default=None, help=formats)
    same = "exit 1 where the values are not those of a sheet with this SHA-256"
    command.add_argument("--same-as", metavar="SHA256", type=_mark, help=same)
    command.add_argument("--pack", metavar="DIR", help="a firm's own content laid over the shipped one")
    add_json(command)


def _mark(text: str) -> str:
    mark = "".join(text.split()).lower()
    if not _SHA256.fullmatch(mark):
        raise argparse.ArgumentTypeError("a SHA-256 has 64 signs, 0 to 9 and a to f, as it stands on the sheet")
    return mark


def run(args: argparse.Namespace, output: Output) -> int:
    """Say what waits, write the sheet where that is asked for, and compare the values with those of an earlier one."""
    from soc2desk.app.confirming import FORMATS, confirmation_of, save_confirmation

    desk = desk_on_paper(args, args.source)
    source = desk.source(args.source)
    made = confirmation_of(desk, source)
    files = save_confirmation(made, Path(args.out), args.formats or FORMATS) if args.out else ()
    same = made.mark == args.same_as if args.same_as else None
    if output.as_json:
        output.json(_data(made, [str(file) for file in files], same=same))
    else:
        _print(made, output)
        for file in files:
            output.report(str(file))
    if same is not None and not output.as_json:
        output.say("The values are those of that sheet." if same else "The values are not those of that sheet.")
    tell_of_days(source, output)
    return DIFFERS if same is False else 0


def _print(made: Confirmation, output: Output) -> None:
    waiting = made.waiting
    output.say(f"{counted(len(waiting), 'value')} not confirmed, {_all(made)} in all.")
    for part, line in waiting[:_MOST]:
        output.say(f"  {part.title}: {line.what}" + (f" [{line.value}]" if line.value else ""))
    if len(waiting) > _MOST:
        output.say(f"  and {len(waiting) - _MOST} more")
    output.say(f"SHA-256 of the values: {made.mark}")


def _all(made: Confirmation) -> int:
    return sum(len(part.lines) for part in made.parts)


def _data(made: Confirmation, files: list[str], *, same: bool | None) -> dict[str, object]:
    lines = [
        {"place": line.place, "part": part.title, "what": line.what, "value": line.value,
         "standing": line.standing.value, "who": line.who, "entered_on": line.on}
        for part in made.parts for line in part.lines
    ]  # fmt: skip
    return {"sha256": made.mark, "same": same, "files": files, "values": lines}
