"""What privacy law asks, as data with a date: laws, their duties, and how they meet criteria and controls."""

from __future__ import annotations

from dataclasses import dataclass

from soc2desk.domain.conditions import ALWAYS, Condition


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
