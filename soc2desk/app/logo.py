"""Pictures of a brand, the company's logo and that of the firm: between a file, the project's folder and the covers."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.codec_answers import NOTHING
from soc2desk.storage.lock import written_alone
from soc2desk.storage.pictures import PICTURE_FILES, PICTURES, check_picture, keep_picture, printable, read_picture
from soc2desk.storage.projects import save

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.project import Project
    from soc2desk.storage.projects import Pictures, Stored

LOGO, FIRM_LOGO = PICTURES

Changes = tuple[tuple[str, str], ...]


def logo_of(source: Source, question: str = LOGO) -> bytes:
    """Return a logo as covers take it; empty when there is none.

    Raises FileProblem when a logo was chosen and cannot be used, with what to do.
    """
    raw = logo_file_of(source, question)
    if not raw:
        return b""
    try:
        return printable(raw)
    except FileProblem as problem:
        raise _again(problem, source, question) from problem


def logo_file_of(source: Source, question: str = LOGO) -> bytes:
    """Return the file of a logo as it stands; empty when there is none. Raises FileProblem as logo_of does."""
    name = logo_name(source.project, question)
    if not name:
        return b""
    if source.folder is None:
        message = f"There is no folder to find the picture {name} in."
        raise FileProblem(message, where=question, hint="Choose a logo again.")
    try:
        return read_picture(source.folder, name, deeper=source.stored is None)
    except FileProblem as problem:
        raise _again(problem, source, question) from problem


def picture_files_of(source: Source) -> Pictures:
    """Return the files of all pictures that the answers name, by question. Raises FileProblem as logo_of does."""
    files = {question: logo_file_of(source, question) for question in PICTURES}
    return {question: raw for question, raw in files.items() if raw}


def logo_name(project: Project, question: str = LOGO) -> str:
    """Return the name of a logo's file; empty when there is none."""
    answer = project.answers.get(question)
    return str(answer.value) if answer and answer.value else ""


def picture_for(folder: Path, file: Path, question: str = LOGO) -> str:
    """Keep a copy of a picture in an open project's folder and return the name to answer with.

    Raises FileProblem for a picture that cannot be used; an earlier one then stays as it is.
    """
    return keep_picture(folder, picture_at(file), question)


def picture_from(folder: Path, raw: bytes, question: str = LOGO) -> str:
    """Keep a picture that was copied in an open project's folder and return the name to answer with.

    Raises FileProblem for a picture that cannot be used; an earlier one then stays as it is.
    """
    return keep_picture(folder, raw, question)


def picture_in(folder: Path, name: str) -> bytes:
    """Return a picture of an open project as covers take it. Raises FileProblem for one that cannot be used."""
    return printable(read_picture(folder, name))


def wanted_pictures(stored: Stored, changes: Changes) -> tuple[Pictures, Changes]:
    """Return the pictures that changes by path ask for, and the changes left; the name of one kept asks for none."""
    found = {}
    for question in PICTURES:
        written = (question, f"answers.{question}")
        chosen = next((text.strip() for name, text in reversed(changes) if name in written), "")
        if chosen.casefold() in {"", NOTHING} or (chosen in PICTURE_FILES and (stored.folder / chosen).is_file()):
            continue
        found[question] = picture_at(Path(chosen).expanduser())
        check_picture(found[question])
        changes = tuple(change for change in changes if change[0] not in written)
    return found, changes


def save_with_pictures(desk: Desk, stored: Stored, project: Project, pictures: Pictures) -> Stored:
    """Save a changed project, with the pictures that are given. Raises the problems of both."""
    if not pictures:
        return save(stored, project, desk.catalogue)
    for raw in pictures.values():
        check_picture(raw)
    with written_alone(stored.folder):
        return save(stored, _named(stored.folder, project, pictures), desk.catalogue)


def with_pictures_in(folder: Path, source: Source) -> Project:
    """Return the answers of a source for a project's folder, after putting copies of its pictures there."""
    return _named(folder, source.project, picture_files_of(source))


def _named(folder: Path, project: Project, pictures: Pictures) -> Project:
    kept = {question: Answer(keep_picture(folder, raw, question)) for question, raw in pictures.items()}
    return replace(project, answers={**project.answers, **kept}) if kept else project


def picture_at(file: Path) -> bytes:
    """Return a picture that a person points at. Raises FileProblem for what is not there or too large."""
    # A person who points at a link means what it leads to; only a link inside a project must not lead out of it.
    real = Path(os.path.realpath(file))
    return read_picture(real.parent, real.name)


def _again(problem: FileProblem, source: Source, question: str) -> FileProblem:
    name = logo_name(source.project, question)
    hint = (
        "Choose the logo again, or take the answer away."
        if source.stored
        else f"Put a picture that works beside the answers file as {name}, or take the answer {question} out."
    )
    where = str(source.folder / name) if source.folder else question
    return FileProblem(problem.message, where=where, hint=hint)
