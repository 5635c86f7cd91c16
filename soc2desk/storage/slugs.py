"""Folder names that every system takes, made from names that people give."""

from __future__ import annotations

import re
import unicodedata

from soc2desk.domain.problems import ProjectProblem

_LONGEST = 60
_RESERVED = frozenset({
    "con", "prn", "aux", "nul",
    *(f"com{digit}" for digit in range(10)),
    *(f"lpt{digit}" for digit in range(10)),
})  # fmt: skip
# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
    }
)


def slug(name: str) -> str:
    """Return the folder name of a project: a to z, digits and single hyphens, at most 60 characters.

    Raises ProjectProblem when nothing of the name is left, or when a system keeps the name for itself.
    """
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    ascii_only = apart.encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST].strip("-")
    if not words:
        hint = "Give it a name with letters a to z, for example acme."
        raise ProjectProblem("No folder can be named after this project.", where=name.strip() or None, hint=hint)
    if words in _RESERVED:
        hint = f"Name it {words}-project, for example."
        raise ProjectProblem("Windows keeps this name for itself.", where=name, hint=hint)
    return words
