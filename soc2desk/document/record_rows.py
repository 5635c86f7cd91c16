"""What a blank form may take over from the answers: who, what and by when, as rows by the name of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.owed import owed
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.records import ROLE, source_of
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordType, Source
    from soc2desk.domain.vendors import Vendor

POLICY = "policy"
"""The kind of document that everybody accepts."""

Rows = tuple["Mapping[str, str]", ...]


def rows_of(table: str, record: RecordType, engagement: Engagement) -> Rows:
    """Return the rows of a table as plain words by column."""
    return _TABLES[table](engagement, record)


def column_of(source: Source, record: RecordType, engagement: Engagement) -> tuple[str, ...]:
    """Return what a source says, each once and in order; for a role the one who holds it."""
    if source.table == ROLE:
        return tuple(filter(None, (_holder(source.column, engagement),)))
    rows = rows_of(source.table, record, engagement)
    return tuple(dict.fromkeys(row[source.column] for row in rows if row[source.column]))


def offered(text: str, record: RecordType, engagement: Engagement) -> tuple[str, ...]:
    """Return what the source named by `text` says; nothing for no source."""
    source = source_of(text)
    return column_of(source, record, engagement) if source else ()


def _holder(role: str, engagement: Engagement) -> str:
    holding = engagement.project.role.get(role)
    return engagement.person_name(holding.holder) if holding else ""


def _periods(engagement: Engagement, record: RecordType) -> Rows:
    found: dict[str, Mapping[str, str]] = {}
    working = days_off(engagement)
    # The first of the controls sets the rhythm of the lines; the table of what is due names the others too.
    for act in owed(engagement, record.owed_by[:1], working):
        due, owner = act.due_on(working).isoformat(), engagement.person_name(act.owner)
        found.setdefault(act.period.name, {"id": act.period.name, "due": due, "owner": owner})
    return tuple(found.values())


def _systems(engagement: Engagement, _record: RecordType) -> Rows:
    found = (one for one in engagement.project.systems if one.in_scope)
    return tuple({"name": one.name, "owner": engagement.person_name(one.owner)} for one in found)


def _vendors(engagement: Engagement, _record: RecordType) -> Rows:
    return tuple(
        {
            "name": one.name,
            "service": one.service,
            "data": _data(one, engagement),
            "location": one.location,
            "tier": one.tier,
            "method": one.method if one.subservice and one.method else "" if one.subservice else "no",
        }
        for one in engagement.project.vendors
    )


def _data(vendor: Vendor, engagement: Engagement) -> str:
    phrases = engagement.catalogue.phrases
    held = {
        "record.customer_data": vendor.holds_customer_data,
        "record.personal_information": vendor.holds_personal_information,
    }
    return "; ".join(phrases[key] for key, holds in held.items() if holds)


def _people(engagement: Engagement, _record: RecordType) -> Rows:
    return tuple({"name": one.name} for one in engagement.project.people if one.is_here(engagement.day))


def _owners(engagement: Engagement, _record: RecordType) -> Rows:
    owning = (engagement.owners[one.id].owner for one in engagement.controls if one.applies)
    return tuple({"name": engagement.person_name(owner)} for owner in dict.fromkeys(owning) if owner)


def _controls(engagement: Engagement, _record: RecordType) -> Rows:
    return tuple(
        {"id": one.id, "owner": engagement.person_name(engagement.owners[one.id].owner)}
        for one in engagement.controls
        if one.applies
    )


def _policies(engagement: Engagement, _record: RecordType) -> Rows:
    return _written(engagement, frozenset({POLICY}))


def _documents(engagement: Engagement, _record: RecordType) -> Rows:
    return _written(engagement, TO_APPROVE)


def _written(engagement: Engagement, kinds: frozenset[str]) -> Rows:
    found = (one for one in engagement.catalogue.templates if one.kind in kinds and engagement.wants(one))
    return tuple({"title": f"{one.title} ({one.id})", "owner": _holder(one.owner, engagement)} for one in found)


def _populations(engagement: Engagement, _record: RecordType) -> Rows:
    needed = {one.control.population for one in engagement.worked.values() if one.is_asked_for}
    return tuple({"title": one.name} for one in engagement.catalogue.populations if one.id in needed)


_TABLES: dict[str, Callable[[Engagement, RecordType], Rows]] = {
    "period": _periods,
    "system": _systems,
    "vendor": _vendors,
    "person": _people,
    "owner": _owners,
    "control": _controls,
    "policy": _policies,
    "document": _documents,
    "population": _populations,
}
