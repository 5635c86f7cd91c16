"""Rules about what has to survive: restores that were tried, and the list of what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.performed import act_day
from soc2desk.readiness.acts import counts, named, records_of
from soc2desk.readiness.gaps import each_missed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

RESTORED, LISTED = "BCP-04", "AST-01"
INVENTORY = "asset_inventory"


def restore_not_tried(situation: Situation) -> Iterator[Finding]:
    """Yield the periods in which no restore of a backup was tried, though one was promised."""
    yield from each_missed(situation, "FD-48", RESTORED)


def inventory_stale(situation: Situation) -> Iterator[Finding]:
    """Yield the periods in which the inventory was compared with nothing, and what has no owner since the newest."""
    yield from each_missed(situation, "FD-49", LISTED, "finding.FD-49.stale")
    engagement = situation.engagement
    known = ((act_day(one), one) for one in records_of(engagement, INVENTORY))
    dated = [(day, one) for day, one in known if day is not None and counts(engagement, LISTED, day)]
    newest = max(dated, key=lambda pair: pair[0])[1] if dated else None
    lines = newest.lines("owner_gaps") if newest else ()
    bare = [str(line["item"]) for line in lines if line.get("item") and not line.get("new_owner")]
    if newest and bare:
        why = engagement.catalogue.phrases["finding.FD-49.owner"].format(listed=named(bare, engagement))
        yield see(situation, "FD-49", f"records.{newest.id}", about=newest.id, controls=(LISTED,), why=why)
