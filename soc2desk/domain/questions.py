"""The interview as data: what is asked, of what kind, and when it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soc2desk.domain.conditions import ALWAYS, Condition


class QuestionKind(StrEnum):
    """What sort of answer a question takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    MANY = "many"
    YES_NO = "yes_no"
    NUMBER = "number"
    DURATION = "duration"
    CADENCE = "cadence"
    DATE = "date"
    LIST = "list"
    PICTURE = "picture"


class Belongs(StrEnum):
    """Whose an answer or a row is, where another client's project begins after this one."""

    FIRM = "firm"
    USUAL = "usual"
    CLIENT = "client"


PROMISES = frozenset(
    {
        QuestionKind.YES_NO,
        QuestionKind.NUMBER,
        QuestionKind.DURATION,
        QuestionKind.CADENCE,
        QuestionKind.LIST,
        QuestionKind.MANY,
    }
)
"""Kinds whose answer may be "not yet": they say what the company does."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `choices` are ids; `suggest` is a usual value that prints marked until confirmed, None for never.

    `why` is a hint to answer it, `help` what a person reads who asks for more.
    `unit` is a unit id (days, working_days, hours, minutes, characters, controls). Without `optional`, an unanswered
    visible question is an open phrase. A yes or no, or a choice of several, with `is_fact` says how things
    are, not what is done. `belongs` says whose the answer is: kept for the firm's next client, suggested to it as a
    usual value, or this client's alone; None, which the checks on content refuse, stands for the last.
    """

    id: str
    kind: QuestionKind
    label: str
    why: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    suggest: str | None = None
    unit: str = ""
    unit_label: str = ""
    when: Condition = ALWAYS
    optional: bool = False
    help: str = ""
    is_fact: bool = False
    belongs: Belongs | None = None

    def choice_label(self, choice: str) -> str:
        """Return the words of a choice id; the id itself when it has none."""
        labels = dict(zip(self.choices, self.choice_labels, strict=True)) if self.choice_labels else {}
        return labels.get(choice, choice)


@dataclass(frozen=True, slots=True)
class Page:
    """Questions, and tables of rows, that belong together. `intro` is the sentence under the heading."""

    id: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""
    tables: tuple[str, ...] = ()
