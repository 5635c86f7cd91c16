"""The Word file that documents of a project take their type and letterhead from: beside the project, like its logo."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import write_out
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

STYLE_FILE = "style.docx"
MOST_BYTES = 10 * 1024 * 1024
_SMALLER = "Take the text and the large pictures out of it: only its styles, header and footer are used."


def word_file_at(path: Path) -> bytes:
    """Return a file that a person points at. Raises FileProblem for what is not there, no file, or too large."""
    with said_plainly("The Word file cannot be read.", path):
        if not path.is_file():
            raise FileProblem("The Word file is not there.", where=str(path), hint="Check the path.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        message = f"The Word file is larger than {MOST_BYTES // 1024**2} MB."
        raise FileProblem(message, where=str(path), hint=_SMALLER)
    return raw


def kept_style(folder: Path) -> bytes:
    """Return the Word file that a project keeps for its documents; empty for none. Raises FileProblem as above."""
    path = folder / STYLE_FILE
    if path.is_symlink():
        message, hint = "The Word file beside the project is a link.", "Put the file itself there, or choose it again."
        raise FileProblem(message, where=str(path), hint=hint)
    return word_file_at(path) if path.exists() else b""


def keep_style(folder: Path, raw: bytes) -> None:
    """Keep a Word file for the documents of a project; one before it is replaced, whole or not at all."""
    path = folder / STYLE_FILE
    fresh = path.with_name(f".{path.name}.new")
    with said_plainly("The Word file could not be saved.", path):
        try:
            with fresh.open("wb") as file:
                file.write(raw)
                write_out(file)
            fresh.replace(path)
        finally:
            with suppress(OSError):
                fresh.unlink()


def drop_style(folder: Path) -> bool:
    """Take the Word file away; return whether there was one."""
    path = folder / STYLE_FILE
    with said_plainly("The Word file could not be taken away.", path):
        was_there = path.is_symlink() or path.exists()
        path.unlink(missing_ok=True)
    return was_there
