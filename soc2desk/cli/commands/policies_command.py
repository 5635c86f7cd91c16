"""Take the client's own policies in, and mark which controls their sections state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, day, desk_of
from soc2desk.cli.matched_lines import matched_line
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

READ, LIST, SECTIONS, MARK, DROP = "read", "list", "sections", "mark", "drop"
_NAMED = frozenset({READ, MARK, DROP})


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = "read a policy, list those that were read, show their sections, mark one, or take a policy out"
    command.add_argument("act", choices=(READ, LIST, SECTIONS, MARK, DROP), help=acts)
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument(
        "what", metavar="FILE|SECTION|POLICY", nargs="*", default=[],
        help="the policy as DOCX; or the id of a section and the controls it states (or none); or the id of a policy",
    )  # fmt: skip
    command.set_defaults(several="what")
    command.add_argument("--title", metavar="WORDS", default="", help="what the policy is called; else the file's name")
    command.add_argument("--version", metavar="WORDS", default="", help="its version, as it says itself")
    command.add_argument("--approved-on", metavar="DATE", type=day, help="the day it was approved, as the client says")
    command.add_argument("--approved-by", metavar="WORDS", default="", help="who approved it, as the client says")
    command.add_argument("--by", metavar="PERSON", default="", help="who marks, by id or full name")
    command.add_argument("--dry-run", action="store_true", help="show what was found and write nothing")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Read, show, mark or take out."""
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import project_folder

    acts: dict[str, Callable[[Session, argparse.Namespace, Output], int]] = {
        READ: _read, LIST: _list, SECTIONS: _sections, MARK: _mark, DROP: _drop,
    }  # fmt: skip
    if args.act in _NAMED and not args.what:
        raise UsageProblem("Name the file, the section or the policy.", hint="See: soc2desk policies --help")
    desk = desk_of(args)
    session = open_session(desk, project_folder(desk, args.project))
    try:
        return acts[args.act](session, args, output)
    finally:
        session.close()


def _read(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.attaching_lists import whole_or_nothing
    from soc2desk.app.own_policies import PolicySaid, plan_policy, take_policy

    said = PolicySaid(args.title, args.version, args.approved_on, args.approved_by)
    plan = plan_policy(session, Path(args.what[0]), said)
    if output.as_json:
        sections = [
            {"id": id_, "number": row.get("number", ""), "heading": row["heading"],
             "controls": row.get("controls", []), "matched": row["matched"], "marked": "confirmed_on" in row}
            for id_, row in plan.lines.items()
        ]  # fmt: skip
        output.json({"policy": plan.document, "sections": sections, "gone": plan.gone, "told": plan.told})
    else:
        for id_, row in plan.lines.items():
            state = "marked" if "confirmed_on" in row else str(row["matched"])
            output.say(matched_line(id_, state, row.get("controls"), f"{row.get('number', '')} {row['heading']}"))
        for line in plan.told:
            output.say(line)
    if not args.dry_run:
        with whole_or_nothing(session):
            session.put(take_policy(session, plan), "a policy of your own")
            session.save()
        output.note(f"Next: soc2desk policies mark {args.project} SECTION ACC-07 --by PERSON")
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = session.project.own_documents
    if output.as_json:
        output.json([
            {"id": one.id, "title": one.title, "version": one.version, "approved_on": one.approved_on,
             "approved_by": one.approved_by, "read_on": one.on, "sha256": one.digest, "evidence": one.evidence}
            for one in rows
        ])  # fmt: skip
        return 0
    for one in rows:
        approved = f"approved on {one.approved_on.isoformat()}" if one.approved_on else "no approval said"
        output.say("  ".join(filter(None, (one.id, one.title, one.version, approved, one.evidence))))
    output.note(f"{counted(len(rows), 'policy', 'policies')} ({args.project}).")
    return 0


def _sections(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.own_policies import policy_of

    wanted = {policy_of(session.project, name).id for name in args.what}
    rows = [one for one in session.project.own_clauses if not wanted or one.document in wanted]
    if output.as_json:
        output.json([
            {"id": one.id, "document": one.document, "number": one.number, "heading": one.heading,
             "controls": one.controls, "matched": one.matched, "gone": one.gone, "confirmed_by": one.confirmed_by,
             "confirmed_on": one.confirmed_on} for one in rows
        ])  # fmt: skip
        return 0
    for one in rows:
        state = f"marked {one.confirmed_on}" if one.is_decided else one.matched.value
        gone = "not in the file any more" if one.gone else ""
        output.say(matched_line(one.id, state, one.controls, one.name, gone))
    output.note(f"{counted(len(rows), 'section')}, {sum(not one.is_decided for one in rows)} not marked.")
    return 0


def _mark(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.list_reading import person_named
    from soc2desk.app.own_policies import clause_of, marked

    by = person_named(session, args.by)
    session.put(marked(session, args.what[0], args.what[1:], by), "a section of your own policy, marked")
    session.save()
    clause = clause_of(session.project, args.what[0])
    output.note(f"{clause.name} states {', '.join(clause.controls) or 'none of our controls'}.")
    return 0


def _drop(session: Session, args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.own_policies import dropped

    session.put(dropped(session.project, args.what[0]), "a policy of your own taken out")
    session.save()
    output.note("The policy is taken out; its file stays as evidence.")
    return 0
