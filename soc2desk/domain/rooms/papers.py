"""The papers of a room: minutes of meetings, cover notes of reports of vendors, and what was made of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.rooms.company import weekday
from soc2desk.domain.rooms.room import Paper
from soc2desk.domain.rooms.watching import attacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.domain.rooms.making import Making
    from soc2desk.domain.vendors import Vendor

REPORTS = "vendors/report-reviews.csv"
_EACH_QUARTER = "quarterly"


def add_papers(making: Making) -> None:
    """Add minutes, cover notes and the list of reviews of reports."""
    _minutes(making)
    _oversight(making)
    making.listing(REPORTS, "list_reports", _reports(making))
    for vendor in _subservices(making):
        _cover_note(making, vendor)


def _minutes(making: Making) -> None:
    """Management looks over the program once a quarter; one of the meetings may have been missed."""
    company = making.company
    faults = making.planted("meeting_missed")
    missed = company.lots.number("meeting missed", 0, len(company.quarters) - 1)
    title, *labels = company.words["minutes_labels"]
    for at, (quarter, _, last) in enumerate(company.quarters):
        file = f"meetings/management-{quarter}.docx"
        day = weekday(last - timedelta(days=company.lots.number(f"meeting {at}", 6, 20)))
        there = (company.holder("executive_sponsor"), company.holder("security_lead"), company.holder("it_lead"))
        names = ", ".join(dict.fromkeys(one.name for one in there))
        if faults and at == missed:
            making.stands(faults[0], file)
            lines = company.words["minutes_missed"]
            facts = ((labels[0], _said(making, day)), (labels[1], company.words["minutes_nobody"][0]))
        else:
            lines = company.words["minutes_lines"]
            facts = ((labels[0], _said(making, day)), (labels[1], names))
        lines = tuple(line.format(quarter=quarter.upper(), lead=there[1].name) for line in lines)
        making.pieces.append(Paper(file, f"{title} {quarter.upper()}", facts, lines, day.isoformat()))


def _oversight(making: Making) -> None:
    """Those who oversee meet as often as the company promises; a company without them has no such paper."""
    company = making.company
    if not company.answer("oversight_body"):
        return
    title, *labels = company.words["oversight_labels"]
    quarters = company.quarters if company.answer("oversight_period") == _EACH_QUARTER else company.quarters[-1:]
    for quarter, _, last in quarters:
        day = weekday(last - timedelta(days=company.lots.number(f"oversight {quarter}", 4, 18)))
        first, attack, end = (line.format(lead=company.holder("security_lead").name)
                              for line in company.words["oversight_lines"])  # fmt: skip
        # Nobody can have asked about an attack that was still to come.
        lines = (first, attack, end) if attacked(making).date() < day else (first, end)
        facts = ((labels[0], _said(making, day)),)
        making.pieces.append(Paper(f"meetings/oversight-{quarter}.md", f"{title} {quarter.upper()}", facts, lines))


def _said(making: Making, day: date) -> str:
    return f"{day.day} {making.company.words['months'][day.month - 1]} {day.year}"


def _subservices(making: Making) -> tuple[Vendor, ...]:
    return tuple(one for one in making.company.project.vendors if one.subservice)


def _reports(making: Making) -> Iterator[tuple[str, ...]]:
    """Yield each vendor that has a report, when it came, who read it and what came of it."""
    company, words = making.company, making.company.words["report_words"]
    subservices = [one.id for one in _subservices(making)]
    faults = making.planted("report_not_read")
    unread = dict(zip(company.lots.some("unread", subservices, len(faults)), faults, strict=False))
    for at, one in enumerate(vendor for vendor in company.project.vendors if vendor.report):
        came = company.day(f"report came {at}", 10, 70)
        read = weekday(came + timedelta(days=company.lots.number(f"report read {at}", 4, 25)))
        until = one.report_until.isoformat() if one.report_until else ""
        by = company.project.person.get(one.owner)
        name = by.name if by is not None else company.here[0].name
        if one.id in unread:
            making.stands(unread[one.id], REPORTS, one.name)
            yield one.name, one.report, until, came.isoformat(), "", "", ""
        else:
            # Exceptions and duties of customers stand in a report over a period, and in no questionnaire.
            came_of = words[at % len(words)] if until else words[0]
            yield one.name, one.report, until, came.isoformat(), read.isoformat(), name, came_of


def _cover_note(making: Making, vendor: Vendor) -> None:
    """Add what the vendor wrote when it sent its report."""
    company = making.company
    title, *labels = company.words["cover_labels"]
    until = vendor.report_until or company.start
    facts = ((labels[0], vendor.name), (labels[1], vendor.report), (labels[2], _said(making, until)))
    lines = tuple(line.format(vendor=vendor.name) for line in company.words["cover_lines"])
    making.pieces.append(Paper(f"vendors/report-cover-{vendor.id}.md", title, facts, lines))
