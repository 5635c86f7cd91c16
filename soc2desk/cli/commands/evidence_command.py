"""Attach evidence, see what is still to come, accept or reject it, and check its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands import evidence_acts
from soc2desk.cli.commands.arguments import add_json, words
from soc2desk.cli.commands.evidence_said import OPTIONS
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

_FIELDS = frozenset({
    "name", "source", "query", "covers", "dated", "by", "population", "rows", "run_at", "second_source", "second_rows",
    "note",
})  # fmt: skip
_WHERE = frozenset({"request", "occurrence"})
ALLOWED = {
    "add": _FIELDS | _WHERE,
    "none": _FIELDS - {"rows"} | _WHERE,
    "list": frozenset({"request", "state"}),
    "change": _FIELDS | _WHERE,
    "accept": frozenset({"by"}),
    "reject": frozenset({"by", "reason"}),
    "remove": frozenset[str](),
    "verify": frozenset[str](),
    "sample": frozenset({"count", "seed"}),
    "recipes": frozenset({"request"}),
}
"""The acts, each with the options that mean something to it."""


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("act", metavar="ACT", choices=tuple(ALLOWED), help=", ".join(ALLOWED))
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    help_items = "the files to attach, or the ids of pieces such as e-0001"
    command.add_argument("items", metavar="FILE|ID", nargs="*", help=help_items)
    command.set_defaults(several="items")
    command.add_argument("--request", metavar="ID", type=words, help="the requests it answers: ER-045,ER-046")
    for name, (metavar, help_text) in OPTIONS.items():
        command.add_argument(f"--{name}", metavar=metavar, help=help_text)
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act with evidence."""
    given = {name for act in ALLOWED.values() for name in act if getattr(args, name) is not None}
    for name in sorted(given - ALLOWED[args.act]):
        known = ", ".join(f"--{one.replace('_', '-')}" for one in sorted(ALLOWED[args.act])) or "none"
        raise UsageProblem(f"evidence {args.act} does not take --{name.replace('_', '-')}.", hint=f"It takes: {known}.")
    code: int = getattr(evidence_acts, f"{args.act}_evidence")(args, output)
    return code
