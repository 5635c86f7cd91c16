"""What a person said that speaks to a category: their own words and answers, never advice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.answers import Answer, Value
    from soc2desk.domain.engagement import Engagement

_QUOTED = ("commitments", "service_summary")
"""Answers whose sentences may speak to a category."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\s*\n\s*")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was said: the key of its sentence, the values of that sentence, and where it was said."""

    key: str
    place: str
    values: Mapping[str, str] = field(default_factory=dict)


def reasons(engagement: Engagement, category: str, signs: str = "") -> tuple[Reason, ...]:
    """Return what confirmed answers say that speaks to a category.

    `signs` are beginnings of words, parted by commas: a sentence of the commitments or of the summary with one of them
    is quoted.
    """
    said = _Said(engagement)
    return (*_from_answers(category, said), *_quotes(said, signs))


@dataclass(frozen=True, slots=True)
class _Said:
    """The answers that a person gave, confirmed and does today."""

    engagement: Engagement

    def value(self, question: str) -> Value | None:
        answer: Answer | None = self.engagement.project.answers.get(question)
        if answer is None or not answer.confirmed or answer.practice is not Practice.DONE:
            return None
        return answer.value


def _from_answers(category: str, said: _Said) -> Iterator[Reason]:
    match category:
        case "availability":
            yield from _counted(said, "rto_hours", "rpo_hours")
        case "confidentiality":
            kinds = said.value("data_kinds")
            if isinstance(kinds, tuple) and "business_documents" in kinds:
                yield Reason("business_documents", "answers.data_kinds")
            yield from _counted(said, "customer_deletion_days")
        case "privacy":
            yield from _personal(said)


def _counted(said: _Said, *questions: str) -> Iterator[Reason]:
    for question in questions:
        value = said.value(question)
        if isinstance(value, int) and not isinstance(value, bool):
            key = f"{question}.{'one' if value == 1 else 'many'}"
            yield Reason(key, f"answers.{question}", {"count": str(value)})


def _personal(said: _Said) -> Iterator[Reason]:
    holds = said.value("handles_personal_information")
    if isinstance(holds, bool):
        yield Reason(f"personal_information.{'held' if holds else 'none'}", "answers.handles_personal_information")
    role = said.value("privacy_role")
    if holds and isinstance(role, str):
        yield Reason(f"privacy_role.{role}", "answers.privacy_role")


def _quotes(said: _Said, signs: str) -> Iterator[Reason]:
    looked_for = [re.escape(sign) for sign in map(str.strip, signs.split(",")) if sign]
    if not looked_for:
        return
    speaks = re.compile(rf"\b(?:{'|'.join(looked_for)})", re.IGNORECASE)
    for question in _QUOTED:
        text = said.value(question)
        found = (one for one in _SENTENCES.split(text) if speaks.search(one)) if isinstance(text, str) else iter(())
        quote = next(found, "")
        if quote:
            yield Reason(question, f"answers.{question}", {"quote": _shortened(quote.strip())})


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    return f"{sentence[:_LONGEST].rsplit(' ', 1)[0]}\N{HORIZONTAL ELLIPSIS}"
