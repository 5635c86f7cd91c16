"""Where a place of the page of controls leads: the lines to choose, and what the keyboard goes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from soc2desk.app.control_rows import ControlRow

OWNERS, STATES, WORDINGS = "owners", "control_states", "control_wordings"


@dataclass(frozen=True, slots=True)
class Target:
    """What a place names: a control or a family, and whether its owner or its state is meant."""

    name: str
    of_owner: bool


def target_of(place: str) -> Target | None:
    """Return what a place of this page names; None for any other place."""
    kind, _, name = place.partition(".")
    return Target(name, kind == OWNERS) if kind in {OWNERS, STATES, WORDINGS} and name else None


def ids_of(target: Target, rows: Collection[ControlRow]) -> tuple[str, ...]:
    """Return the controls that a target means; none where it is not needed in this scope."""
    return tuple(row.id for row in rows if target.name in {row.id, row.family})
