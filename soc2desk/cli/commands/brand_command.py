"""Keep a firm's brand under a name, put it on projects, and hand it on as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.commands.arguments import add_json, desk_of
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.preferences import Settings
    from soc2desk.cli.output import Output
    from soc2desk.domain.catalogue import Catalogue

_NAMED = "a brand by its name, or its file"
_PROJECT = "a project of the workspace"


def add(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    names = "save, list, show, apply, usual, remove, export, take"
    acts = command.add_subparsers(dest="act", metavar="ACT", required=True, help=names)
    save = acts.add_parser("save", help="keep the brand of a project", description="Keep the brand of a project.")
    save.add_argument("project", metavar="PROJECT", help=_PROJECT)
    save.add_argument("name", metavar="NAME", help="what the brand is called, for example your firm")
    listing = acts.add_parser("list", help="list the brands", description="List the brands.")
    add_json(listing)
    show = acts.add_parser("show", help="say what a brand holds", description="Say what a brand holds.")
    show.add_argument("brand", metavar="BRAND", help=_NAMED)
    apply = acts.add_parser("apply", help="put it on a project", description="Put a brand on a project.")
    apply.add_argument("brand", metavar="BRAND", help=_NAMED)
    apply.add_argument("project", metavar="PROJECT", help=_PROJECT)
    usual = acts.add_parser("usual", help="let new projects begin with it", description="Choose the usual brand.")
    usual.add_argument("brand", metavar="BRAND", nargs="?", help=_NAMED)
    usual.add_argument("--none", action="store_true", help="let new projects begin without one")
    remove = acts.add_parser("remove", help="take a brand away", description="Take a brand away; projects stay.")
    remove.add_argument("brand", metavar="BRAND", help="a brand by its name")
    export = acts.add_parser("export", help="write it to one file", description="Write a brand to one file.")
    export.add_argument("brand", metavar="BRAND", help=_NAMED)
    export.add_argument("file", metavar="FILE.brand.json", help="the file to write")
    take = acts.add_parser("take", help="keep one from a file", description="Keep a brand from a file.")
    take.add_argument("file", metavar="FILE.brand.json", help="a file that export wrote")
    for act in (save, apply, export, take):
        act.add_argument("--replace", action="store_true", help="write over what stands there already")


def run(args: argparse.Namespace, output: Output) -> int:
    """Do one act with brands."""
    _ACTS[args.act](args, output)
    return 0


def _folder(args: argparse.Namespace) -> Path:
    from soc2desk.app.brands import brands_folder

    return brands_folder(_named_workspace(args))


def _named_workspace(args: argparse.Namespace) -> Path | None:
    return Path(args.workspace) if args.workspace else None


def _settings(args: argparse.Namespace) -> Settings:
    from soc2desk.app.preferences import Settings

    return Settings.read(_named_workspace(args))


def _save(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import save_brand

    output.report(str(save_brand(_folder(args), desk_of(args).source(args.project), args.name, replacing=args.replace)))


def _list(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import list_brands

    usual = _settings(args).preferences.usual_brand
    found = list_brands(_folder(args))
    if output.as_json:
        output.json(
            [
                {"file": str(one.path), "name": one.name, "usual": str(one.path) == usual,
                 "problem": one.problem.message if one.problem else None}
                for one in found
            ]
        )  # fmt: skip
        return
    for one in found:
        said = f"({one.problem.message})" if one.problem else one.name
        output.say(f"{one.path.name}  {said}" + ("  (usual for new projects)" if str(one.path) == usual else ""))
    if not found:
        output.note("No brands yet. Save one: soc2desk brand save PROJECT NAME")


def _show(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import find_brand, open_brand

    catalogue = desk_of(args).catalogue
    brand = open_brand(catalogue, find_brand(_folder(args), args.brand))
    output.say(brand.name)
    for question, answer in brand.answers.items():
        output.say(f"  {catalogue.questions[question].label}  {' '.join(str(answer.value).split())}")
    for what, raw in {"A logo": brand.firm_logo, "The style of a Word file": brand.style}.items():
        if raw:
            output.say(f"  {what}, {max(len(raw) // 1024, 1)} kB")
    _tell_left_out(brand.left_out, output)


def _apply(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import apply_brand, find_brand, open_brand
    from soc2desk.app.transfer import project_folder

    desk = desk_of(args)
    brand = open_brand(desk.catalogue, find_brand(_folder(args), args.brand))
    done = apply_brand(desk, project_folder(desk, args.project), brand, replacing=args.replace)
    put, kept = (", ".join(_called(one, desk.catalogue) for one in parts) for parts in (done.put, done.kept))
    output.report(f"Put on {args.project}: {put or 'nothing new'}.")
    if kept:
        output.note(f"Kept as the project has it: {kept}. --replace takes the brand's.")
    _tell_left_out(brand.left_out, output)


def _called(part: str, catalogue: Catalogue) -> str:
    question = catalogue.questions.get(part)
    return f"{question.label} ({part})" if question else f"{part} of Word documents"


def _usual(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import find_brand, open_brand, with_usual

    if bool(args.brand) == args.none:
        raise UsageProblem("Name one brand, or say --none.", hint="soc2desk brand list names them.")
    if args.none:
        with_usual(_settings(args), None)
        output.note("New projects begin without a brand.")
        return
    path = find_brand(_folder(args), args.brand).absolute()
    name = open_brand(desk_of(args).catalogue, path).name
    with_usual(_settings(args), path)
    output.note(f"New projects begin with the brand {name}.")


def _remove(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import find_brand, remove_brand

    path = find_brand(_folder(args), args.brand)
    remove_brand(_settings(args), path)
    output.note(f"{path.name} is taken away. Projects that wear it stay as they are.")


def _export(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import find_brand, hand_on

    hand_on(find_brand(_folder(args), args.brand), Path(args.file), replacing=args.replace)
    output.report(args.file)


def _take(args: argparse.Namespace, output: Output) -> None:
    from soc2desk.app.brands import take_brand

    path, brand = take_brand(desk_of(args).catalogue, _folder(args), Path(args.file), replacing=args.replace)
    output.report(str(path))
    _tell_left_out(brand.left_out, output)


def _tell_left_out(left_out: tuple[str, ...], output: Output) -> None:
    for one in left_out:
        output.note(f"Left out: {one}")


_ACTS = {
    "save": _save, "list": _list, "show": _show, "apply": _apply,
    "usual": _usual, "remove": _remove, "export": _export, "take": _take,
}  # fmt: skip
