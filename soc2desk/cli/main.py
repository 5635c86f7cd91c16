"""The command line: one file a command, one place where problems become sentences and exit codes."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from soc2desk import __version__
from soc2desk.cli.output import Output
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("demo", "answers", "schema", "new", "projects", "set", "approve", "check", "build", "verify", "content")
"""A new command is one file in commands/ and its name here."""
INTERRUPTED = 130
FAULT = 70
USAGE = 2

_EPILOG = (
    "exit codes: 0 fine, 1 findings or differences, 2 wrong usage, 3 content, 4 project, 5 files, 70 a fault of ours"
)


class _Parser(argparse.ArgumentParser):
    """Says what was wrong and where to read on, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{message[:1].upper()}{message[1:]}.\nSee: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    top = _Parser(
        prog="soc2desk",
        description="From plain answers to a SOC 2 audit packet in which everything agrees. Nothing leaves this computer.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"soc2desk {__version__}")
    commands = top.add_subparsers(dest="command", metavar="command", parser_class=_Parser)
    for name in COMMANDS:
        module = import_module(f"soc2desk.cli.commands.{name}_command")
        module.add(_common(commands, name, module))
    return top


def _common(commands: argparse._SubParsersAction[_Parser], name: str, module: object) -> argparse.ArgumentParser:
    summary = (module.__doc__ or "").strip().splitlines()[0]
    one = commands.add_parser(name, help=summary[0].lower() + summary[1:].rstrip("."), description=summary)
    one.add_argument("--workspace", metavar="DIR", help="where projects are kept (else SOC2DESK_HOME, else your documents)")
    one.add_argument("--quiet", action="store_true", help="print results and problems only")
    one.set_defaults(run=module.run)  # type: ignore[attr-defined]
    return one


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing half-made is left behind, whatever happens."""
    args = parser().parse_args(arguments)
    if args.command is None:
        return _no_window_yet()
    output = Output(quiet=args.quiet, as_json=getattr(args, "json", False))
    try:
        code: int = args.run(args, output)
    except Problem as problem:
        output.problem(problem)
        return problem.exit_code
    except KeyboardInterrupt:
        output.note("Stopped. Nothing was handed over, and an earlier packet is untouched.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away; Python would say so once more while it shuts down.
        sys.stderr.close()
        return 0
    except Exception as fault:  # noqa: BLE001 - the last line of defence: a sentence instead of a stack
        output.fault(fault)
        return FAULT
    return code


def _no_window_yet() -> int:
    sys.stdout.write("The window does not exist yet; these commands do all of the work.\n\n")
    parser().print_help()
    return 0
