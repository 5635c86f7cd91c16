"""The files about watching: alerts, the look over the logs each week, one day of a log, findings of scans, devices."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.rooms.making import Making

ALERTS, LOOKS, LOG_DAY = "watching/alerts.csv", "watching/log-reviews.csv", "watching/log-of-one-day.csv"
SCANS, DEVICES = "watching/scan-findings.csv", "people/devices.csv"
_ALERTS, _SCANS = 26, 18
_ATTACK = _ALERTS - 2
_WEEK = 7


def add_watching(making: Making) -> None:
    """Add what was seen, by tools and by people."""
    making.listing(ALERTS, "list_alerts", _alerts(making))
    making.listing(LOOKS, "list_looks", _looks(making))
    making.listing(LOG_DAY, "list_log", _log_of_one_day(making))
    making.listing(SCANS, "list_scans", _scans(making))
    making.listing(DEVICES, "list_devices", _devices(making))


# ---- alerts ----------------------------------------------------------------------------------------


def _alerts(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield each alert with when somebody took it up. One of them is a real attack, and was taken up in time."""
    company, words = making.company, making.company.words["alert_words"]
    titles, hours = company.words["alert_titles"], company.limit("alert_triage_hours", 4)
    faults = making.planted("alert_waited")
    waited = dict(zip(company.lots.some("waited", range(2, _ALERTS - 3), len(faults)), faults, strict=False))
    share = ((company.end - company.start).days - 6) // _ALERTS
    for at in range(_ALERTS):
        raised = _raised(making, at, share)
        item = f"A-{company.lots.number('first alert', 300, 900) + at}"
        minutes = company.lots.number(f"triage {at}", 3, hours * 60 - 10)
        if at in waited:
            making.stands(waited[at], ALERTS, item)
            minutes = (hours + company.lots.number("hours waited", 19, 46)) * 60
        triaged = raised + timedelta(minutes=minutes)
        by = company.lots.pick(f"triaged by {at}", company.makers)
        title, outcome, level = titles[at % (len(titles) - 1)], words[0], words[3 + at % 3]
        if at == _ATTACK:
            title, outcome, level = titles[-1], words[1], words[5]
            making.sound("attack", ALERTS, item)
        yield item, title, level, _minute(raised), _minute(triaged), by.name, outcome


def _raised(making: Making, at: int, share: int) -> datetime:
    company = making.company
    day = company.start + timedelta(days=at * share + company.lots.number(f"alert day {at}", 0, max(share - 1, 0)))
    minute = company.lots.number(f"alert minute {at}", 0, 59)
    return datetime.combine(day, time(company.lots.number(f"alert hour {at}", 0, 23), minute))


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


# ---- logs ------------------------------------------------------------------------------------------


def _looks(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield the look over the logs of each week. An absence with a stand-in is none missed."""
    company, words = making.company, making.company.words["look_words"]
    monday = company.start + timedelta(days=(_WEEK - company.start.weekday()) % _WEEK)
    weeks = ((company.end - monday).days + 1) // _WEEK
    faults = making.planted("log_day_without_review")
    missed = dict(zip(company.lots.some("missed", range(3, weeks - 2), len(faults)), faults, strict=False))
    usual, other = company.lots.mixed("who looks", company.makers, 2)
    away = company.lots.number("away", 0, 2)
    for at in range(weeks):
        first = monday + timedelta(days=at * _WEEK)
        item = f"W-{first:%G-%V}"
        if at in missed:
            making.stands(missed[at], LOOKS, item)
            yield item, first.isoformat(), "", "", words[2]
        elif at == away:
            making.sound("stand_in", LOOKS, item)
            yield item, first.isoformat(), other.name, (first + timedelta(days=_WEEK)).isoformat(), words[1]
        else:
            yield item, first.isoformat(), usual.name, (first + timedelta(days=_WEEK)).isoformat(), words[0]


def attacked(making: Making) -> datetime:
    """Return when the alert of the real attack was raised."""
    company = making.company
    return _raised(making, _ATTACK, ((company.end - company.start).days - 6) // _ALERTS)


def _log_of_one_day(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield the sign-ins of the day of the attack: one address tries many names, and then one of them works."""
    raised = attacked(making)
    yield from log_lines(making, raised.date(), raised)


def log_lines(making: Making, day: date, raised: datetime) -> Iterator[tuple[str, ...]]:
    """Yield a day of sign-ins with an attack that ends when the alert is raised. Addresses are those of examples."""
    company, words = making.company, making.company.words["log_words"]
    lines: list[tuple[datetime, str, str, str]] = []
    for at in range(70):
        one = company.lots.pick(f"signed in {at}", company.here)
        moment = datetime.combine(day, time(company.lots.number(f"log hour {at}", 7, 18), at % 60))
        lines.append((moment, company.login(one), f"192.0.2.{20 + company.here.index(one)}", words[0]))
    begun = max(raised - timedelta(minutes=34), datetime.combine(day, time.min))
    for at in range(24):
        one = company.here[at % len(company.here)]
        outcome = words[1] if at < 23 else words[0]  # noqa: PLR2004 - the last of them works
        lines.append((begun + timedelta(minutes=at), company.login(one), "203.0.113.77", outcome))
    for number, (moment, login, address, outcome) in enumerate(sorted(lines), 1):
        yield f"L-{number:03}", _minute(moment), login, address, outcome


# ---- scans and devices -----------------------------------------------------------------------------


def _scans(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield what scans found, with the day on which it was mended; one late one has an approved exception."""
    company, words = making.company, making.company.words["scan_words"]
    limits = (company.limit("critical_patch_days", 14), company.limit("high_patch_days", 30), 90)
    faults = making.planted("scan_past_deadline")
    critical = [at for at in range(_SCANS) if at % 3 == 0 and at not in {0, _SCANS - 3}]
    late = dict(zip(company.lots.some("past deadline", critical, len(faults)), faults, strict=False))
    for at in range(_SCANS):
        found = company.day(f"found {at}", at * 7, at * 7 + 5)
        fixed = found + timedelta(days=company.lots.number(f"fixed {at}", 1, limits[at % 3] - 3))
        item, exception = f"V-{company.lots.number('first scan', 40, 90) + at}", ""
        if at in late:
            making.stands(late[at], SCANS, item)
            fixed = found + timedelta(days=limits[0] + company.lots.number("days late", 9, 31))
        elif at == 0:
            making.sound("exception", SCANS, item)
            fixed, exception = found + timedelta(days=limits[0] + 12), words[3]
        asset = company.scanned[at % len(company.scanned)].name
        title = company.words["scan_titles"][at % len(company.words["scan_titles"])]
        mended = fixed.isoformat() if fixed <= company.end else ""
        yield item, title, words[at % 3], found.isoformat(), mended, asset, exception


def _devices(making: Making) -> Iterator[tuple[str, ...]]:
    company, words = making.company, making.company.words["device_words"]
    # Those on leave and those of the board among them: whoever has no device is missing from the list.
    everybody = {one.id: one for one in (*company.project.people, *company.newcomers)}
    here = [one for one in everybody.values() if one.is_here(company.end)]
    for at, one in enumerate(sorted(here, key=lambda one: one.name)):
        serial = f"{company.lots.pick(f'serial {at}', ('C02', 'PF3', 'FVF', '5CG'))}{51_730 + at * 37}"
        seen = weekday(company.end - timedelta(days=company.lots.number(f"device {at}", 0, 9)))
        yield serial, one.name, words[at % 2], words[2], seen.isoformat(), words[3]
