"""Rules about how much is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.budget import MANY_ACTS, SMALL_HEADCOUNT, count_promises
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def many_promises(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when a small company is about to promise more dated acts than it is likely to keep."""
    engagement = situation.engagement
    here = sum(person.is_here(engagement.day) for person in engagement.project.people)
    budget = count_promises(engagement)
    if 0 < here < SMALL_HEADCOUNT and budget.acts > MANY_ACTS:
        heaviest = max(budget.lines, key=lambda line: line.acts)
        asked = engagement.catalogue.control[heaviest.control].cadence_from
        place = f"answers.{asked}" if asked else f"control_states.{heaviest.control}"
        yield see(
            situation, "SD-05", place, acts=budget.acts, people=here,
            hours=round(budget.minutes / 60), heaviest=heaviest.control, heaviest_acts=heaviest.acts,
        )  # fmt: skip
