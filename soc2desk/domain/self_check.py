"""The company's own answers on the Canadian baseline: what they propose, what they leave open, what is at odds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.project import State
from soc2desk.domain.self_answers import Has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.baseline import BaselineItem, Suggestion
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.self_answers import SelfAnswer


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the self-check proposes to a person: an answer to a question, or a state of a control.

    Nothing is decided by it. `value` is empty where the question only wants to be looked at.
    """

    item: str
    said: Has
    question: str = ""
    control: str = ""
    value: str = ""

    @property
    def place(self) -> str:
        """Where a person says it."""
        return f"answers.{self.question}" if self.question else f"control_states.{self.control}"


def items_of(engagement: Engagement) -> tuple[BaselineItem, ...]:
    """Return every item of the baseline, the organizational steps first, as the content holds them."""
    return tuple(item for control in engagement.catalogue.baseline for item in control.items)


def proposals(engagement: Engagement) -> tuple[Proposal, ...]:
    """Return what the self-check proposes where nobody has said it yet, each question and control once."""
    found: dict[str, Proposal] = {}
    for one in _proposed(engagement):
        if _is_unsaid(one, engagement):
            found.setdefault(one.place, one)
    return tuple(found.values())


def at_odds(engagement: Engagement) -> tuple[Proposal, ...]:
    """Return what the self-check denies and a person says elsewhere is in place."""
    found: dict[str, Proposal] = {}
    for one in _proposed(engagement):
        state = engagement.state.get(one.control)
        if state is not None and one.said is Has.NO and state.state is State.IN_PLACE:
            found.setdefault(one.place, one)
    return tuple(found.values())


def still_to_confirm(item: BaselineItem, engagement: Engagement) -> tuple[str, ...]:
    """Return the controls of an item answered yes or partly that nobody has confirmed."""
    answer = engagement.project.self_answer.get(item.id)
    if answer is None or answer.answer not in {Has.YES, Has.PARTLY}:
        return ()
    waiting = State.NOT_CONFIRMED
    return tuple(c for c in item.controls if c in engagement.state and engagement.state[c].state is waiting)


def not_reached(engagement: Engagement) -> tuple[str, ...]:
    """Return the criteria in scope that no item of the baseline meets."""
    reached = {criterion for item in items_of(engagement) for criterion in item.criteria}
    return tuple(criterion for criterion in engagement.scope.criteria if criterion not in reached)


def _proposed(engagement: Engagement) -> Iterator[Proposal]:
    for item in items_of(engagement):
        answer = engagement.project.self_answer.get(item.id)
        for one in item.suggests if answer else ():
            if answer and answer.answer in one.said:
                yield _proposal(item, answer, one)


def _proposal(item: BaselineItem, answer: SelfAnswer, one: Suggestion) -> Proposal:
    return Proposal(item.id, answer.answer, one.question, one.control, one.value)


def _is_unsaid(one: Proposal, engagement: Engagement) -> bool:
    if one.question:
        stated = engagement.names.stated[one.question]
        return not stated.hidden and one.question not in engagement.project.answers
    state = engagement.state.get(one.control)
    return state is not None and state.state is State.NOT_CONFIRMED
