"""Brings two copies together once a person chose: files first, then the project as one change that can be undone."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.merging import FILES, Side, answers_brought, brought_together
from soc2desk.app.sending import style_of
from soc2desk.domain.pictures import picture_of
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.domain.steps import Step
from soc2desk.storage.brought_files import bring_file, free_name, put_beside, stands_here, take_back
from soc2desk.storage.handed import keep_handed
from soc2desk.storage.other_copy import open_other
from soc2desk.storage.pictures import PICTURE_FILES, check_picture
from soc2desk.storage.sent_list import not_whole
from soc2desk.storage.style_files import STYLE_FILE

if TYPE_CHECKING:
    from collections.abc import Generator

    from soc2desk.app.merging import Choices, Looked
    from soc2desk.app.session import Session
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.project import Project
    from soc2desk.storage.evidence_files import Copied
    from soc2desk.storage.other_copy import OtherCopy
    from soc2desk.storage.stored import Stored

__all__ = ["Ready", "bring", "get_ready", "not_brought"]

CHANGED = "Something changed since you looked; nothing was brought together."


@dataclass(frozen=True)
class Ready:
    """Both copies as they will be, with the files that came: their names, and those of files that could not come.

    `before` is this copy as a person saw it, and `other` the other one; `is_own`: that is the file of this project,
    which another program wrote.
    """

    before: Project
    project: Project
    other: Stored
    is_own: bool
    came: tuple[str, ...]
    missing: tuple[str, ...]


def get_ready(session: Session, looked: Looked, choices: Choices, password: str = "") -> Generator[Step, None, Ready]:
    """Copy what the other copy brings beside the project, yielding after each part; the project itself stays as it is.

    Raises ProjectProblem where one of the two is not as a person saw it, or something is to be chosen; then, and when
    it is stopped, nothing of it stays.
    """
    if session.is_read_only:
        message = "This project is open for reading only."
        raise ProjectProblem(message, where=session.folder.name, hint="Take it over to change something.")
    with open_other(looked.path, session.desk.catalogue, password) as other:
        if other.stored.revision != looked.revision or session.project != looked.copies.mine:
            raise ProjectProblem(CHANGED, where=str(looked.path), hint="Look at the differences again.")
        project = brought_together(session.desk, looked, choices)
        beside = _checked(looked, project, choices, other)
        came: list[str] = []
        try:
            project, missing = yield from _evidence(session, looked, project, other, came)
            for name, raw in beside.items():
                put_beside(session.folder, name, raw)
        except BaseException:
            take_back(session.folder, came)
            raise
        with suppress(OSError, Problem):
            # From this state both go on; without it the next time asks more, and loses nothing.
            keep_handed(session.folder, other.raw)
    return Ready(looked.copies.mine, project, other.stored, looked.is_own, tuple(came), missing)


def _evidence(
    session: Session, looked: Looked, project: Project, other: OtherCopy, came: list[str]
) -> Generator[Step, None, tuple[Project, tuple[str, ...]]]:
    """Copy the files of pieces that are new here; return the project with their names, and what could not come."""
    here = {(one.file, one.digest) for one in looked.copies.mine.evidence}
    wanted = [one for one in project.evidence if one.file and (one.file, one.digest) not in here]
    fresh: dict[str, Evidence] = {}
    missing: list[str] = []
    for number, piece in enumerate(wanted, 1):
        named = replace(piece, file=free_name(session.folder, piece))
        fresh[piece.id] = named
        if stands_here(session.folder, named):
            continue
        copying = bring_file(session.folder, named, other, looked.files.get(piece.file, piece.file))
        has_come = yield from _followed(copying, Step(number - 1, len(wanted), named.file))
        (came if has_come else missing).append(named.file)
        yield Step(number, len(wanted), named.file)
    pieces = tuple(fresh.get(one.id, one) for one in project.evidence)
    return replace(project, evidence=pieces) if fresh else project, tuple(missing)


def _followed(copying: Generator[Copied, None, bool], step: Step) -> Generator[Step, None, bool]:
    with closing(copying):
        while True:
            try:
                next(copying)
            except StopIteration as end:
                return bool(end.value)
            yield step


def _checked(looked: Looked, project: Project, choices: Choices, other: OtherCopy) -> dict[str, bytes]:
    """Return the pictures and the Word file that are taken, each looked at as a stranger's."""
    names = list(answers_brought(looked, project))
    names += [one.row for one in looked.found if one.table == FILES and one.chosen(choices) is Side.THEIRS]
    found = {name: other.beside[name] for name in names if name in other.beside}
    return {name: _sound(name, raw, other.where) for name, raw in found.items()}


def _sound(name: str, raw: bytes, where: str) -> bytes:
    if name == STYLE_FILE:
        return style_of(raw, where)
    said = picture_of(raw)
    if name not in PICTURE_FILES or said is None or said.suffix != name.rpartition(".")[2]:
        raise not_whole(f"{name} is no picture of its kind.", where)
    check_picture(raw)
    return raw


def bring(session: Session, ready: Ready, label: str) -> None:
    """Take what was made ready as one change of the open project, by a name for undo. Nothing is written yet.

    Raises ProjectProblem where something was changed here meanwhile.
    """
    if session.project != ready.before:
        raise ProjectProblem(CHANGED, where=session.folder.name, hint="Look at the differences again.")
    session.bring_in(ready.project, label, ready.other, is_own=ready.is_own)


def not_brought(session: Session, ready: Ready) -> None:
    """Take the files back that came, where the project could not be changed."""
    take_back(session.folder, ready.came)
