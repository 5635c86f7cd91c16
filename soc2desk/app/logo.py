"""The company's logo between a person's file, the project's folder and the covers."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.codec_answers import NOTHING
from soc2desk.storage.lock import written_alone
from soc2desk.storage.pictures import LOGO_FILES, check_picture, keep_picture, printable, read_picture
from soc2desk.storage.projects import LOGO, save

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.project import Project
    from soc2desk.storage.projects import Stored

_WRITTEN = (LOGO, f"answers.{LOGO}")

Changes = tuple[tuple[str, str], ...]


def logo_of(source: Source) -> bytes:
    """Return the logo as covers take it; empty when there is none.

    Raises FileProblem when a logo was chosen and cannot be used, with what to do.
    """
    raw = logo_file_of(source)
    if not raw:
        return b""
    try:
        return printable(raw)
    except FileProblem as problem:
        raise _again(problem, source) from problem


def logo_file_of(source: Source) -> bytes:
    """Return the file of the logo as it stands; empty when there is none. Raises FileProblem as logo_of does."""
    name = logo_name(source.project)
    if not name:
        return b""
    if source.folder is None:
        raise FileProblem(f"There is no folder to find the picture {name} in.", where=LOGO, hint="Choose a logo again.")
    try:
        return read_picture(source.folder, name, deeper=source.stored is None)
    except FileProblem as problem:
        raise _again(problem, source) from problem


def logo_name(project: Project) -> str:
    """Return the name of the logo's file; empty when there is none."""
    answer = project.answers.get(LOGO)
    return str(answer.value) if answer and answer.value else ""


def picture_for(folder: Path, file: Path) -> str:
    """Keep a copy of a picture in an open project's folder and return the name to answer with.

    Raises FileProblem for a picture that cannot be used; an earlier logo then stays as it is.
    """
    return keep_picture(folder, _picture_at(file))


def picture_from(folder: Path, raw: bytes) -> str:
    """Keep a picture that was copied in an open project's folder and return the name to answer with.

    Raises FileProblem for a picture that cannot be used; an earlier logo then stays as it is.
    """
    return keep_picture(folder, raw)


def picture_in(folder: Path, name: str) -> bytes:
    """Return a picture of an open project as covers take it. Raises FileProblem for one that cannot be used."""
    return printable(read_picture(folder, name))


def wanted_logo(stored: Stored, changes: Changes) -> tuple[bytes, Changes]:
    """Return the picture that changes by path ask for, and the changes left; the name of the one kept asks for none."""
    paths = [text.strip() for question, text in changes if question in _WRITTEN]
    chosen = paths[-1] if paths else ""
    if chosen.casefold() in {"", NOTHING} or (chosen in LOGO_FILES and (stored.folder / chosen).is_file()):
        return b"", changes
    raw = _picture_at(Path(chosen).expanduser())
    check_picture(raw)
    return raw, tuple(change for change in changes if change[0] not in _WRITTEN)


def save_with_logo(desk: Desk, stored: Stored, project: Project, logo: bytes) -> Stored:
    """Save a changed project, with a picture as its logo where one is given. Raises the problems of both."""
    if not logo:
        return save(stored, project, desk.catalogue)
    with written_alone(stored.folder):
        return save(stored, _named(project, keep_picture(stored.folder, logo)), desk.catalogue)


def with_logo_in(folder: Path, source: Source) -> Project:
    """Return the answers of a source for a project's folder, after putting a copy of its logo there."""
    logo = logo_file_of(source)
    return _named(source.project, keep_picture(folder, logo)) if logo else source.project


def _named(project: Project, name: str) -> Project:
    return replace(project, answers={**project.answers, LOGO: Answer(name)})


def _picture_at(file: Path) -> bytes:
    # A person who points at a link means what it leads to; only a link inside a project must not lead out of it.
    real = Path(os.path.realpath(file))
    return read_picture(real.parent, real.name)


def _again(problem: FileProblem, source: Source) -> FileProblem:
    name = logo_name(source.project)
    hint = (
        "Choose the logo again, or take the answer away."
        if source.stored
        else f"Put a picture that works beside the answers file as {name}, or take the answer {LOGO} out."
    )
    where = str(source.folder / name) if source.folder else LOGO
    return FileProblem(problem.message, where=where, hint=hint)
