"""Bring a colleague's copy of a project together with this one: what differs, and what you choose of it."""

from __future__ import annotations

import sys
import textwrap
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.cli.passwords import add_password_file, known_password
from soc2desk.domain.counted import counted
from soc2desk.domain.merging import Side
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from soc2desk.app.desk import Desk
    from soc2desk.app.merge_rows import Told
    from soc2desk.app.merging import Looked
    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

DIFFERS = 1
ASK = "ask"
_COLUMN = 46
_LINES = 6
_MARKS = {None: "choose", Side.MINE: "mine stays", Side.THEIRS: "theirs is taken"}


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace, which is changed")
    other = "the other copy: a file from soc2desk export, a project's folder, or a project.json; it stays as it is"
    command.add_argument("copy", metavar="FILE|FOLDER", help=other)
    command.add_argument("--show", action="store_true", help="only print what differs; nothing is changed")
    take = "whose value is taken where both changed something: yours, the other's, or as you say for each"
    command.add_argument("--take", choices=(*Side, ASK), help=take)
    choices = 'a file with a choice in each line, by its path, such as "people.sam.end: theirs"'
    command.add_argument("--choices", metavar="FILE", help=choices)
    add_password_file(command, "a file whose one line is the password of the other copy")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Exit 0 when both say the same or were brought together, 1 when differences were only shown."""
    from soc2desk.app.sending import needs_password
    from soc2desk.app.session import open_session, open_to_read
    from soc2desk.app.transfer import project_folder

    desk, path = desk_of(args), Path(args.copy).expanduser()
    folder = project_folder(desk, args.project)
    password = known_password(args.password_file, "the file") if needs_password(path) else ""
    opened = open_to_read if args.show else open_session
    with closing(opened(desk, folder)) as session:
        return _with(session, path, password, args, output)


def _with(session: Session, path: Path, password: str, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.merge_rows import told
    from soc2desk.app.merging import brings_something, chosen_for, left_open, look

    looked = look(session, path, password)
    say = _words(session.desk)
    rows = told(session.desk, looked, say)
    chosen = _choices(args, looked, rows, output)
    if args.take in set(Side):
        chosen = chosen_for(looked, Side(args.take), chosen)
    waiting = left_open(looked, chosen)
    is_asked = not args.show and (args.take or args.choices or not brings_something(looked))
    if looked.found and (waiting or not is_asked):
        _print(session, looked, rows, chosen, output)
        if not output.as_json:
            output.note(_next(len(waiting), is_show=args.show))
        return DIFFERS
    return _bring(session, looked, chosen, password, output)


def _words(desk: Desk) -> Callable[..., str]:
    return lambda key, **values: desk.window_words[key].format_map(values)


def _choices(args: argparse.Namespace, looked: Looked, rows: tuple[Told, ...], output: Output) -> dict[str, Side]:
    from soc2desk.app.merge_choices import choices_in

    chosen = choices_in(Path(args.choices).expanduser(), looked) if args.choices else {}
    if args.take != ASK or args.show:
        return chosen
    if not sys.stdin.isatty() or output.as_json:
        hint = "Use --take mine or --take theirs, or name a file with --choices."
        raise UsageProblem("Nobody can be asked here: this is no terminal.", hint=hint)
    for row in rows:
        one = row.difference
        if one.must_choose and one.path not in chosen:
            _print_row(row, chosen, output)
            chosen[one.path] = _asked()
    return chosen


def _asked() -> Side:
    while True:
        answer = input("    mine or theirs? [m/t] ").strip().casefold()
        found = next((side for side in Side if answer and side.value.startswith(answer)), None)
        if found is not None:
            return found


def _next(waiting: int, *, is_show: bool) -> str:
    if is_show or not waiting:
        return "Nothing was changed. To bring both together: --take mine, --take theirs, --take ask, or --choices FILE."
    stands = "waits" if waiting == 1 else "wait"
    return (
        f"{counted(waiting, 'difference')} {stands} for a choice; nothing was changed. Say --take mine, --take theirs "
        "or --take ask, or choose by their paths in a file for --choices."
    )


def _bring(session: Session, looked: Looked, chosen: Mapping[str, Side], password: str, output: Output) -> int:
    from soc2desk.app.bringing import bring, get_ready, not_brought
    from soc2desk.app.merging import brings_something

    taken = [one.path for one in looked.found if one.chosen(chosen) is Side.THEIRS]
    missing: tuple[str, ...] = ()
    if taken or brings_something(looked):
        ready = output.follow(get_ready(session, looked, chosen, password), "Copying")
        missing = ready.missing
        bring(session, ready, session.desk.window_words["merge.label"])
        try:
            session.save()
        except BaseException:
            not_brought(session, ready)
            raise
    if output.as_json:
        output.json({"same": not looked.found, "taken": taken, "missing": missing})
        return 0
    output.report(_done(looked, len(taken)))
    for key in looked.notes:
        output.note(session.desk.window_words[f"merge.note.{key}"])
    for name in missing:
        output.note(f"Not in the other copy, so it is missing here: {name}")
    return 0


def _done(looked: Looked, taken: int) -> str:
    from soc2desk.app.merging import brings_something

    if not looked.found:
        return "Both say the same; nothing was changed."
    if not brings_something(looked):
        return f"{looked.name} brings nothing: all that is in it stands here."
    if not taken:
        return "Nothing of the other copy is taken, so nothing was changed. That yours stays is remembered."
    return f"Brought together: {counted(taken, 'difference')} taken from {looked.name}. In the window it can be undone."


# ---- the table -----------------------------------------------------------------------------------


def _print(
    session: Session, looked: Looked, rows: tuple[Told, ...], chosen: Mapping[str, Side], output: Output
) -> None:
    from soc2desk.app.merge_rows import told_ids

    say = _words(session.desk)
    if output.as_json:
        output.json({"same": not rows, "notes": looked.notes, "differences": [_as_data(one, chosen) for one in rows]})
        return
    for key in looked.notes:
        output.note(say(f"merge.note.{key}"))
    if looked.ids:
        output.note(say("merge.note.ids", ids=told_ids(session.desk, looked, say)))
    for title, group in groupby(rows, key=lambda row: row.page_title):
        output.say(title)
        for row in group:
            _print_row(row, chosen, output)


def _print_row(row: Told, chosen: Mapping[str, Side], output: Output) -> None:
    one = row.difference
    output.say(f"  {one.path}  {_line(row.what)}")
    output.say(f"    [{_MARKS[one.chosen(chosen)]}] {_line(row.why)}")
    if one.base is not None:
        output.say(f"    before: {_line(row.base)}")
    mine, theirs = (_column(text) for text in (row.mine, row.theirs))
    for left, right in zip(*_as_long(["mine", *mine], ["theirs", *theirs]), strict=True):
        output.say(f"    {left:{_COLUMN}} | {right}".rstrip())


def _as_long(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    longest = max(len(left), len(right))
    return left + [""] * (longest - len(left)), right + [""] * (longest - len(right))


def _column(text: str) -> list[str]:
    lines = [part for line in text.splitlines() for part in textwrap.wrap(_line(line), _COLUMN) or [""]]
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "..."]


def _line(words: str) -> str:
    """Return words on one line; what cannot be printed could paint the terminal."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def _as_data(row: Told, chosen: Mapping[str, Side]) -> dict[str, object]:
    one = row.difference
    return {
        "path": one.path, "page": row.page, "what": row.what, "why": one.why, "named": one.named,
        "chosen": one.chosen(chosen), "base": one.base, "mine": one.mine, "theirs": one.theirs,
    }  # fmt: skip
