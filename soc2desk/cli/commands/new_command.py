"""Create a project in the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import desk_of
from soc2desk.cli.told_days import tell_of_sections
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from soc2desk.app.duplicating import Carrying
    from soc2desk.cli.output import Output
    from soc2desk.domain.catalogue import Catalogue


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("name", metavar="NAME", help="what the project is called, for example the client")
    origin = command.add_mutually_exclusive_group()
    origin.add_argument("--from", metavar="FILE", dest="answers", help="take the answers of a file")
    origin.add_argument("--sample", metavar="ID", help="take the answers of a sample")
    help_text = "a new client after the pattern of a project: what is the firm's, and usual values as suggestions"
    origin.add_argument("--like", metavar="PROJECT", help=help_text)
    command.add_argument("--dry-run", action="store_true", help="with --like: show what it would get, write nothing")


def run(args: argparse.Namespace, output: Output) -> int:
    """Create it and say where it is."""
    from soc2desk.app.transfer import new_project

    if args.like:
        return _run_like(args, output)
    if args.dry_run:
        raise UsageProblem("--dry-run shows what --like would carry over.", hint="Add --like PROJECT.")
    answers = Path(args.answers) if args.answers else None
    folder = new_project(desk_of(args), args.name, answers=answers, sample=args.sample)
    output.report(str(folder))
    if answers is not None and args.sample is None:
        tell_of_sections(desk_of(args).answers_file(answers), output)
    if not (args.answers or args.sample):
        _put_usual_brand(args, folder, output)
    output.note(f"Next: soc2desk check {folder.name}")
    return 0


def _put_usual_brand(args: argparse.Namespace, folder: Path, output: Output) -> None:
    from soc2desk.app.brands import begin_with_usual
    from soc2desk.app.preferences import Settings

    liked = Settings.read(Path(args.workspace) if args.workspace else None).preferences
    if liked.usual_brand and not begin_with_usual(desk_of(args), folder, liked):
        output.note(f"The usual brand cannot be used and was left out: {liked.usual_brand}")


def _run_like(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.duplicating import carrying, duplicate
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    pattern = project_folder(desk, args.like)
    told = carrying(desk, pattern)
    if args.dry_run:
        for line in _said(told, desk.catalogue):
            output.say(line)
        output.note("Nothing was written.")
        return 0
    folder = duplicate(desk, pattern, args.name)
    output.report(str(folder))
    for line in _said(told, desk.catalogue):
        if not line.startswith(" "):
            output.note(line)
    output.note(f"Next: soc2desk check {folder.name}")
    return 0


def _said(told: Carrying, catalogue: Catalogue) -> Iterator[str]:
    """Yield what is kept, suggested and left behind, each answer on a line of its own below its heading."""
    from soc2desk.app.duplicating import Fate

    headings = {Fate.KEPT: "Kept", Fate.SUGGESTED: "Suggested, to be confirmed", Fate.CLEARED: "Answers that stay"}
    for fate, heading in headings.items():
        found = told.of(fate)
        yield f"{heading}: {len(found)}"
        for one in found:
            yield f"  {one.label}  {' '.join(one.value.split())}"
    yield f"Rows that stay: {sum(told.rows.values())}"
    for name, count in told.rows.items():
        title = catalogue.table[name].title if name in catalogue.table else name.replace("_", " ").capitalize()
        yield f"  {title}  {count}"
