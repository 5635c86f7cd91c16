"""When a record is complete: every rule that its form prints, and every field that it must hold, as functions."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain import rules_of_access, rules_of_operations, rules_of_programme
from soc2desk.domain.record_fields import field_lacks
from soc2desk.domain.record_lacks import WEEKENDS, Kept, Looked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.record_lacks import Lack, PrintedRule
    from soc2desk.domain.records import RecordType
    from soc2desk.domain.working_days import WorkingDays

RULES: Mapping[str, tuple[PrintedRule, ...]] = MappingProxyType(
    {**rules_of_access.RULES, **rules_of_operations.RULES, **rules_of_programme.RULES}
)
"""The rules of each layout, in the order in which its form prints them."""


def record_lacks(record: KeptRecord, engagement: Engagement, working_days: WorkingDays = WEEKENDS) -> tuple[Lack, ...]:
    """Return what is missing or wrong in a record, each thing once, in the order of the form.

    What was promised in business days is counted by the days off that are handed in.
    """
    layout = engagement.catalogue.record[record.type]
    looked = Looked(record, layout, engagement, working_days)
    found = list(field_lacks(looked))
    for rule in RULES.get(layout.id, ()):
        if rule.of_record is not None:
            found += rule.of_record(looked)
    order = {field.name: number for number, field in enumerate(layout.fields)}
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda lack: (order.get(lack.field, -1), lack.line)))


def is_complete(record: KeptRecord, engagement: Engagement, working_days: WorkingDays = WEEKENDS) -> bool:
    """Return whether a record holds all that it must."""
    return not record_lacks(record, engagement, working_days)


def lacks_of_all(layout: RecordType, engagement: Engagement) -> tuple[Lack, ...]:
    """Return what is missing when all records of a layout are seen together: a period without one, a person left out.

    That makes no single record incomplete.
    """
    kept = Kept(layout, engagement)
    rules = (rule.of_all for rule in RULES.get(layout.id, ()) if rule.of_all is not None)
    return tuple(dict.fromkeys(lack for rule in rules for lack in rule(kept)))
