"""Rows that no part of the confirmation sheet shows as the answers stand, and that its SHA-256 covers all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.confirming import Part, Said, Standing
from soc2desk.domain.control_states import as_said
from soc2desk.domain.project import State
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import ROW_SECTIONS, STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.reading.located import Plain
    from soc2desk.storage.row_fields import Field

KEPT = "kept"


def kept_rows(values: Mapping[str, Plain], parts: Iterable[Part], engagement: Engagement) -> Part | None:
    """Return the rows among the values that stand in none of the parts; None where there are none."""
    shown = {line.place for part in parts for line in part.lines} | set(_families(engagement))
    if lines := tuple(_rows(values, shown, engagement)):
        return Part(KEPT, engagement.catalogue.phrases["confirmation.part.kept"], lines)
    return None


def _families(engagement: Engagement) -> Iterator[str]:
    """Yield the states of whole groups that stand on the sheet beside each control of the group."""
    for one in (as_said(one, engagement.project) for one in engagement.controls):
        if one.id not in engagement.project.state_entry and one.state is not State.NOT_CONFIRMED:
            yield f"{STATES.name}.{one.control.family}"


def _rows(values: Mapping[str, Plain], shown: Collection[str], engagement: Engagement) -> Iterator[Said]:
    for section in ROW_SECTIONS:
        held = values.get(section.name)
        for id_, row in held.items() if isinstance(held, dict) else ():
            place = f"{section.name}.{id_}"
            if place not in shown and isinstance(row, dict):
                words = "; ".join(_words(row, section.fields, engagement))
                yield Said(place, f"{section.row} {id_}", words, Standing.ENTERED)


def _words(row: Mapping[str, Plain], fields: Mapping[str, Field], engagement: Engagement) -> Iterator[str]:
    for name, field in fields.items():
        value = row.get(name)
        if not value:
            continue
        said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        if field.holds is Holds.PERSON:
            said = engagement.person_name(said) or said
        yield f"{field.means or name}: {said}"
