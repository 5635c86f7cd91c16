"""The files about backups: the jobs of each night, and the restores that were tried."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.rooms.making import Making

JOBS, RESTORES = "backups/backup-jobs.csv", "backups/restores.csv"


def add_backups(making: Making) -> None:
    """Add the jobs and the restores."""
    making.listing(JOBS, "list_jobs", _jobs(making))
    making.listing(RESTORES, "list_restores", _restores(making))


def _jobs(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield the job of each night. Some failed; what is done about it is what counts."""
    company, words = making.company, making.company.words["job_words"]
    nights = (company.end - company.start).days + 1
    faults = making.planted("backup_not_followed_up")
    failed = company.lots.some("failed nights", range(5, nights - 5), 3 + len(faults))
    bare = dict(zip(company.lots.some("bare nights", failed, len(faults)), faults, strict=False))
    for night in range(nights):
        day = company.start + timedelta(days=night)
        item, at = f"nightly-{day:%Y%m%d}", f"{day} 02:{company.lots.number(f'night {night}', 1, 19):02}"
        if night in bare:
            making.stands(bare[night], JOBS, item)
            yield item, at, words[1], ""
        elif night in failed:
            making.sound("job_failed", JOBS, item)
            yield item, at, words[1], f"T-{6100 + night}: {words[2]}"
        else:
            yield item, at, words[0], ""


def _restores(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield one restore a quarter: what was brought back, by whom, and whether it was whole."""
    company, words = making.company, making.company.words["restore_words"]
    faults = making.planted("restore_not_tried")
    at_odds = company.lots.number("restore", 0, len(company.quarters) - 1)
    for at, (quarter, first, _) in enumerate(company.quarters):
        item, what = f"RT-{quarter.upper()}", company.lots.pick(f"restored {at}", company.words["restored"])
        day = weekday(first + timedelta(days=company.lots.number(f"restore day {at}", 25, 60)))
        by = company.lots.pick(f"restored by {at}", company.makers)
        if faults and at == at_odds:
            making.stands(faults[0], RESTORES, item)
            yield item, quarter.upper(), "", what, "", "", words[1]
        else:
            minutes = company.lots.number(f"restore minutes {at}", 24, 150)
            yield item, quarter.upper(), day.isoformat(), what, by.name, str(minutes), words[0]
