"""Ask the client with a file that is filled in without this program, and read the answers back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.app.session import Session
    from soc2desk.cli.output import Output

TOLD = 1
_USAGE = "See: soc2desk questionnaire --help"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    command.add_argument("--out", metavar="FILE", help="write the questionnaire as a Word file or workbook")
    command.add_argument("--all", dest="every", action="store_true", help="ask what is answered already too")
    command.add_argument(
        "--pages", metavar="PAGE", nargs="+", default=[], help="ask these pages of the interview alone"
    )
    command.add_argument("--read", metavar="FILE", help="read a filled-in questionnaire back and take its answers")
    command.add_argument("--show", action="store_true", help="show what the file would change and write nothing")
    one = "take this place, such as answers.company, and nothing that is not named so; a clash too (repeatable)"
    command.add_argument("--take", metavar="PLACE", action="append", default=[], help=one)
    command.add_argument("--leave", metavar="PLACE", action="append", default=[], help="leave this place (repeatable)")
    add_json(command)


def run(args: argparse.Namespace, output: Output) -> int:
    """Write the questionnaire, or read one back; exit 1 when something of it was not taken."""
    if bool(args.out) == bool(args.read):
        raise UsageProblem("Say either --out FILE or --read FILE.", hint=_USAGE)
    if args.read and (args.every or args.pages):
        raise UsageProblem("--all and --pages say what is asked, and belong to --out.", hint=_USAGE)
    if args.out and (args.show or args.take or args.leave):
        raise UsageProblem("--show, --take and --leave belong to --read.", hint=_USAGE)
    return _ask(args, output) if args.out else _read(args, output)


def _ask(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.asking import Asking
    from soc2desk.app.asking_file import write_questionnaire
    from soc2desk.app.session import open_to_read
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    session = open_to_read(desk, project_folder(desk, args.project))
    asked = write_questionnaire(session, Asking(tuple(args.pages), args.every), Path(args.out))
    if output.as_json:
        output.json({"file": args.out, "questions": len(asked.questions), "tables": len(asked.tables)})
        return 0
    output.report(args.out)
    output.note(f"It asks {counted(len(asked.questions), 'question')} and shows {counted(len(asked.tables), 'table')}.")
    output.note("What the client writes stays in that file until it is read here.")
    return 0


def _read(args: argparse.Namespace, output: Output) -> int:
    from soc2desk.app.answers_plan import plan_answers
    from soc2desk.app.session import open_session, open_to_read
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    opened = open_to_read if args.show else open_session
    session = opened(desk, project_folder(desk, args.project))
    try:
        plan = plan_answers(session, Path(args.read))
        chosen = _chosen(plan, args)
        _tell(plan, chosen, output)
        if not args.show:
            _take(session, plan, chosen, output)
    finally:
        session.close()
    left = {one.place for one in plan.to_take} - chosen
    return TOLD if plan.unread or left else 0


def _chosen(plan: AnswersPlan, args: argparse.Namespace) -> set[str]:
    known = {one.place for one in plan.to_take}
    for place in (*args.take, *args.leave):
        if place not in known:
            hint = "soc2desk questionnaire PROJECT --read FILE --show lists what the file brings."
            raise UsageProblem(f"The file brings nothing new at {place!r}.", hint=hint)
    return (set(args.take) or set(plan.usual)) - set(args.leave)


def _take(session: Session, plan: AnswersPlan, chosen: set[str], output: Output) -> None:
    from soc2desk.app.answers_taking import LABEL, puts_of

    puts = puts_of(session, plan, chosen)
    if not puts:
        output.note("There was nothing to take.")
        return
    session.put(puts, LABEL)
    session.save()
    output.note(f"Took {counted(len(chosen), 'answer')}.")


def _tell(plan: AnswersPlan, chosen: set[str], output: Output) -> None:
    if output.as_json:
        lines = [
            {"place": one.place, "what": one.fate, "where": one.where, "before": one.before, "after": one.after,
             "taken": one.place in chosen} for one in plan.proposals
        ]  # fmt: skip
        unread = [{"question": one.label, "where": one.where, "message": one.message} for one in plan.unread]
        signed = {"filled_in_by": plan.signer, "person": plan.person or None}
        output.json({"client": plan.client, **signed, "note": plan.note, "answers": lines, "not_taken": unread})
        return
    output.say(f"Questionnaire for {plan.client}, made on {plan.made_on}. {_signed(plan)}")
    for one in plan.to_take:
        left = "" if one.place in chosen else "  [left as it is here]"
        output.say(f"{one.place}  {one.fate}{left}\n  {one.label}\n  {one.before or '(nothing)'} -> {one.after}")
    for problem in plan.unread:
        output.say(f"not taken: {problem.label}\n  {problem.where}: {problem.message}")
    same = len(plan.proposals) - len(plan.to_take)
    if same:
        output.note(f"{counted(same, 'answer')} as it stands here already.")


def _signed(plan: AnswersPlan) -> str:
    return f"Filled in by {plan.signer}." if plan.is_signed else plan.note
