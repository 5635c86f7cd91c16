"""What stands behind each name a text may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.known_names import DERIVED
from soc2desk.domain.conditions import names_in
from soc2desk.domain.names import cadence_name
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.questions import Question

LIMITS = frozenset({QuestionKind.CADENCE, QuestionKind.NUMBER, QuestionKind.DURATION})
"""Kinds whose value promises how often, how much or how soon."""

BEHIND = {
    "type_2": "report_type",
    "fully_remote": "has_office",
    "holds_personal": "handles_personal_information",
    "period_over": "report_type",
    "retired_in_period": "report_type",
}
"""The question a derived name is worked out from, where there is one."""


def known_names(catalogue: Catalogue) -> frozenset[str]:
    """Return every name a text may use."""
    return frozenset({*catalogue.questions, *(cadence_name(control.id) for control in catalogue.controls), *DERIVED})


def kind_of(name: str, catalogue: Catalogue) -> QuestionKind | None:
    """Return the kind of value a name prints; None for a derived name and an unknown one, which print nothing."""
    if name in catalogue.questions:
        return catalogue.questions[name].kind
    return QuestionKind.CADENCE if any(cadence_name(c.id) == name for c in catalogue.controls) else None


def question_behind(name: str, catalogue: Catalogue) -> Question | None:
    """Return the question whose answer a name prints; None for a rhythm the library sets by itself."""
    if name in catalogue.questions:
        return catalogue.questions[name]
    found = (control.cadence_from for control in catalogue.controls if cadence_name(control.id) == name)
    return catalogue.questions.get(next(found, ""))


def with_conditions(names: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """Return the names together with all that decides whether their own questions are asked."""
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            question = catalogue.questions.get(BEHIND.get(name, name))
            waiting += [BEHIND[name]] if name in BEHIND else []
            waiting += names_in(question.when) if question else ()
    return frozenset(seen)
