"""The client's own list of controls held against ours: what it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.in_own_words import lines_of

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


def not_listed(engagement: Engagement) -> tuple[str, ...]:
    """Return the controls of this scope that no decided line speaks of and of which nobody said anything themselves.

    While a line waits for a decision it may be about one of them, so each waiting line's proposals are left out too.
    Nothing without a list.
    """
    project = engagement.project
    if not project.listed_controls:
        return ()
    held = {*lines_of(project), *project.own_control}
    held |= {control for line in project.listed_controls if not line.is_decided for control in line.controls}
    return tuple(
        one.id
        for one in engagement.controls
        if one.id not in held and one.id not in project.state_entry and not one.by_law and not one.proposed_away
    )
