"""Which laws, and which of their duties, concern a company by its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import decide

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.law import Duty, Law


def laws_that_may_apply(engagement: Engagement) -> tuple[Law, ...]:
    """Return the laws that apply by the answers, or of which nobody said yet whether they do."""
    return tuple(law for law in engagement.catalogue.laws if decide(law.when, engagement.names.known) is not False)


def applies(duty: Duty, law: Law, engagement: Engagement) -> bool | None:
    """Return whether a duty applies by the answers; None where they do not decide it."""
    decided = [decide(condition, engagement.names.known) for condition in (law.when, duty.when)]
    return None if None in decided and False not in decided else all(decided)
