"""Rules about controls under a client's own numbers and in its own words, and about those that it has retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.listed import not_listed
from soc2desk.domain.retired import retired_in_period
from soc2desk.readiness.acts import named
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def wording_set_aside(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording of a control that cannot be used, so that the library's stands in its place."""
    for control, why in situation.statements.set_aside.items():
        yield _seen("SD-80", control, situation, why=why)


def library_changed_under_wording(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording of a control for which the library has a new statement."""
    for control in situation.statements.changed:
        yield _seen("SD-81", control, situation)


def wording_leaves_value_out(situation: Situation) -> Iterator[Finding]:
    """Yield each control in own words that do not print how often, how much or how soon."""
    for control, names in situation.statements.left_out.items():
        yield _seen("SD-82", control, situation, names=names)


def retired_within_period(situation: Situation) -> Iterator[Finding]:
    """Yield each control that was in place in the period until it was retired."""
    for one, gone in retired_in_period(situation.engagement):
        yield see(
            situation, "SD-83", f"retired_controls.{one.id}", about=one.id, criteria=one.criteria,
            control=one.control.printed, title=one.control.title, day=gone.last_day.isoformat(),
        )  # fmt: skip


def lines_not_decided(situation: Situation) -> Iterator[Finding]:
    """Yield the lines of the client's list about which nobody decided, as one finding."""
    waiting = [line for line in situation.engagement.project.listed_controls if not line.is_decided and not line.gone]
    if waiting:
        listed = named((line.number for line in waiting), situation.engagement)
        yield see(
            situation, "SD-84", f"listed_controls.{waiting[0].id}", about="listed_controls", count=len(waiting),
            listed=listed,
        )  # fmt: skip


def not_in_list(situation: Situation) -> Iterator[Finding]:
    """Yield the controls of this scope that the client's list does not hold and of which nobody said anything."""
    engagement = situation.engagement
    missing = not_listed(engagement)
    if missing:
        yield see(
            situation, "SD-85", f"control_states.{missing[0]}", about="listed_controls", controls=missing,
            count=len(missing), listed=named(missing, engagement),
        )  # fmt: skip


def _seen(rule: str, control: str, situation: Situation, **words: str) -> Finding:
    printed = situation.engagement.catalogue.control[control].printed
    place = f"control_states.{control}"
    return see(situation, rule, place, about=control, controls=(control,), control=printed, **words)
