"""The command line: one file a command, one place where problems become sentences and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from soc2desk import __version__
from soc2desk.cli.output import Output
from soc2desk.domain.problems import Problem, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from soc2desk.app.first_sight import FirstSight

    Show = Callable[[FirstSight, Path | None], int]
    Window = Callable[[], Show]

COMMANDS = (
    "desk", "demo", "quick", "answers", "schema", "new", "projects", "tag", "archive", "preset", "set", "import",
    "controls", "policies", "questionnaire", "baseline", "promises", "schedule", "training", "record", "evidence",
    "access", "lists", "requests", "approve", "check", "readiness", "style", "brand", "confirm-sheet", "build", "batch",
    "sign", "verify", "keys", "compare", "roll-forward", "export", "take-in", "merge", "restore", "exercise",
    "chair", "tabletop", "mark", "lesson", "content",
)  # fmt: skip
"""A new command is one file in commands/ and its name here."""
WINDOW = "desk"
INTERRUPTED = 130
FAULT = 70
USAGE = 2

_DESCRIPTION = "From plain answers to a SOC 2 audit packet in which everything agrees. Nothing leaves this computer."
_EPILOG = (
    "exit codes: 0 fine, 1 findings or differences, 2 wrong usage, 3 content, 4 project, 5 files, 70 a fault of ours"
)
_WORKSPACE = "where projects are kept (else SOC2DESK_HOME, else your documents)"
_QUIET = "say nothing but what was asked for and what is wrong"


class _Parser(argparse.ArgumentParser):
    """Says what was wrong and where to read on, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{message[:1].upper()}{message[1:].rstrip('.')}.\nSee: {self.prog} --help\n")


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the command line, whole or with some of its commands."""
    top = _Parser(prog="soc2desk", description=_DESCRIPTION, epilog=_EPILOG)
    top.add_argument("--version", action="version", version=f"soc2desk {__version__}")
    _add_common(top, workspace=None, quiet=False)
    commands = top.add_subparsers(dest="command", metavar="command", parser_class=_Parser)
    for name in names:
        module = import_module(f"soc2desk.cli.commands.{name.replace('-', '_')}_command")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        help_text = summary[0].lower() + summary[1:].rstrip(".")
        one = commands.add_parser(name, help=help_text, description=summary)
        # Said before the command or after it: what is not said after it leaves what was said before.
        _add_common(one, workspace=argparse.SUPPRESS, quiet=argparse.SUPPRESS)
        one.set_defaults(run=module.run, parser=one)
        module.add(one)
    return top


def _add_common(one: argparse.ArgumentParser, *, workspace: str | None, quiet: str | bool) -> None:
    one.add_argument("--workspace", metavar="DIR", default=workspace, help=_WORKSPACE)
    one.add_argument("--quiet", action="store_true", default=quiet, help=_QUIET)


def _understood(arguments: Sequence[str]) -> argparse.Namespace:
    if not arguments:
        return _window_alone()
    # The other commands are not even loaded where the first word says which one is meant.
    top = parser(arguments[:1] if arguments[0] in COMMANDS else COMMANDS)
    args, left = top.parse_known_args(arguments)
    several: str = getattr(args, "several", "")
    # argparse takes what may stand several times before an option or after it, not both.
    if several and not any(word.startswith("-") for word in left):
        setattr(args, several, [*getattr(args, several), *left])
    elif left:
        getattr(args, "parser", top).error(f"this is not understood: {' '.join(left)}")
    return args


def _window_alone() -> argparse.Namespace:
    """Return what the command that opens the window is given when nothing was typed: no other one is loaded for it."""
    module = import_module(f"soc2desk.cli.commands.{WINDOW}_command")
    return argparse.Namespace(command=WINDOW, run=module.run, workspace=None, quiet=False, project="")


def main(arguments: Sequence[str] | None = None, window: Window | None = None) -> int:
    """Run one command and return its exit code. Nothing half-made is left behind, whatever happens.

    `window` gives what shows the window, which belongs to another face; alone, that is what is done.
    """
    output = Output()
    try:
        typed = sys.argv[1:] if arguments is None else arguments
        args = _understood(typed)
        if args.command is None:
            # As if the command that opens the window had been typed.
            args = _understood([*typed, WINDOW])
        args.window = window or _no_window
        output = Output(quiet=args.quiet, as_json=getattr(args, "json", False))
        code: int = args.run(args, output)
    except Problem as problem:
        output.problem(problem)
        return problem.exit_code
    except KeyboardInterrupt as stopped:
        output.note(str(stopped) or "Stopped. Nothing was handed over, and an earlier packet is untouched.")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_went_away()
    except Exception as fault:  # noqa: BLE001 - the last line of defence: a sentence instead of a stack
        output.fault(fault)
        return FAULT
    return code


def _reader_went_away() -> int:
    """End quietly: Python would try to write the rest, and complain, while it shuts down."""
    for stream in (sys.stdout, sys.stderr):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return 0


def _no_window() -> Show:
    hint = "Start it with the command soc2desk, or python -m soc2desk."
    raise UsageProblem("The window cannot be opened from here.", hint=hint)
