"""Which variant of which exercise a practice copy holds, in a small file beside the project."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from soc2desk.domain.problems import Problem
from soc2desk.domain.variants import CODE, Variant
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import one_line
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE_FILE = "exercise.json"
PRACTICE_FILE = "practice.txt"
"""The file in a project's folder that says that it is a practice copy, and of what."""
MOST_OF_MARK = 100
SOME_PRACTICE = "practice"
"""What is said of a copy whose mark does not tell of what."""
EXERCISE = "exercise:"
"""What the mark of a practice copy begins with where it is an exercise."""
ROOM = "room"
"""The folder of the evidence room in that of such a copy."""
LONGEST_NAME = 80
MOST_BYTES = 10_000
_FORMAT = 1


def keep_variant(folder: Path, variant: Variant, number: str = "", project: str = "") -> None:
    """Write down which variant a copy holds, with its number, by which a copied file is known. Raises FileProblem.

    `number` is one that was read before, which may be that of another student; empty takes the variant's own.
    `project` is the identity of the project that was made for it.
    """
    said = {
        "format": _FORMAT, "exercise": variant.exercise, "student": variant.student, "code": variant.code,
        "variant": number or variant.number, **({"project": project} if project else {}),
    }  # fmt: skip
    with said_plainly("The practice copy could not be created.", folder):
        replace_whole(folder / EXERCISE_FILE, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def variant_of(folder: Path) -> Variant | None:
    """Return which variant a practice copy holds; None for a project that is no exercise."""
    found = said_variant(folder)
    return found[0] if found else None


def said_variant(folder: Path) -> tuple[Variant, str] | None:
    """Return the variant by its words and the number written beside it: the two differ where a file was changed."""
    return variant_from(_kept(folder / EXERCISE_FILE, MOST_BYTES))


def is_newer(folder: Path) -> bool:
    """Return whether the file of a copy was written by a newer soc2desk, which may mean something else by it."""
    try:
        said = json.loads(_kept(folder / EXERCISE_FILE, MOST_BYTES))["format"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return isinstance(said, int) and said > _FORMAT


def said_project(folder: Path) -> str:
    """Return the identity of the project that was made for a copy; empty where the file does not say it."""
    try:
        return named(json.loads(_kept(folder / EXERCISE_FILE, MOST_BYTES))["project"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def variant_from(raw: bytes) -> tuple[Variant, str] | None:
    """Return what the bytes of such a file say; None for what is none."""
    try:
        said = json.loads(raw if len(raw) <= MOST_BYTES else b"")
        words = [named(said[key]) for key in ("exercise", "student", "code", "variant")]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    exercise, student, code, number = words
    return (Variant(exercise, student, code if CODE.fullmatch(code) else ""), number) if exercise else None


def practised(folder: Path) -> str:
    """Return what a project practises on: a sample, or an exercise; empty for a project of somebody's own.

    A mark that was emptied, or taken away from a copy of an exercise, makes no project of it.
    """
    raw = _kept(folder / PRACTICE_FILE, MOST_OF_MARK)[:MOST_OF_MARK]
    said = one_line(raw.decode("utf-8", "replace"), MOST_OF_MARK)
    if said or not any(os.path.lexists(folder / name) for name in (PRACTICE_FILE, EXERCISE_FILE)):
        return said
    found = variant_of(folder)
    return f"{EXERCISE}{found.exercise}" if found else SOME_PRACTICE


def _kept(path: Path, most: int) -> bytes:
    """Return the bytes of a small file; none of one that is not there, or cannot be read as a file."""
    try:
        return read_kept_file(path, "The practice copy cannot be read.", most) or b""
    except Problem:
        return b""


def mark_practice(folder: Path, what: str) -> None:
    """Write down that a project is a practice copy, and of what. Raises FileProblem."""
    with said_plainly("The practice copy could not be marked.", folder / PRACTICE_FILE):
        (folder / PRACTICE_FILE).write_text(f"{what}\n", encoding="utf-8")


def named(words: object) -> str:
    """Return a name as it is kept: one line, without signs that nobody sees."""
    if not isinstance(words, str):
        raise TypeError("no text")
    return one_line(words, LONGEST_NAME)
