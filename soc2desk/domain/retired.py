"""The controls that were performed in the period and are performed no more: told, and never passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    from soc2desk.domain.client_controls import RetiredControl
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project


def retired_in_period(engagement: Engagement) -> tuple[tuple[ControlState, RetiredControl], ...]:
    """Return each control that was in place in the period of a Type II report until it was retired, with what was said.

    One that was said before the first day to have ended before it was never part of what is examined. An earlier last
    day that was entered since then is told: nobody could know of it when the period began. So is one that is said to be
    in place from a day after its last: both cannot be, and who reads of it can ask.
    Nor is there anything to tell of a day: what was retired before it is not there on it.
    """
    first = engagement.scope.start
    if not engagement.scope.is_type_2 or first is None:
        return ()
    found = ((one, engagement.project.retirement[one.id]) for one in engagement.retired)
    return tuple((one, gone) for one, gone in found if one.is_shown and max(gone.last_day, gone.on) >= first)


def refuse_ended(project: Project, said_of: str, where: str = "") -> None:
    """Raise UsageProblem for a word on a retired control, also by its family: it would hide that it was in place."""
    for gone in project.retired_controls:
        day = gone.last_day.isoformat()
        if gone.id == said_of:
            hint = "What it was until then stands. soc2desk controls return brings it back; then say where it stands."
            raise UsageProblem(f"{gone.id} is retired after {day}.", where=where, hint=hint)
        if gone.id.partition("-")[0] == said_of and gone.id not in project.state_entry:
            message = f"{gone.id} is retired after {day}, and rests on what was said of {said_of} until then."
            hint = "Say it of the controls that are performed, one by one, and not of the family."
            raise UsageProblem(message, where=where, hint=hint)
