"""Whether a question is asked depends only on answers given before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import names_in

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

FROM_TABLES = frozenset({"small_firm", "one_person", "has_subservices", "has_personal_vendors", "has_notice_vendors"})
"""Names that the tables of people and vendors decide before any question is asked."""


def asked_before(catalogue: Catalogue) -> Seen:
    """Yield a fault for each condition of a question that names anything but an earlier question."""
    seen: set[str] = set(FROM_TABLES)
    for question in catalogue.questions.values():
        for name in names_in(question.when):
            if name not in seen:
                message = f"Whether {question.id} is asked depends on {name}, which no earlier question asks."
                yield message, f"questions/{question.id}/when", "Ask that question first, or take the condition out."
        seen.add(question.id)
