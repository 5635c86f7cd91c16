"""Rules about people who left: their access, the record of it, and accounts that several people use."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Duration
from soc2desk.readiness.acts import (
    counts,
    grouped,
    is_in_tool,
    last_moment,
    named,
    person_in,
    promised,
    records_of,
    runs,
)
from soc2desk.readiness.dates import has_begun
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.evidence import UserExport
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.people import Person

CHECKLIST, CONTROL, NAMED_ACCOUNTS = "offboarding_checklist", "ACC-08", "ACC-02"
LIMIT, LET_GO_LIMIT = "access_removal_limit", "involuntary_removal_limit"
LET_GO = "involuntary"
NO_ACTION = "none"


def removed_late(situation: Situation) -> Iterator[Finding]:
    """Yield each leaver whose sign-in or account was switched off after the promised time, or never."""
    engagement = situation.engagement
    for record in records_of(engagement, CHECKLIST):
        end = record.moment("last_day_time")
        if end is None or not counts(engagement, CONTROL, end.date()):
            continue
        limit = _limit(situation, record)
        late = limit is not None and _late(record, last_moment(end, limit, situation), situation)
        if late:
            name = engagement.person_name(record.text("person")) or record.text("person")
            yield see(
                situation, "FD-17", f"records.{record.id}", about=record.id, controls=(CONTROL,), name=name,
                limit=limit, end=f"{end:%Y-%m-%d %H:%M}", listed=named(late, engagement),
            )  # fmt: skip


def _limit(situation: Situation, record: KeptRecord | None) -> Duration | None:
    usual = promised(situation.engagement, LIMIT)
    let_go = promised(situation.engagement, LET_GO_LIMIT)
    value = let_go or usual if record is not None and record.text("departure_type") == LET_GO else usual
    return value if isinstance(value, Duration) else None


def _late(record: KeptRecord, last: datetime, situation: Situation) -> list[str]:
    """Return what was switched off after the last moment, or was not by today."""
    phrases = situation.engagement.catalogue.phrases
    done = {phrases["finding.FD-17.sign_in"]: record.moment("identity_provider_disabled")}
    for line in record.lines("systems"):
        moment = line.get("done_at")
        if line.get("action") != NO_ACTION and line.get("system"):
            done[str(line["system"])] = moment if isinstance(moment, datetime) else None
    is_past = last.date() < situation.engagement.day
    return [name for name, moment in done.items() if (moment > last if moment is not None else is_past)]


def no_checklist(situation: Situation) -> Iterator[Finding]:
    """Yield the leavers without a record, once the time to remove their access is over."""
    engagement = situation.engagement
    if is_in_tool(engagement, CHECKLIST) or not has_begun(engagement):
        return
    recorded = {person_in(engagement, one.text("person")) for one in records_of(engagement, CHECKLIST)}
    without = [one for one in engagement.project.people if one.id not in recorded and _is_due(one, situation)]
    for group in grouped(without):
        about = group[0].id if len(group) == 1 else CONTROL
        listed = named((one.name for one in group), engagement)
        yield see(situation, "FD-18", f"people.{group[0].id}", about=about, controls=(CONTROL,), listed=listed)


def _is_due(person: Person, situation: Situation) -> bool:
    """Return whether a person left in what is examined and the promised time is over."""
    last = _last_moment(person, situation)
    over = last is not None and last.date() < situation.engagement.day
    return over and counts(situation.engagement, CONTROL, person.end)


def _last_moment(person: Person, situation: Situation) -> datetime | None:
    """Return until when a leaver may still sign in; the last day itself where no limit was promised."""
    if person.end is None:
        return None
    end, limit = datetime.combine(person.end, time.max), _limit(situation, None)
    return last_moment(end, limit, situation) if limit is not None else end


def leaver_can_sign_in(situation: Situation) -> Iterator[Finding]:
    """Yield each leaver whose account is still switched on in the newest list of users of a system."""
    engagement = situation.engagement
    if not runs(engagement, CONTROL):
        return
    found: dict[str, list[UserExport]] = {}
    for export in _newest(situation):
        for person in export.leavers:
            found.setdefault(person, []).append(export)
    for id_, exports in found.items():
        left = engagement.project.person.get(id_)
        late = [one for one in exports if left is None or _is_after(one, left, situation)]
        if late:
            yield see(
                situation, "FD-60", f"people.{id_}", about=id_, controls=(CONTROL,),
                name=left.name if left else id_, end=left.end if left and left.end else "-",
                listed=named((_system(one, situation) for one in late), engagement),
            )  # fmt: skip


def _is_after(export: UserExport, person: Person, situation: Situation) -> bool:
    last = _last_moment(person, situation)
    return last is not None and export.taken_at is not None and export.taken_at > last


def shared_administrators(situation: Situation) -> Iterator[Finding]:
    """Yield each system whose newest list of users holds an administrator account that several people use."""
    if not runs(situation.engagement, NAMED_ACCOUNTS):
        return
    for export in _newest(situation):
        if export.shared_admins:
            yield see(
                situation, "FD-20", f"user_exports.{export.id}", about=export.id, controls=(NAMED_ACCOUNTS,),
                system=_system(export, situation), listed=named(export.shared_admins, situation.engagement),
            )  # fmt: skip


def _newest(situation: Situation) -> tuple[UserExport, ...]:
    """Return the newest list of each system that was taken by today."""
    newest: dict[str, UserExport] = {}
    for export in situation.engagement.project.user_exports:
        if export.taken_at is None or export.taken_at.date() > situation.engagement.day:
            continue
        before = newest.get(export.system)
        if before is None or before.taken_at is None or before.taken_at <= export.taken_at:
            newest[export.system] = export
    return tuple(newest.values())


def _system(export: UserExport, situation: Situation) -> str:
    system = situation.engagement.project.system.get(export.system)
    return system.name if system else export.system
