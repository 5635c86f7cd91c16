"""A firm's brand as one file: a name, answers, logo and the ground of Word documents. It may come from anybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.convert import decode_json, encode_json_lines
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain
from soc2desk.storage.preset_files import plain_name

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".brand.json"
MOST_BYTES = 22 * 1024 * 1024
"""A picture and a Word file of the largest size that is taken, written as text."""

_FORM = 1
_MOST_ANSWERS = 50
_MOST_FILES = 200
_LONGEST_FILE = 60


@dataclass(frozen=True)
class BrandFile:
    """What stands in a brand: nothing of it was looked at yet but its form. Pictures and Word files are bytes."""

    name: str
    answers: dict[str, str] = field(default_factory=dict)
    firm_logo: bytes = b""
    style: bytes = b""
    form: int = _FORM


def read_brand_file(path: Path) -> BrandFile:
    """Return what a brand says. Raises FileProblem, and ProjectProblem for a file that is none."""
    with said_plainly("The brand cannot be read.", path):
        check_plain(path)
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise ProjectProblem("The brand is far too large.", where=str(path))
    found = decode_json(raw, BrandFile, str(path), ProjectProblem)
    if found.form != _FORM:
        hint = "Update soc2desk, or ask for the brand from an older one."
        raise ProjectProblem("The brand was made by another version of soc2desk.", where=str(path), hint=hint)
    name = plain_name(found.name)
    if not name or len(found.answers) > _MOST_ANSWERS:
        raise ProjectProblem("This is no brand.", where=str(path), hint="Ask for the file again from whoever made it.")
    return BrandFile(name, found.answers, found.firm_logo, found.style)


def brand_path(folder: Path, name: str) -> Path:
    """Return where a brand of this name stands. Raises ProjectProblem for a name that no file can bear."""
    stem = file_name(name, _LONGEST_FILE)
    if not stem or is_device(stem):
        raise ProjectProblem(f'A brand cannot be called "{name[:60]}".', hint="Use some letters or digits.")
    return folder / f"{stem}{ENDING}"


def write_brand_file(path: Path, brand: BrandFile, *, replacing: bool) -> None:
    """Write a brand as a whole. Raises ProjectProblem where one stands already, FileProblem."""
    with said_plainly("The brand could not be saved.", path):
        if path.exists() and not replacing:
            hint = "Choose another name, or add --replace."
            raise ProjectProblem(f"There is a file {path.name} already.", where=str(path), hint=hint)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, encode_json_lines(brand))


def brand_files(folder: Path) -> tuple[Path, ...]:
    """Return the brands of a folder by name; none of them is read."""
    if not folder.is_dir():
        return ()
    with said_plainly("The brands cannot be listed.", folder):
        found = (path for path in folder.iterdir() if path.name.endswith(ENDING) and not path.name.startswith("."))
        return tuple(sorted(found))[:_MOST_FILES]


def drop_brand_file(path: Path) -> None:
    """Take a brand away. Raises FileProblem."""
    with said_plainly("The brand could not be taken away.", path):
        path.unlink()
