"""Print the JSON Schema of the answers file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add no options."""


def run(args: argparse.Namespace, output: Output) -> int:
    """Print the schema, built from the questions."""
    from soc2desk.app.transfer import answers_schema

    output.json(answers_schema(desk_of(args)))
    return 0
