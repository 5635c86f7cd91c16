"""Show, give and take off the tags of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of, words

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("tags", metavar="TAG", nargs="*", help="a tag to give, for example software or year-end")
    command.add_argument("--off", metavar="TAGS", type=words, default=(), help="tags to take off, comma-separated")
    command.set_defaults(several="tags")


def run(args: argparse.Namespace, output: Output) -> int:
    """Give and take off tags, and print those that the project has then."""
    from soc2desk.app.shelf import put_tags
    from soc2desk.app.transfer import project_folder

    filed = put_tags(project_folder(desk_of(args), args.project), args.tags, args.off)
    for tag in filed.tags:
        output.say(tag)
    if not filed.tags:
        output.note("No tags.")
    return 0
