"""What a field on a page is: where its value goes, what is asked, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.questions import PROMISES, Question, QuestionKind

if TYPE_CHECKING:
    from soc2desk.app.session import Where
    from soc2desk.desktop.words import Words

Choice = tuple[str, str]
"""The id of a choice and its words."""

PERSON, VENDOR, SYSTEM = "person", "vendor", "system"
"""Kinds of field beside those of questions: one of the people, of the vendors, of the systems."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `kind` is a kind of question, PERSON, VENDOR or SYSTEM; `path` where the value stands in the project.

    `is_promise` offers "planned" and "not yet" beside the value; a fact can be neither.
    """

    place: str
    path: Where
    kind: str
    label: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    is_optional: bool = False
    is_promise: bool = False
    usual: str | None = None


def spec_of_question(question: Question, words: Words) -> FieldSpec:
    """Return the field of a question of the interview."""
    return FieldSpec(
        place=f"answers.{question.id}",
        path=("answers", question.id),
        kind=question.kind.value,
        label=words.of(question.label),
        hint=words.of(question.why),
        choices=tuple((choice, words.of(_said(question, choice))) for choice in question.choices),
        unit=words.of(question.unit_label),
        is_optional=question.optional,
        is_promise=question.kind in PROMISES and not question.is_fact,
        usual=question.suggest,
    )


def _said(question: Question, choice: str) -> str:
    label = question.choice_label(choice)
    # Rhythms stand in sentences elsewhere and begin small there.
    return label[:1].upper() + label[1:] if question.kind is QuestionKind.CADENCE else label
