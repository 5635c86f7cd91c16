"""A new client after the pattern of another: what a firm keeps, what it only suggests, and nothing of the client."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Practice
from soc2desk.domain.project import Project
from soc2desk.domain.questions import Question, QuestionKind

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


@dataclass(frozen=True, slots=True)
class Rules:
    """Which answers are of the firm. A question of its own rule first, then the rule of its kind, else cleared."""

    questions: Mapping[str, Fate]
    kinds: Mapping[QuestionKind, Fate]


PREPARED_BY = "prepared_by"

RULES = Rules(
    MappingProxyType(
        {
            PREPARED_BY: Fate.KEPT,
            "accent_color": Fate.KEPT,
            "second_color": Fate.KEPT,
            "document_look": Fate.KEPT,
            "document_font": Fate.KEPT,
            "footer_line": Fate.KEPT,
            "draft_mark": Fate.KEPT,
            "control_set": Fate.SUGGESTED,
            "log_review_style": Fate.SUGGESTED,
        }
    ),
    MappingProxyType(
        {
            QuestionKind.CADENCE: Fate.SUGGESTED,
            QuestionKind.NUMBER: Fate.SUGGESTED,
            QuestionKind.DURATION: Fate.SUGGESTED,
        }
    ),
)
"""Rows of every table, states, owners, reasons, approvals and dates are the client's: none of them has a rule."""


def duplicate(desk: Desk, folder: Path, new_name: str) -> Path:
    """Create a project for a new client after the one in a folder, and return its folder.

    Raises Problems when the one cannot be read or the other cannot be created.
    """
    from soc2desk.storage.projects import create, open_folder

    pattern = open_folder(folder, desk.catalogue).project
    return create(desk.workspace, new_name, as_new_client(pattern, desk.catalogue), desk.catalogue)


def as_new_client(pattern: Project, catalogue: Catalogue) -> Project:
    """Return a project with the firm's answers of another and nothing else.

    It is made from nothing, so what projects will hold one day is not carried over by accident.
    """
    carried = {name: _carried(catalogue.questions[name], answer) for name, answer in pattern.answers.items()}
    answers = {name: answer for name, answer in carried.items() if answer is not None}
    if _prepares_itself(pattern):
        answers.pop(PREPARED_BY, None)
    return Project(answers=answers)


def _prepares_itself(pattern: Project) -> bool:
    """Whether a company wrote its own name where a firm's stands: that is the client's again."""
    names = [pattern.answers.get(name) for name in ("company", PREPARED_BY)]
    company, preparer = (str(one.value).casefold().strip() if one else "" for one in names)
    return company == preparer


def fate(question: Question) -> Fate:
    """Return what becomes of the answer to a question. One that is never suggested to anybody is cleared."""
    ruled = RULES.questions.get(question.id) or RULES.kinds.get(question.kind, Fate.CLEARED)
    return Fate.CLEARED if ruled is Fate.SUGGESTED and question.suggest is None else ruled


def _carried(question: Question, answer: Answer) -> Answer | None:
    match fate(question):
        case Fate.KEPT:
            return answer
        case Fate.SUGGESTED if answer.value is not None:
            # Whether and from when the other client does it says nothing about this one.
            return replace(answer, confirmed=False, practice=Practice.DONE, start=None)
        case _:
            return None
