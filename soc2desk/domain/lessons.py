"""The lessons that come with the program: how long they take, and the papers that each has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """Who a paper is for: what the instructor keeps apart never lies with what students get."""

    PLAN = "plan"
    KEY = "key"
    BOOK = "workbook"
    BOARDS = "boards"

    @property
    def folder(self) -> str:
        """The folder that a paper lies in."""
        return {
            PaperKind.PLAN: "for the instructor",
            PaperKind.KEY: "for the instructor",
            PaperKind.BOOK: "for students",
            PaperKind.BOARDS: "for the wall",
        }[self]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson by its id, its length in minutes, and the ids of its papers by kind."""

    id: str
    minutes: int
    papers: tuple[tuple[PaperKind, str], ...]


def _papers(stem: str) -> tuple[tuple[PaperKind, str], ...]:
    endings = {PaperKind.PLAN: "PLAN", PaperKind.KEY: "KEY", PaperKind.BOOK: "BOOK", PaperKind.BOARDS: "BOARDS"}
    return tuple((kind, f"{stem}-{ending}") for kind, ending in endings.items())


LESSONS = (Lesson("45", 45, _papers("LES-45")), Lesson("half-day", 210, _papers("LES-HD")))
"""A new lesson is four files in policy_templates/<language>/lessons and its line here."""


def lesson_of(id_: str) -> Lesson:
    """Return a lesson by its id. Raises KeyError for one that does not exist."""
    return {lesson.id: lesson for lesson in LESSONS}[id_]
