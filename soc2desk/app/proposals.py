"""Why the answers propose that a control does not apply: the answers themselves, so that a person can check them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.values import capital, say
from soc2desk.domain.answers import Practice
from soc2desk.domain.conditions import decide
from soc2desk.lint.names import BEHIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement

NOT_YET = "not_yet"
"""Stands for the answer that a company does not do it yet; a face says it in its own words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that a proposal rests on: the id of its question, the question and what was said."""

    question: str
    label: str
    answer: str


def why_away(one: ControlState, engagement: Engagement) -> tuple[Reason, ...]:
    """Return the answers for which a control is proposed away; nothing where it is not."""
    condition = one.control.applies_when
    if decide(condition, engagement.names.known) is not False:
        return ()
    return tuple(dict.fromkeys(_reasons(condition, engagement)))


def _reasons(condition: Condition, engagement: Engagement) -> Iterator[Reason]:
    """Yield what makes a condition fail: of several that must hold, those that do not."""
    if condition.op == "name":
        yield from _answer(str(condition.value), engagement)
        return
    for part in condition.of:
        decided = condition.op == "and" and decide(part, engagement.names.known) is not False
        if not decided:
            yield from _reasons(part, engagement)


def _answer(name: str, engagement: Engagement) -> Iterator[Reason]:
    stated = engagement.names.stated.get(BEHIND.get(name, name))
    if stated is None or stated.question is None:
        return
    if stated.hidden:
        # Nobody was asked: the answer that hides the question is what decides.
        yield from _reasons(stated.question.when, engagement)
        return
    if stated.answer is None:
        return
    not_yet = stated.answer.practice is Practice.NOT_YET
    answer = NOT_YET if not_yet else capital(say(stated, (), engagement.catalogue.phrases).text)
    yield Reason(stated.question.id, stated.question.label, answer)
