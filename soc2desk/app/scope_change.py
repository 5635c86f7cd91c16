"""What a category, or the full set of controls, brings: decided once with it and once without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.budget import count_promises
from soc2desk.domain.criteria import SECURITY
from soc2desk.domain.engagement import Engagement, decide_engagement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue

FULL, LEAN = "full", "lean"

Named = tuple[str, str]
"""An id and its title."""


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """What is there with a choice and not without it. `kept` are its controls about which something is stored.

    `acts` and `minutes` are dated work of a year, with the rhythms as answered now.
    """

    criteria: tuple[Named, ...] = ()
    controls: tuple[Named, ...] = ()
    documents: tuple[Named, ...] = ()
    requests: tuple[Named, ...] = ()
    questions: tuple[Named, ...] = ()
    kept: tuple[str, ...] = ()
    acts: int = 0
    minutes: int = 0

    @property
    def hours(self) -> int:
        """The dated work of a year in whole hours."""
        return round(self.minutes / 60)


def difference(catalogue: Catalogue, engagement: Engagement, category: str) -> ScopeChange:
    """Return what a category brings to an engagement, or what would leave with it. `catalogue` is the bare content."""
    chosen = set(engagement.scope.categories)
    if category == SECURITY:
        return ScopeChange()
    without, there = (_with(catalogue, engagement, ids) for ids in (chosen - {category}, chosen | {category}))
    return _between(without, there)


def difference_of_sets(catalogue: Catalogue, engagement: Engagement) -> ScopeChange:
    """Return what the full set of controls has that the lean one leaves out."""
    lean, full = (_answered(catalogue, engagement, "control_set", Answer(one)) for one in (LEAN, FULL))
    return _between(lean, full)


def chosen_with(engagement: Engagement, category: str, *, inside: bool) -> tuple[str, ...]:
    """Return the categories after one was taken in or out, in the order of the content."""
    chosen = {*engagement.scope.categories, category} if inside else {*engagement.scope.categories} - {category}
    return tuple(one.id for one in engagement.catalogue.categories if one.id in {SECURITY, *chosen})


def _with(catalogue: Catalogue, engagement: Engagement, categories: Iterable[str]) -> Engagement:
    wanted = set(categories)
    if wanted == set(engagement.scope.categories):
        return engagement
    ordered = tuple(one.id for one in catalogue.categories if one.id in wanted)
    return _answered(catalogue, engagement, "categories", Answer(ordered))


def _answered(catalogue: Catalogue, engagement: Engagement, question: str, answer: Answer) -> Engagement:
    project = replace(engagement.project, answers={**engagement.project.answers, question: answer})
    # From the bare content: the engagement's own catalogue holds the company's controls already.
    return decide_engagement(catalogue, project, engagement.day)


def _between(without: Engagement, there: Engagement) -> ScopeChange:
    before, after = count_promises(without), count_promises(there)
    controls = tuple((one.id, one.control.title) for one in there.controls if one.id not in without.state)
    criteria = {*there.scope.criteria} - {*without.scope.criteria}
    asked = {request.id for request in without.requests}
    return ScopeChange(
        tuple((one.id, one.title) for one in there.catalogue.criteria if one.id in criteria),
        controls,
        tuple((one.id, one.title) for one in there.catalogue.templates if there.wants(one) and not without.wants(one)),
        tuple((one.id, one.request) for one in there.requests if one.id not in asked),
        tuple((one.id, one.label) for one in there.catalogue.questions.values() if _appears(one.id, without, there)),
        tuple(id_ for id_, _ in controls if _is_said(there, id_)),
        after.acts - before.acts,
        after.minutes - before.minutes,
    )


def _appears(question: str, without: Engagement, there: Engagement) -> bool:
    return without.names.stated[question].hidden and not there.names.stated[question].hidden


def _is_said(engagement: Engagement, control: str) -> bool:
    """Return whether a state or an owner of a control itself, or a state of its family, is stored."""
    project, family = engagement.project, engagement.state[control].control.family
    return control in project.state_entry or control in project.owning or family in project.state_entry
