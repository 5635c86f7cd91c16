"""A preset as a file: a name, and answers as an answers file writes them. It may come from anybody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.convert import decode_json, encode_json_lines
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_text_file

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".preset.json"
LONGEST_NAME = 80
MOST_BYTES = 200_000

_FORM = 1
_MOST_ANSWERS = 500
_MOST_FILES = 200
_LONGEST_FILE = 60
_ID = re.compile("[a-z][a-z0-9_]{0,60}")


class NameTaken(ProjectProblem):
    """A preset of this name stands already."""


@dataclass(frozen=True)
class PresetFile:
    """What stands in a preset: nothing of it was looked at yet but its form."""

    name: str
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    form: int = _FORM


def read_preset_file(path: Path) -> PresetFile:
    """Return what a preset says. Raises FileProblem, and ProjectProblem for a file that is none."""
    return preset_from(read_text_file(path, "The preset cannot be read.", MOST_BYTES), str(path))


def preset_from(raw: bytes, where: str) -> PresetFile:
    """Return the preset in some bytes. Raises ProjectProblem for what is none."""
    if len(raw) > MOST_BYTES:
        raise ProjectProblem("The preset is far too large.", where=where)
    found = decode_json(raw, PresetFile, where, ProjectProblem)
    if found.form != _FORM:
        hint = "Update soc2desk, or ask for the preset from an older one."
        raise ProjectProblem("The preset was made by another version of soc2desk.", where=where, hint=hint)
    name = plain_name(found.name)
    known = all(_ID.fullmatch(question) for question in found.answers)
    if not name or not known or len(found.answers) > _MOST_ANSWERS:
        raise ProjectProblem("This is no preset.", where=where, hint="Ask for the file again from whoever made it.")
    return PresetFile(name, found.answers)


def plain_name(name: str) -> str:
    """Return a name as a preset bears it: one line, not too long."""
    return " ".join(clean(name).split())[:LONGEST_NAME].strip()


def preset_path(folder: Path, name: str) -> Path:
    """Return where a preset of this name stands. Raises ProjectProblem for a name that no file can bear."""
    stem = file_name(name, _LONGEST_FILE)
    if not stem or is_device(stem):
        raise ProjectProblem(f'A preset cannot be called "{name[:60]}".', hint="Use some letters or digits.")
    return folder / f"{stem}{ENDING}"


def write_preset_file(path: Path, preset: PresetFile, *, replacing: bool) -> None:
    """Write a preset as a whole. Raises ProjectProblem where one stands already, FileProblem."""
    with said_plainly("The preset could not be saved.", path):
        if path.exists() and not replacing:
            hint = "Choose another name, or replace it."
            raise NameTaken(f"There is a preset {path.name} already.", where=str(path), hint=hint)
        path.parent.mkdir(parents=True, exist_ok=True)
        said = {"form": preset.form, "name": preset.name, "answers": preset.answers}
        replace_whole(path, encode_json_lines(said))


def preset_files(folder: Path) -> tuple[Path, ...]:
    """Return the presets of a folder by name; none of them is read."""
    if not folder.is_dir():
        return ()
    with said_plainly("The presets cannot be listed.", folder):
        found = (path for path in folder.iterdir() if path.name.endswith(ENDING) and not path.name.startswith("."))
        return tuple(sorted(found))[:_MOST_FILES]
