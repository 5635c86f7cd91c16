"""Risks: the candidates the content offers, the rows a company keeps, and the scale on which a person rates them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import ALWAYS, Condition

if TYPE_CHECKING:
    from collections.abc import Collection

LEVELS = (1, 2, 3, 4, 5)
"""Likelihood and impact run over these; the risk management policy says in words when each one fits."""
HIGHEST_LOW, HIGHEST_MEDIUM = 4, 12
"""The last score of each band, as the risk management policy prints them."""


class RiskKind(StrEnum):
    """Where a risk comes from. Each assessment has to name at least one of the kind fraud."""

    THREAT = "threat"
    FRAUD = "fraud"
    PEOPLE = "people"
    CHANGE = "change"
    VENDOR = "vendor"
    AVAILABILITY = "availability"
    PROCESSING = "processing"
    PRIVACY = "privacy"
    LEGAL = "legal"


class Treatment(StrEnum):
    """What is done about a risk, in the four words of the risk management policy."""

    REDUCE = "reduce"
    ACCEPT = "accept"
    TRANSFER = "transfer"
    AVOID = "avoid"


class Band(StrEnum):
    """The word beside a score."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class RiskCandidate:
    """A risk worth looking at, never a rating. `scenario` and `shows`, an early sign, are template lines.

    `controls` lower it; `categories` and `when` say whom it concerns, as for a control.
    """

    id: str
    kind: str
    title: str
    scenario: str
    shows: str
    controls: tuple[str, ...]
    categories: tuple[str, ...] = ("always",)
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk of the company's register. `candidate` is the id of the candidate it came from, empty for its own.

    Levels are 0 until somebody rates them. `likelihood` and `impact` are as if no control were there, the residual ones
    with the controls that work. `owner` and `accepted_by` are person ids. `kind` is empty where the candidate says it.
    """

    id: str
    name: str
    candidate: str = ""
    description: str = ""
    kind: str = ""
    owner: str = ""
    likelihood: int = 0
    impact: int = 0
    rated_on: date | None = None
    controls: tuple[str, ...] = ()
    treatment: str = ""
    action: str = ""
    due: date | None = None
    residual_likelihood: int = 0
    residual_impact: int = 0
    reviewed_on: date | None = None
    accepted_by: str = ""
    accepted_on: date | None = None

    @property
    def score(self) -> int:
        """Likelihood times impact; 0 while one of them is missing."""
        return self.likelihood * self.impact

    @property
    def residual_score(self) -> int:
        """The same with the controls that work; 0 while nobody judged it."""
        return self.residual_likelihood * self.residual_impact

    def is_rated(self, people: Collection[str], day: date) -> bool:
        """Return whether a person owns it and it was rated, with a date, on or before `day`: only then it prints."""
        return self.score > 0 and self.owner in people and self.rated_on is not None and self.rated_on <= day


def band(score: int) -> Band:
    """Return the word of a score from 1 to 25."""
    if score <= HIGHEST_LOW:
        return Band.LOW
    return Band.MEDIUM if score <= HIGHEST_MEDIUM else Band.HIGH
