"""The one door to the library of public holidays: the working days of a company, by its province."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement

PROVINCES = frozenset({"AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"})
"""What the question on the province may answer; from outside Canada we know no holidays."""
_BEFORE, _AFTER = 2, 3
"""Years that are known beside those of the plan, for days that lie a little outside of it."""


def days_off(engagement: Engagement) -> WorkingDays:
    """Return the working days of a company; weekends alone, and no place, where its province is not known."""
    scope = engagement.scope
    known = [day for day in (engagement.day, scope.start, scope.end, scope.as_of, scope.fieldwork) if day]
    years = [day.year for day in known]
    return working_days(engagement.answer_text("province"), min(years) - _BEFORE, max(years) + _AFTER)


@lru_cache(maxsize=16)
def working_days(province: str, first_year: int, last_year: int) -> WorkingDays:
    """Return the working days of a province in these years; weekends alone for a place whose holidays we do not know.

    A holiday on a weekend is taken on the day on which the province observes it.
    """
    if province not in PROVINCES:
        return WorkingDays()
    # It takes longer to load than to ask, and nobody needs it before there is a plan.
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("CA", subdiv=province, years=range(first_year, last_year + 1))
    return WorkingDays(frozenset(found), province)
