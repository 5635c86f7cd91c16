"""What the command for controls does with the client's own list: read it, show its lines, decide on each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import columns_of, words
from soc2desk.cli.matched_lines import matched_line
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature
from soc2desk.domain.counted import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

READ, LINES, MATCH, OWN, MISSING, LEAVE_OUT = "read", "lines", "match", "own", "missing", "leave-out"
NAMED = frozenset({READ, MATCH, OWN, LEAVE_OUT})
"""The acts that need a file, a line or a control."""
_SAID = ("title", "evidence", "cadence", "nature", "owner")


def add(command: argparse.ArgumentParser) -> None:
    """Add the options of a line that becomes a control of the client's own."""
    command.add_argument("--title", metavar="WORDS", default="", help="for own: what the control is called")
    command.add_argument("--criteria", metavar="IDS", type=words, default=(), help="for own: criteria, with commas")
    rhythms = [one.value for one in Cadence]
    command.add_argument("--cadence", choices=rhythms, default="", help="for own: how often it is done")
    command.add_argument("--nature", choices=[one.value for one in Nature], default="", help="for own: how it is done")
    command.add_argument("--evidence", metavar="WORDS", default="", help="for own: what shows it, in one sentence")
    command.add_argument("--owner", metavar="ROLE", default="", help="for own: the role that runs it")


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_list import plan_controls
    from soc2desk.app.guessed import guesses_of

    plan = plan_controls(session, Path(args.what[0]), columns_of(args.column))
    if output.as_json:
        lines = [
            {"line": one.line, "number": one.number, "text": one.text, "controls": one.row.get("controls", []),
             "matched": one.row["matched"], "decided": "confirmed_on" in one.row, "news": one.news}
            for one in plan.lines
        ]  # fmt: skip
        output.json({"lines": lines, "gone": plan.gone, "told": plan.told})
    else:
        for guess in guesses_of(plan.survey):
            output.say(guess.words)
        for one in plan.lines:
            state = "decided" if "confirmed_on" in one.row else str(one.row["matched"])
            output.say(matched_line(one.number, state, one.row.get("controls"), one.text))
        for line in plan.told:
            output.say(line)
    if not args.dry_run:
        session.put(dict(plan.puts), "your own list of controls")
        session.save()
        output.note(f"Next: soc2desk controls match {args.project} NUMBER ACC-07 --by PERSON")
    return 0


def _lines(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = session.project.listed_controls
    if output.as_json:
        output.json([
            {"number": one.number, "text": one.text, "criteria": one.criteria, "controls": one.controls,
             "matched": one.matched, "gone": one.gone, "confirmed_by": one.confirmed_by,
             "confirmed_on": one.confirmed_on} for one in rows
        ])  # fmt: skip
        return 0
    for one in rows:
        state = f"decided {one.confirmed_on}" if one.is_decided else one.matched.value
        gone = "not in the newest list" if one.gone else ""
        output.say(matched_line(one.number, state, one.controls, one.text, gone))
    waiting = sum(not one.is_decided for one in rows)
    output.note(f"{counted(len(rows), 'line')}, {waiting} not decided ({args.project}).")
    return 0


def _match(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_deciding import line_of, matched
    from soc2desk.app.list_reading import person_named

    by = person_named(session, args.by)
    session.put(matched(session, args.what[0], args.what[1:], by), "a line of your own list, decided")
    session.save()
    line = line_of(session.project, args.what[0])
    output.note(f"{line.number} speaks of {', '.join(line.controls) or 'none of our controls'}.")
    return 0


def _own(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_deciding import line_of, made_own, own_entry_of
    from soc2desk.app.list_reading import person_named

    line = line_of(session.project, args.what[0])
    said = {name: getattr(args, name) for name in (*_SAID, "criteria") if getattr(args, name)}
    entry = replace(own_entry_of(line), **said)
    control, values = made_own(session, line, entry, person_named(session, args.by))
    session.put(values, f"{control} added from your own list")
    session.save()
    state = f"control_states.{control}"
    next_step = f"soc2desk set {args.project} {state}=in_place {state}.confirmed_by=PERSON"
    output.note(f"{line.number} is {control}. Say where it stands, for example: {next_step}")
    return 0


def _missing(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.domain.listed import not_listed

    found = not_listed(session.engagement)
    titles = {one.id: one.control.title for one in session.engagement.controls}
    if output.as_json:
        output.json([{"id": one, "title": titles[one]} for one in found])
        return 0
    for one in found:
        output.say(f"{one}  {titles[one]}")
    output.note(f"{counted(len(found), 'control')} of this scope that your list does not hold ({args.project}).")
    return 0


def _leave_out(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.control_deciding import left_out
    from soc2desk.app.list_reading import person_named

    values = left_out(session, args.what, args.reason, person_named(session, args.by))
    session.put(values, "controls left out that your list does not hold")
    session.save()
    output.note(f"{counted(len(args.what), 'control')} left out.")
    return 0


ACTS: Mapping[str, Callable[[Session, argparse.Namespace, Output], int]] = MappingProxyType(
    {READ: _read, LINES: _lines, MATCH: _match, OWN: _own, MISSING: _missing, LEAVE_OUT: _leave_out}
)
