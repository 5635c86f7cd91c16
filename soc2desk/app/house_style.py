"""A firm's own Word file between a person's folder, the project and the documents that are made in its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.lock import written_alone
from soc2desk.storage.style_files import STYLE_FILE, drop_style, keep_style, kept_style, word_file_at

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source
    from soc2desk.renderers.docx_reference import Reference

_AGAIN = "Choose the file again, or take it away: on the page Look of the documents, or with soc2desk style."


def style_from(file: Path) -> Reference:
    """Return the ground that documents are made on, from a Word file of a person, and what is left out of it.

    Raises FileProblem for a file that cannot be used, with what to do.
    """
    return _read(word_file_at(file), str(file))


def style_of(source: Source) -> bytes:
    """Return the ground of a project's documents as Look.reference takes it; empty where it keeps no Word file.

    Raises FileProblem when it keeps one that cannot be used: nothing is made without it unsaid.
    """
    folder = source.project_folder
    raw = kept_style(folder) if folder is not None else b""
    return _read(raw, str(source.folder), _AGAIN).base if raw else b""


def keep_style_of(desk: Desk, name: str, file: Path) -> Reference:
    """Keep the style of a Word file for a project, without that file's text, and return what was made of it."""
    return keep_style_in(_folder(desk, name), file)


def drop_style_of(desk: Desk, name: str) -> bool:
    """Take the style of a project away; return whether there was one."""
    return drop_style_in(_folder(desk, name))


def has_style(desk: Desk, name: str) -> bool:
    """Return whether a project keeps a Word file for its documents."""
    return has_style_in(_folder(desk, name))


def keep_style_in(folder: Path, file: Path) -> Reference:
    """Keep the style of a Word file in a project's folder. Raises problems as style_from does, and keeps nothing."""
    made = style_from(file)
    with written_alone(folder):
        keep_style(folder, made.base)
    return made


def drop_style_in(folder: Path) -> bool:
    """Take the style out of a project's folder; return whether there was one."""
    with written_alone(folder):
        return drop_style(folder)


def has_style_in(folder: Path) -> bool:
    """Return whether a project's folder holds a Word file for its documents, also one that can no longer be used."""
    path = folder / STYLE_FILE
    return path.is_symlink() or path.exists()


def _folder(desk: Desk, name: str) -> Path:
    from soc2desk.app.transfer import project_folder

    return project_folder(desk, name)


def _read(raw: bytes, where: str, hint: str = "") -> Reference:
    from soc2desk.renderers.docx_reference import reference_from

    try:
        return reference_from(raw)
    except FileProblem as problem:
        raise FileProblem(problem.message, where=where, hint=hint or problem.hint) from problem
