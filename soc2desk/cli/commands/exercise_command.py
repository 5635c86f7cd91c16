"""Open practice companies with planted faults and their evidence rooms, and make the key of a class."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.cli.output import Output

_CODE = "the code of your class, as your instructor gave it; without it you practise alone"
_NAME = "whose copy it is: each student has rows and a folder of their own"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = command.add_subparsers(
        dest="act", metavar="ACT", required=True, help="list, open, start-over, room, labs, answers, key"
    )
    listed = acts.add_parser("list", help="list the exercises", description="List the exercises.")
    add_json(listed)
    one = acts.add_parser("open", help="open a copy, made when there is none", description="Open a copy.")
    over = acts.add_parser("start-over", help="set a copy back to its beginning", description="Set a copy back.")
    room = acts.add_parser("room", help="write an evidence room alone", description="Write an evidence room alone.")
    told = "say what is to be found in a copy, for the instructor"
    answers = acts.add_parser("answers", help=told, description=f"{told.capitalize()}.")
    for act in (one, over, room, answers):
        act.add_argument("exercise", metavar="EXERCISE", help="an exercise of the list")
        act.add_argument("--student", metavar="NAME", default="", help=_NAME)
        act.add_argument("--code", metavar="CODE", default="", help=_CODE)
    room.add_argument("--out", metavar="DIR", required=True, help="a new folder for the files")
    answers.add_argument("--out", metavar="FILE", default="", help="a PDF of them; it does not lie where students work")
    add_json(answers)
    labs = acts.add_parser("labs", help="write the lab files of the skill areas", description="Write the lab files.")
    labs.add_argument("--student", metavar="NAME", default="", help=_NAME)
    labs.add_argument("--code", metavar="CODE", default="", help=_CODE)
    labs.add_argument("--out", metavar="DIR", required=True, help="a new folder for the files")
    key = acts.add_parser("key", help="make the key of a class", description="Make the key of a class.")
    key.add_argument("exercise", metavar="EXERCISE", help="an exercise of the list")
    key.add_argument("--class", dest="class_name", metavar="NAME", required=True, help="what the class is called")
    key.add_argument(
        "--seed", metavar="WORDS", required=True, help="words that no student knows; the same give the same key again"
    )
    key.add_argument("--out", metavar="FILE", required=True, help="where the key goes; keep it to yourself")


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act with exercises."""
    acts = {
        "list": _list,
        "open": _open,
        "start-over": _over,
        "room": _room,
        "labs": _labs,
        "answers": _answers,
        "key": _key,
    }
    acts[args.act](args, output)
    return 0


def _list(args: argparse.Namespace, output: Output) -> None:
    exercises = desk_of(args).catalogue.exercises
    if output.as_json:
        output.json([
            {"id": one.id, "title": one.title, "sample": one.sample, "level": one.level, "minutes": one.minutes,
             "skills": list(one.skills), "faults": len(one.faults)}
            for one in exercises
        ])  # fmt: skip
        return
    for one in exercises:
        skills = ", ".join(one.skills)
        output.say(f"{one.id:22} {one.level:7} {one.minutes:4} min  {one.title} ({one.sample}; {skills})")


def _open(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.exercising import open_exercise, variant_for
    from soc2desk.app.practice import ROOM

    desk = desk_of(args)
    variant = variant_for(desk, args.exercise, args.student, args.code)
    folder = open_exercise(desk, variant)
    output.report(f"{folder}\n  variant {variant.number}, evidence room in {folder / ROOM}")
    output.note(f"Read {folder / ROOM / '00-read-me.md'} first. Next: soc2desk check {folder.name}")


def _over(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.exercising import folder_of, start_over, variant_for

    desk = desk_of(args)
    folder = folder_of(desk, variant_for(desk, args.exercise, args.student, args.code))
    start_over(desk, folder)
    output.report(f"{folder} is as it was at the beginning.")
    output.note("What was in it is kept as a back-up, and the notebook under another name.")


def _room(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.exercising import variant_for, write_room

    desk, target = desk_of(args), Path(args.out).expanduser()
    variant = variant_for(desk, args.exercise, args.student, args.code)
    count = write_room(desk, target, variant)
    output.report(f"{target}: {count} files, variant {variant.number}")


def _labs(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.exercising import write_labs

    target = Path(args.out).expanduser()
    count = write_labs(desk_of(args), target, args.student, args.code)
    output.report(f"{target}: {count} files")


def _answers(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.answer_sheet import answer_lines, write_answers
    from soc2desk.app.exercising import variant_for

    desk = desk_of(args)
    variant = variant_for(desk, args.exercise, args.student, args.code)
    lines = answer_lines(desk, variant)
    written = str(write_answers(desk, variant, Path(args.out).expanduser())) if args.out.strip() else ""
    if output.as_json:
        rows = [{"fault": fault, "where": where, "writes": writes} for fault, where, writes in lines]
        output.json({"exercise": variant.exercise, "variant": variant.number, "out": written, "answers": rows})
        return
    for fault, where, writes in lines:
        output.say(f"{fault}\n  {where}\n  {writes}")
    if written:
        output.report(written)


def _key(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.exercising import make_class_key

    if not args.out.strip():
        raise UsageProblem("No file is named for the key.", hint="For example: --out group-b.key")
    key = make_class_key(desk_of(args), args.exercise, args.class_name, args.seed, Path(args.out).expanduser())
    output.report(f"Code of the class: {key.code}")
    output.note("Give the code to your students. The key stays with you: soc2desk mark needs it.")
