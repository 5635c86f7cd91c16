"""What a word on controls changes in a project: values by their path, for one control, many, or a whole family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.project import State
from soc2desk.domain.retired import refuse_ended
from soc2desk.storage.row_checks import STATE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project

Values = dict["Where", "Plain"]

STATES, OWNERS = "control_states", "owners"


@dataclass(frozen=True, slots=True)
class Said:
    """A state as a person says it, days as they were typed. `by` is the id of the person who says so."""

    state: State
    since: str = ""
    start: str = ""
    vendor: str = ""
    reason: str = ""
    by: str = ""

    def row(self, today: date) -> dict[str, Plain]:
        """Return it as it is written in a file, said today; only what belongs to the state is kept."""
        typed = {
            "since": self.since,
            "from": self.start,
            "vendor": self.vendor,
            "reason": self.reason,
            "confirmed_by": self.by,
            "confirmed_on": today.isoformat(),
        }
        belonging = STATE_FIELDS[self.state]
        return {"state": self.state.value, **{k: v for k, v in typed.items() if k in belonging and v.strip()}}


def state_of_each(controls: Iterable[str], said: Said, project: Project, today: date) -> Values:
    """Return the values that say a state of each control."""
    return {(STATES, control): _row(control, said, project, today) for control in controls}


def _row(control: str, said: Said, project: Project, today: date) -> Plain:
    family = control.partition("-")[0]
    if said.state is State.NOT_CONFIRMED and family not in project.state_entry:
        return None
    return said.row(today)


def state_of_family(family: str, controls: Iterable[str], said: Said, project: Project, today: date) -> Values:
    """Return the values that say a state of a family; the controls named give up what was said of them alone.

    Raises UsageProblem where a retired control rests on what was said of the family until then.
    """
    refuse_ended(project, family)
    row = None if said.state is State.NOT_CONFIRMED else said.row(today)
    return {(STATES, family): row, **{(STATES, control): None for control in controls}}


def with_a_word_of_their_own(family: str, but: Iterable[str], engagement: Engagement) -> tuple[str, ...]:
    """Return the controls of a family, but those named, that a word on the family will not reach."""
    said, left_out = engagement.project.state_entry, set(but)
    return tuple(
        one.id
        for one in engagement.controls
        if one.control.family == family and one.id not in left_out and (one.id in said or one.proposed_away)
    )


def holder_of_each(controls: Iterable[str], part: str, person: str) -> Values:
    """Return the values that name the owner, backup or reviewer of controls; "" leaves it to the role."""
    return {(OWNERS, control, part): person or None for control in controls}
