"""What management tells in its description beside controls: duties of customers, incidents to disclose, changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UserDuty:
    """Something customers do.

    When it is `needed`, a commitment cannot be met without it: it is a complementary user entity control, and
    `criteria` are those it serves. Otherwise it is a responsibility that only helps the customer.
    """

    id: str
    duty: str
    needed: bool = False
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisclosedIncident:
    """An incident that the description has to tell: a control failed, or a commitment was badly missed."""

    id: str
    happened_on: date
    nature: str
    extent: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class SystemChange:
    """A significant change to the system or its controls, and what it means for a reader."""

    id: str
    changed_on: date
    change: str
    effect: str = ""
