"""Folder names that every system takes, made from names that people give."""

from __future__ import annotations

from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.problems import ProjectProblem

_LONGEST = 60


def slug(name: str) -> str:
    """Return the folder name of a project: a to z, digits and single hyphens, at most 60 characters.

    Raises ProjectProblem when nothing of the name is left, or when a system keeps the name for itself.
    """
    words = file_name(name, _LONGEST)
    if not words:
        hint = "Give it a name with letters a to z, for example acme."
        raise ProjectProblem("No folder can be named after this project.", where=name.strip() or None, hint=hint)
    if is_device(words):
        hint = f"Name it {words}-project, for example."
        raise ProjectProblem("Windows keeps this name for itself.", where=name, hint=hint)
    return words
