"""The calendar files that stand beside the schedule in a packet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience
from soc2desk.packet.plan import FOLDERS, Enclosure

if TYPE_CHECKING:
    from collections.abc import Collection

    from soc2desk.packet.compose import Composition

KIND = "calendar"
SCHEDULE = "REG-SCH"
"""The register that they tell again; without it there are none."""


def enclosed_calendars(composition: Composition, owner: str, documents: Collection[str]) -> tuple[Enclosure, ...]:
    """Return a calendar for all and one a person, where the schedule is among the documents of a packet (ids)."""
    if SCHEDULE not in documents:
        return ()
    from soc2desk.exports.calendar import Wanted, calendar_files  # noqa: PLC0415 - no other packet needs its library

    engagement = composition.engagement
    files = calendar_files(composition.schedule, engagement, Wanted(owner))
    title = engagement.catalogue.phrases["calendar.title"]
    return tuple(
        Enclosure(f"{FOLDERS[KIND]}/{name}", content, title.format(name=name), KIND, Audience.INTERNAL)
        for name, content in files.items()
    )
