"""A new client after the pattern of another: what a firm keeps, what it only suggests, and nothing of the client."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.desk import Source
from soc2desk.app.logo import FIRM_LOGO, logo_file_of
from soc2desk.document.values import capital, say
from soc2desk.domain.answers import Practice
from soc2desk.domain.client_names import says_client as is_named
from soc2desk.domain.names import Stated
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.project import Project
from soc2desk.domain.questions import Belongs, Question
from soc2desk.storage.pictures import PICTURES
from soc2desk.storage.row_shapes import ENTRY_DAYS, RECORDS, ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.answers import Answer
    from soc2desk.domain.catalogue import Catalogue


class Fate(StrEnum):
    """What becomes of an answer in the project of a new client."""

    KEPT = "kept"
    SUGGESTED = "suggested"
    CLEARED = "cleared"


PREPARED_BY = "prepared_by"


@dataclass(frozen=True, slots=True)
class CarriedAnswer:
    """One answer of the pattern: its question by id and in words, what it says, and what becomes of it."""

    question: str
    label: str
    value: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Carrying:
    """What a new client would get of a pattern. `rows` counts what stays behind, by the name of its table."""

    answers: tuple[CarriedAnswer, ...]
    rows: Mapping[str, int]

    def of(self, fate: Fate) -> tuple[CarriedAnswer, ...]:
        """Return the answers that have one fate."""
        return tuple(one for one in self.answers if one.fate is fate)


def duplicate(desk: Desk, folder: Path, new_name: str) -> Path:
    """Create a project for a new client after the one in a folder, and return its folder.

    Raises Problems when the one cannot be read or the other cannot be created.
    """
    from soc2desk.storage.projects import create, open_folder

    stored = open_folder(folder, desk.catalogue)
    new = as_new_client(stored.project, desk.catalogue)
    pictures = _firm_pictures(Source(stored.project, stored.name, stored), new)
    answers = {name: one for name, one in new.answers.items() if name not in PICTURES}
    return create(desk.workspace, new_name, replace(new, answers=answers), desk.catalogue, pictures)


def _firm_pictures(source: Source, new: Project) -> dict[str, bytes]:
    """Return the files of pictures that go along; one that is not there any more goes without a word."""
    files = {}
    for name in PICTURES:
        with suppress(FileProblem):
            files[name] = logo_file_of(source, name) if name in new.answers else b""
    return {name: raw for name, raw in files.items() if raw}


def carrying(desk: Desk, folder: Path) -> Carrying:
    """Return what a new client would get of the project in a folder; nothing is written. Raises Problems."""
    from soc2desk.storage.projects import open_folder

    return carried_of(open_folder(folder, desk.catalogue).project, desk.catalogue)


def carried_of(pattern: Project, catalogue: Catalogue) -> Carrying:
    """Return what a new client would get of a project, in the order of the questions."""
    new = as_new_client(pattern, catalogue).answers
    answers = tuple(
        CarriedAnswer(name, question.label, said_of(pattern.answers[name], question, catalogue), _fate_in(new, name))
        for name, question in catalogue.questions.items()
        if name in pattern.answers
    )
    left = [
        section.name for section in ROW_SECTIONS if section.belongs is not Belongs.FIRM and section is not ENTRY_DAYS
    ]
    rows = {name: len(getattr(pattern, name)) for name in (*left, RECORDS)}
    return Carrying(answers, {name: count for name, count in rows.items() if count})


def _fate_in(new: Mapping[str, Answer], name: str) -> Fate:
    if name not in new:
        return Fate.CLEARED
    return Fate.KEPT if new[name].confirmed else Fate.SUGGESTED


def said_of(answer: Answer | None, question: Question, catalogue: Catalogue) -> str:
    """Return an answer in words, whether confirmed or not; empty for none."""
    if answer is None:
        return ""
    return capital(say(Stated(question.id, replace(answer, confirmed=True), question), (), catalogue.phrases).text)


def as_new_client(pattern: Project, catalogue: Catalogue) -> Project:
    """Return a project with the firm's answers of another and nothing else.

    It is made from nothing, so what projects will hold one day is not carried over by accident.
    """
    carried = {name: carried_answer(catalogue.questions[name], answer) for name, answer in pattern.answers.items()}
    answers = {name: one for name, one in carried.items() if one is not None and not says_client(pattern, one)}
    if PREPARED_BY not in answers:
        # A logo without the name of a firm beside it may be anybody's.
        answers.pop(FIRM_LOGO, None)
    rows = {one.name: getattr(pattern, one.name) for one in ROW_SECTIONS if one.belongs is Belongs.FIRM}
    return Project(answers=answers, **rows)


def says_client(project: Project, answer: Answer) -> bool:
    """Whether a client is named in a text of the firm: a company that wrote its own name there is no firm."""
    return isinstance(answer.value, str) and is_named(project, answer.value)


def fate(question: Question) -> Fate:
    """Return what becomes of the answer to a question. One that is never suggested to anybody is cleared."""
    match question.belongs:
        case Belongs.FIRM:
            return Fate.KEPT
        case Belongs.USUAL if question.suggest is not None:
            return Fate.SUGGESTED
        case _:
            return Fate.CLEARED


def carried_answer(question: Question, answer: Answer) -> Answer | None:
    """Return an answer as the next client gets it, None where it stays behind."""
    match fate(question):
        case Fate.KEPT:
            return answer
        case Fate.SUGGESTED if answer.value is not None:
            # Whether and from when the other client does it says nothing about this one.
            return replace(answer, confirmed=False, practice=Practice.DONE, start=None)
        case _:
            return None
