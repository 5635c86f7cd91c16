"""Keep a firm's usual answers under a name, and suggest them to a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of, words
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem, nearest

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.presets import PlannedAnswer, Preset, PresetPlan
    from soc2desk.cli.output import Output

_NAMED = "a preset by its name, or its file"
_ALSO = "questions with a confirmed answer that the preset replaces all the same, comma-separated"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True, help="save, list, show, apply")
    save = acts.add_parser("save", help="keep the usual answers of a project", description="Keep usual answers.")
    save.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    save.add_argument("name", metavar="NAME", help='what the preset is called, for example "Our usual small SaaS"')
    save.add_argument("--replace", action="store_true", help="write over the preset of this name")
    listing = acts.add_parser("list", help="list the presets", description="List the presets.")
    add_json(listing)
    show = acts.add_parser("show", help="say what a preset holds", description="Say what a preset holds.")
    show.add_argument("preset", metavar="PRESET", help=_NAMED)
    add_json(show)
    apply = acts.add_parser("apply", help="suggest it to a project", description="Suggest a preset to a project.")
    apply.add_argument("preset", metavar="PRESET", help=_NAMED)
    apply.add_argument("project", metavar="PROJECT", help="a project of the workspace")
    apply.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")
    apply.add_argument("--also", metavar="IDS", type=words, default=(), help=_ALSO)
    add_json(apply)


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act with presets."""
    {"save": _save, "list": _list, "show": _show, "apply": _apply}[args.act](args, output)
    return 0


def _folder(args: argparse.Namespace) -> Path:
    from soc2desk.app.presets import presets_folder

    return presets_folder(Path(args.workspace) if args.workspace else None)


def _save(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.presets import open_preset, save_preset
    from soc2desk.app.transfer import read_project

    desk = desk_of(args)
    project = read_project(desk, args.project)
    path = save_preset(desk, _folder(args), project, args.name, replacing=args.replace)
    output.report(str(path))
    output.note(f"{len(open_preset(desk, path).answers)} answers; nothing of the client stands in it.")


def _list(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.presets import list_presets

    found = list_presets(desk_of(args), _folder(args))
    if output.as_json:
        output.json(
            [
                {"file": str(one.path), "name": one.preset.name if one.preset else None,
                 "answers": len(one.preset.answers) if one.preset else 0,
                 "problem": one.problem.message if one.problem else None}
                for one in found
            ]
        )  # fmt: skip
        return
    for one in found:
        problem = one.problem.message if one.problem else ""
        said = f"{one.preset.name}  {len(one.preset.answers)} answers" if one.preset else f"({problem})"
        output.say(f"{one.path.name}  {said}")
    if not found:
        output.note("No presets yet. Save one: soc2desk preset save PROJECT NAME")


def _show(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.presets import find_preset, preset_lines

    desk = desk_of(args)
    preset = find_preset(desk, _folder(args), args.preset)
    lines = preset_lines(preset, desk.catalogue)
    if output.as_json:
        answers = [{"label": label, "value": value} for label, value in lines]
        output.json({"name": preset.name, "answers": answers, "left_out": preset.left_out})
        return
    output.say(preset.name)
    for label, value in lines:
        output.say(f"  {label}  {' '.join(value.split())}")
    _tell_left_out(preset, output)


def _apply(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.presets import find_preset, plan_preset
    from soc2desk.app.transfer import put, read_project

    desk = desk_of(args)
    preset = find_preset(desk, _folder(args), args.preset)
    plan = plan_preset(desk, read_project(desk, args.project), preset)
    values = plan.puts(plan.usual | _confirmed(plan, args.also))
    if not args.dry_run and values:
        put(desk, args.project, values)
    if output.as_json:
        written = [] if args.dry_run else [where[1] for where in values]
        output.json({"answers": [_data(line) for line in plan.lines], "suggested": written})
        return
    _tell_lines(plan, {where[1] for where in values}, output)
    _tell_left_out(preset, output)
    if args.dry_run:
        output.note("Nothing was written.")
    else:
        output.note(f"Suggested: {len(values)}. Each waits for a confirmation.")


def _confirmed(plan: PresetPlan, also: tuple[str, ...]) -> set[str]:
    known = [line.question for line in plan.lines]
    for one in also:
        if one not in known:
            hint = nearest(one, known) or "See soc2desk preset apply PRESET PROJECT --dry-run."
            raise UsageProblem(f'The preset has no answer to "{one}" for this project.', hint=hint)
    return set(also)


def _tell_lines(plan: PresetPlan, taken: set[str], output: Output) -> None:
    """Print what is suggested, then what is kept, then how many answers are the same already."""
    differing = [line for line in plan.lines if line.what != "same"]
    for line in sorted(differing, key=lambda line: line.question not in taken):
        output.say(_line(line, is_taken=line.question in taken))
    same = len(plan.lines) - len(differing)
    if same:
        output.say(f"{counted(same, 'answer is', 'answers are')} the same already.")


def _line(line: PlannedAnswer, *, is_taken: bool) -> str:
    nothing = "(left empty here)" if line.what == "confirmed" else "(nothing)"
    said = f"{' '.join(line.before.split()) or nothing} -> {' '.join(line.after.split())}"
    return f"{line.question}  {line.label}  {said}{'' if is_taken else '  (confirmed here, kept)'}"


def _data(line: PlannedAnswer) -> dict[str, str]:
    return {
        "question": line.question, "label": line.label, "before": line.before, "after": line.after,
        "what": line.what.value,
    }  # fmt: skip


def _tell_left_out(preset: Preset, output: Output) -> None:
    for sentence in preset.left_out:
        output.note(f"Left out: {sentence}")
