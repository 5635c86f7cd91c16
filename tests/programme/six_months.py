"""Six months of one company, act by act on the day it is done: what people enter, and what they miss.

Two failures are planted: nobody reviews access to GitHub in the first quarter, and somebody who left on 12 April keeps
an account until the list of users is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from soc2desk.app.desk import Desk
from soc2desk.app.evidence import attach, decided
from soc2desk.app.record_entering import Entering, put_of
from soc2desk.app.session import Session, open_session
from soc2desk.app.training_entry import course_taken
from soc2desk.app.transfer import new_project
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.file_names import file_name
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.owed import has_dated_acts, owed
from soc2desk.domain.training_record import needs
from soc2desk.reading.days_off import days_off
from tests.domain.filled_records import DONE, FIRST, SECOND, filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from soc2desk.domain.kept_records import Entry
    from soc2desk.domain.owed import Owed
    from soc2desk.packet.compose import Composition
    from soc2desk.reading.located import Plain

BEFORE = date(2026, 12, 15)
MONTHS = tuple(date(2027, month, 1) - timedelta(1) for month in range(2, 8))
"""The last days of January to June: the window of the sample."""
AFTER = date(2027, 7, 9)
SKIPPED, LEAVER, LEFT, FOUND = "GitHub", "daniel-obrien", date(2027, 4, 12), date(2027, 4, 28)
REVIEWER, REVIEWED = "marc-olivier-gagnon", "ACC-07"
FEBRUARY = date(2027, 2, 8)
YEARLY = {"MON-02": date(2027, 5, 19)}
"""When the acts of a year are done; the readiness review two months before the auditor comes."""
TOOLS = (
    "access_request", "change_record", "incident_log", "onboarding_checklist", "offboarding_checklist",
    "log_review_record", "vulnerability_scan_review", "deficiency_log",
)  # fmt: skip
ON_RECORD = {"management_review_minutes", "tabletop_exercise", "readiness_review"}


@dataclass
class Company:
    """A real project that people work in, and what it showed at each month's end."""

    desk: Desk
    folder: Path
    inbox: Path
    session: Session | None = None
    seen: dict[date, Composition] = field(default_factory=dict)

    def on(self, day: date) -> Session:
        """Open the project on a day, as somebody does who comes to work."""
        if self.session is None or self.session.desk.today != day:
            self.leave()
            self.session = open_session(replace(self.desk, today=day), self.folder)
        return self.session

    def leave(self) -> None:
        """Save and go home."""
        if self.session is not None:
            self.session.save()
            self.session.close()
            self.session = None

    def look(self, day: date) -> None:
        """Keep what is composed at the end of a day."""
        self.seen[day] = self.on(day).composition


def live(desk: Desk, inbox: Path) -> Company:
    """Return the company after its six months."""
    inbox.mkdir(parents=True)
    company = Company(desk, new_project(replace(desk, today=BEFORE), "brightwater", sample="brightwater"), inbox)
    _prepare(company)
    waiting = sorted(_acts(company), key=lambda pair: pair[0])
    for month in MONTHS:
        for day, act in waiting:
            if month.replace(day=1) <= day <= month:
                _do(company, day, act)
        if month == MONTHS[0]:
            company.on(month).put({("exceptions", "ageing-scanner", "closed_on"): "2027-01-29"}, "closed")
        if month.month == 5:
            _new_reports(company, month)
        if month.month == LEFT.month:
            _somebody_leaves(company)
        company.look(month)
    _close(company)
    company.look(AFTER)
    company.leave()
    return company


def _prepare(company: Company) -> None:
    """Train everybody, hold the yearly talks and the first review of access before the window opens."""
    session = company.on(BEFORE)
    session.put({("people", one.id, "reviewed_on"): "2026-12-01" for one in session.project.people}, "talked")
    session.put({("answers", "kept_in_tools"): [*TOOLS, "policy_acknowledgement"]}, "kept in the tool of the HR lead")
    for system in session.project.systems:
        if system.in_scope:
            _keep(session, "access_review", "ACC-07/2026-Q4", BEFORE, system=system.name)
    for need in needs(session.engagement):
        session.put(
            course_taken(session.project, need.person, need.course.id, date(2026, 12, 10), BEFORE, by=FIRST), "taken"
        )
    company.look(BEFORE)


def _acts(company: Company) -> Iterator[tuple[date, Owed]]:
    """Yield every act of the window with the day on which it is done: the last working day of its period."""
    engagement = company.on(BEFORE).engagement
    working = days_off(engagement)
    for act in owed(engagement, engagement.state, working):
        day = YEARLY.get(act.control, FEBRUARY) if act.cadence is Cadence.ANNUAL else act.due_on(working)
        yield min(max(day, date(2027, 1, 4)), MONTHS[-1]), act


def _do(company: Company, day: date, act: Owed) -> None:
    """Do one act: reviews of access are records of each system, minutes and tests are records, the rest is shown."""
    session = company.on(day)
    layouts = {control: one for one in session.engagement.catalogue.records for control in one.owed_by}
    layout = layouts.get(act.control)
    if act.control == REVIEWED:
        for system in session.project.systems:
            if system.in_scope and not (system.name == SKIPPED and act.period.name.endswith("Q1")):
                _keep(session, "access_review", act.period.id, day, system=system.name)
    elif layout is not None and layout.id == "vendor_review":
        for vendor in session.project.vendors:
            _keep(session, layout.id, act.period.id, day, vendor=vendor.name)
    elif layout is not None and layout.id in ON_RECORD:
        more: dict[str, Entry] = {}
        if layout.id == "tabletop_exercise":
            more["actions"] = ({"action": "Print the list", "owner": FIRST, "due": day, "status": "done"},)
        _keep(session, layout.id, act.period.id, day, **more)
    else:
        _show(company, session, act.control, act.period.start, act.period.end, act.period.id)


def _keep(session: Session, layout: str, occurrence: str, day: date, **values: Entry) -> None:
    pattern = filled(session.engagement.catalogue.record[layout], **values)
    said = {name: _on_the_day(value, day) for name, value in pattern.values.items()} | values
    if "period" in said:
        said["period"] = occurrence.partition("/")[2]
    told = [value for value in values.values() if isinstance(value, str)]
    record = KeptRecord(file_name(" ".join((occurrence, *told, layout)), 60), layout, occurrence, said)
    session.put(put_of(session.project, record, Entering(day, FIRST)), "entered")


def _on_the_day(value: Entry, day: date) -> Entry:
    """Return a value of the pattern as if its work were done on a day, what lies ahead as far ahead as before."""
    if isinstance(value, tuple):
        return tuple({name: _on_the_day(cell, day) for name, cell in line.items()} for line in value)  # type: ignore[misc]
    if isinstance(value, Signature):
        return Signature(value.by, day)
    if isinstance(value, datetime):
        return datetime.combine(_moved(value.date(), day), value.time())
    return _moved(value, day) if isinstance(value, date) else value


def _moved(value: date, day: date) -> date:
    return day if value <= DONE + timedelta(1) else day + (value - DONE)


def _show(company: Company, session: Session, control: str, first: date, last: date, occurrence: str = "") -> None:
    """Attach a list with its proof, for an act or for a control, and let somebody else accept it."""
    today, owner = session.desk.today, session.engagement.owners[control].owner or FIRST
    file = company.inbox / f"{(occurrence or control).replace('/', '-')}.txt"
    file.write_text(f"Kept for {occurrence or control}\n", encoding="utf-8")
    row: dict[str, Plain] = {
        "name": f"List of {control}", "source": "ticket system", "query": f"everything about {control}",
        "dated": today.isoformat(), "covers_from": first.isoformat(), "covers_until": min(last, today).isoformat(),
        "by": owner, "timestamp": "yes", "rows": "12", "run_at": f"{today.isoformat()} 09:00",
        "second_source": "change log", "second_rows": "12",
        **({"occurrence": occurrence} if occurrence else {"controls": [control]}),
    }  # fmt: skip
    put = _end_of(attach(session.desk, session.folder, session.engagement, file, row))
    session.put({("evidence", put.id): put.row}, "attached")
    reviewer = session.project.person[REVIEWER if owner != REVIEWER else SECOND]
    session.replace(decided(session.desk, session.folder, session.project, put.id, reviewer), "accepted")


def _end_of(steps):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


def _new_reports(company: Company, day: date) -> None:
    """The vendors' new reports come, and are read."""
    session = company.on(day)
    for vendor in session.project.vendors:
        row = ("vendors", vendor.id)
        session.put({(*row, "last_review"): "2027-05-20", (*row, "bridge_until"): "2027-06-30"}, "read")
        if vendor.subservice:
            session.put({(*row, "report_from"): "2026-04-01", (*row, "report_until"): "2027-04-30"}, "read")


def _close(company: Company) -> None:
    """After the last day, export what each control without dates left behind, over the whole period."""
    session = company.on(date(2027, 7, 5))
    for one in session.engagement.controls:
        if one.is_shown and not has_dated_acts(one):
            _show(company, session, one.id, MONTHS[0].replace(day=1), MONTHS[-1])


def _somebody_leaves(company: Company) -> None:
    """Somebody leaves, the account stays open, and the list of users of the end of the month shows it."""
    session = company.on(FOUND)
    session.put({("people", LEAVER, "end"): LEFT.isoformat()}, "left")
    export: Mapping[str, Plain] = {
        "system": "google-workspace", "taken_at": "2027-04-28 09:00", "rows": "15", "enabled": "15",
        "leavers": [LEAVER],
    }  # fmt: skip
    session.put({("user_exports", "users-april"): dict(export)}, "list read")
