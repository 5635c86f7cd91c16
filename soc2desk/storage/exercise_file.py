"""Which variant of which exercise a practice copy holds, in a small file beside the project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from soc2desk.domain.variants import CODE, Variant
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE_FILE = "exercise.json"
LONGEST_NAME = 80
MOST_BYTES = 10_000
_FORMAT = 1


def keep_variant(folder: Path, variant: Variant) -> None:
    """Write down which variant a copy holds, with its number, by which a copied file is known. Raises FileProblem."""
    said = {
        "format": _FORMAT, "exercise": variant.exercise, "student": variant.student, "code": variant.code,
        "variant": variant.number,
    }  # fmt: skip
    with said_plainly("The practice copy could not be created.", folder):
        replace_whole(folder / EXERCISE_FILE, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def variant_of(folder: Path) -> Variant | None:
    """Return which variant a practice copy holds; None for a project that is no exercise."""
    found = said_variant(folder)
    return found[0] if found else None


def said_variant(folder: Path) -> tuple[Variant, str] | None:
    """Return the variant by its words and the number written beside it: the two differ where a file was changed."""
    try:
        with (folder / EXERCISE_FILE).open("rb") as file:
            return variant_from(file.read(MOST_BYTES))
    except OSError:
        return None


def variant_from(raw: bytes) -> tuple[Variant, str] | None:
    """Return what the bytes of such a file say; None for what is none."""
    try:
        said = json.loads(raw)
        words = [named(said[key]) for key in ("exercise", "student", "code", "variant")]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    exercise, student, code, number = words
    return (Variant(exercise, student, code if CODE.fullmatch(code) else ""), number) if exercise else None


def named(words: object) -> str:
    """Return a name as it is kept: one line, without signs that nobody sees."""
    if not isinstance(words, str):
        raise TypeError("no text")
    return " ".join(clean(words).split())[:LONGEST_NAME]
