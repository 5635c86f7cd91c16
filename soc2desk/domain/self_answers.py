"""The company's own answers on the items of the Canadian baseline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Has(StrEnum):
    """What the company answers on one item of the baseline."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class SelfAnswer:
    """The answer on one item. `reason` belongs to not applicable; `by` is a person id, `on` the day it was said."""

    id: str
    answer: Has
    evidence: str = ""
    by: str = ""
    on: date | None = None
    reason: str = ""
