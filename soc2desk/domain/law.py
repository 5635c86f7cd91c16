"""What privacy law asks, as data with a date: laws, their duties, and how they meet criteria and controls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import ALWAYS, Condition, decide

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in our words. `since` and `doubt` may be empty; `source` says how its text was read.

    `is_doubted` marks a reference whose number nobody could check. `applies` says in words when it applies, `when`
    decides it as far as the answers go.
    """

    id: str
    title: str
    reference: str
    asks: str
    source: str
    criteria: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    when: Condition = ALWAYS
    since: str = ""
    applies: str = ""
    doubt: str = ""
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class Law:
    """One law with its duties. `read_on` is the day (ISO) on which its text was read."""

    id: str
    name: str
    short: str
    regulator: str
    read_on: str
    duties: tuple[Duty, ...]
    when: Condition = ALWAYS
    note: str = ""


def laws_that_may_apply(engagement: Engagement) -> tuple[Law, ...]:
    """Return the laws that apply by the answers, or of which nobody said yet whether they do."""
    return tuple(law for law in engagement.catalogue.laws if decide(law.when, engagement.names.known) is not False)


def applies(duty: Duty, law: Law, engagement: Engagement) -> bool | None:
    """Return whether a duty applies by the answers; None where they do not decide it."""
    decided = [decide(condition, engagement.names.known) for condition in (law.when, duty.when)]
    return None if None in decided and False not in decided else all(decided)
