"""The screens of a room, drawn for practice, and the list of evidence that says when each piece was made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday
from soc2desk.domain.rooms.room import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.rooms.making import Making

LIST = "evidence-list.csv"
SCREENS = ("screens/sign-in-rules.png", "screens/change-rules.png", "screens/backup-settings.png")
_WORDS = ("screen_sign_in", "screen_changes", "screen_backups")


def add_screens(making: Making) -> None:
    """Add three drawn screens and the list of evidence; one of them may have been taken long before the period."""
    company = making.company
    faults = making.planted("evidence_too_old")
    old = company.lots.number("old screen", 0, len(SCREENS) - 1)
    days = [weekday(company.end - timedelta(days=company.lots.number(f"screen {at}", 12, 60))) for at in range(3)]
    if faults:
        days[old] = weekday(company.start - timedelta(days=company.lots.number("too old", 95, 190)))
        making.stands(faults[0], SCREENS[old])
        making.stands(faults[0], LIST, SCREENS[old])
    for at, file in enumerate(SCREENS):
        title, address, *lines = company.words[_WORDS[at]]
        settings = [tuple(line.format(**_values(making)).partition(": ")[::2]) for line in lines]
        taken = f"{days[at]} {company.clock(f'screen {at}')}"
        making.pieces.append(Screen(file, title, address, taken, tuple((one, two) for one, two in settings)))
    making.listing(LIST, "list_evidence", _list(making, days))


def _values(making: Making) -> dict[str, str]:
    company = making.company
    return {
        "length": str(company.limit("password_min_length", 14)),
        "minutes": str(company.limit("screen_lock_minutes", 10)),
        "first": company.systems[0].name,
        "second": company.systems[1].name,
    }


def _list(making: Making, days: list[date]) -> Iterator[tuple[str, ...]]:
    """Yield every file that is in the room by now with its day: lists are made after the period, screens in it."""
    company = making.company
    taken = {file: day.isoformat() for file, day in zip(SCREENS, days, strict=True)}
    after = weekday(company.end + timedelta(days=5)).isoformat()
    by = company.holder("it_lead").name
    for piece in sorted(making.pieces, key=lambda piece: piece.file):
        yield piece.file, piece.title, taken.get(piece.file, after), by
