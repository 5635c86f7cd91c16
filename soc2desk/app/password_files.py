"""A password that stands in a file of its own, so that programs can give one and no list of commands holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.passwords import MOST
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.plain_files import read_text_file

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 4 * MOST


def password_in(path: Path) -> str:
    """Return the one line of a file, without the end of the line. Raises FileProblem for none, several or no text."""
    raw = read_text_file(path, "The file of the password cannot be read.")
    try:
        lines = raw.decode("utf-8-sig").splitlines() if len(raw) <= _MOST_BYTES else []
    except UnicodeDecodeError:
        lines = []
    if len(lines) != 1 or not lines[0]:
        message = "The file of the password does not hold one line of text."
        raise FileProblem(message, where=str(path), hint="Write the password into it and nothing else.")
    return lines[0]
