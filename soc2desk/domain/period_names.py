"""A period by its name: which days 2026-Q3 or 2026-W31 speaks of."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.due import periods

if TYPE_CHECKING:
    from soc2desk.domain.due import Period

_SHAPES = (
    (r"\d{4}-\d\d-\d\d", (Cadence.DAILY,)),
    (r"\d{4}-W\d\d", (Cadence.WEEKLY,)),
    (r"\d{4}(-\d\d)?-Q\d", (Cadence.QUARTERLY,)),
    (r"\d{4}(-\d\d)?-H\d", (Cadence.SEMI_ANNUAL,)),
    (r"\d{4}-\d\d", (Cadence.MONTHLY, Cadence.ANNUAL)),
    (r"\d{4}", (Cadence.ANNUAL,)),
)
_FIRST, _LAST = 1900, 2199


def period_named(name: str, fiscal_start: int = 1) -> Period | None:
    """Return the period of a name such as 2026-Q3, for a fiscal year that begins in the month given.

    None for words that name none. A control before it is left aside: ACC-07/2026-Q3.
    """
    words = name.rpartition("/")[2].strip().upper()
    if not re.match(r"\d{4}", words, re.ASCII) or not _FIRST <= int(words[:4]) <= _LAST:
        return None
    year = int(words[:4])
    rhythms = next((found for shape, found in _SHAPES if re.fullmatch(shape, words, re.ASCII)), ())
    for cadence in rhythms:
        for one in periods("", cadence, date(year, 1, 1), date(year + 1, 12, 31), fiscal_start):
            if one.name == words:
                return one
    return None
