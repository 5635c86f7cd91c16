"""On which days records and evidence show that something was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.evidence import Evidence, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord

DONE_ON = ("review_date", "date", "last_reviewed", "test_date", "sign_off", "approved_by")
"""Fields of records that hold the day on which something was done, the surest first."""


def days_shown(engagement: Engagement, control: str) -> tuple[date, ...]:
    """Return the days on which a control ran, as its records and its evidence tell, in order; none later than today."""
    found = {*_in_records(engagement, control), *_in_evidence(engagement, control)}
    return tuple(sorted(day for day in found if day <= engagement.day))


def done_on(record: KeptRecord) -> date | None:
    """Return the day on which a record says that it was done; None where no field of it holds one."""
    return next((day for name in DONE_ON if (day := record.day(name))), None)


def _in_records(engagement: Engagement, control: str) -> Iterator[date]:
    types = engagement.catalogue.control[control].records
    for record in engagement.project.records:
        mine = record.occurrence.startswith(f"{control}/") if record.occurrence else record.type in types
        day = done_on(record) if mine else None
        if day is not None:
            yield day


def _in_evidence(engagement: Engagement, control: str) -> Iterator[date]:
    for one in engagement.project.evidence:
        day = one.dated or one.covers_until
        if day is not None and _shows(one, control):
            yield day


def _shows(one: Evidence, control: str) -> bool:
    mine = control in one.controls or one.occurrence.startswith(f"{control}/")
    return mine and one.state in {Standing.COLLECTED, Standing.ACCEPTED}
