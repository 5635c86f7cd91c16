"""Rules about what controls claim, and the basics behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.project import State
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

NOTICE = "PRV-02"


def system_without_second_factor(situation: Situation) -> Iterator[Finding]:
    """Yield each system in scope with administrators or outside access and no second factor."""
    for system in situation.engagement.project.systems:
        if system.in_scope and system.privileged_or_remote and not system.mfa:
            place = f"systems.{system.id}"
            yield see(situation, "FD-19", place, about=system.id, controls=("ACC-03",), name=system.name)


def second_factor_said_twice(situation: Situation) -> Iterator[Finding]:
    """Yield each system where documents promise a second factor and the table of systems says there is none."""
    answer = situation.engagement.names.stated["mfa_systems"].answer
    promised = answer.value if answer and isinstance(answer.value, tuple) else ()
    for system in situation.engagement.project.systems:
        if system.in_scope and not system.mfa and system.name in promised:
            place = f"systems.{system.id}"
            yield see(situation, "SD-07", place, about=system.id, controls=("ACC-03",), name=system.name)


def privacy_without_basics(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when Privacy is examined and no officer is named, or no notice stands where one is owed."""
    engagement = situation.engagement
    if "privacy" not in engagement.scope.categories:
        return
    holding = engagement.project.role.get("privacy_officer")
    officer = engagement.project.person.get(holding.holder) if holding else None
    if officer is None or officer.has_left(engagement.day):
        yield see(
            situation, "FD-51", "roles.privacy_officer", about="officer", controls=("PRV-01",),
            missing=engagement.catalogue.phrases["finding.FD-51.officer"],
        )  # fmt: skip
    notice = engagement.state.get(NOTICE)
    if notice is not None and notice.applies and not notice.is_shown and not notice.proposed_away:
        yield see(
            situation, "FD-51", f"control_states.{NOTICE}", about="notice", controls=(NOTICE,),
            missing=engagement.catalogue.phrases["finding.FD-51.notice"],
        )  # fmt: skip


def planned_day_has_come(situation: Situation) -> Iterator[Finding]:
    """Yield one finding for the controls that were planned from a day that has come; only a person says they run."""
    engagement = situation.engagement
    found = [
        one.id
        for one in engagement.controls
        if one.state is State.PLANNED and not one.claimed_early and one.start and one.start <= engagement.day
    ]
    if found:
        yield see(
            situation, "SD-17", f"control_states.{found[0]}", about="planned", controls=found,
            count=len(found), listed=", ".join(found),
        )  # fmt: skip


def planned_shown_as_in_place(situation: Situation) -> Iterator[Finding]:
    """Yield each control said to be in place whose own date or answers say later, or that a description shows early."""
    for one in situation.engagement.controls:
        if one.claimed_early or (one.state is State.PLANNED and one.id in situation.described):
            yield see(
                situation, "FD-66", f"control_states.{one.id}", about=one.id, controls=(one.id,), control=one.id,
                title=one.control.title,
            )  # fmt: skip


def state_not_confirmed(situation: Situation) -> Iterator[Finding]:
    """Yield each family with controls that nobody confirmed, so that a person can go through it in one sitting.

    What is only planned claims nothing yet, so that nobody has to be named for it.
    """
    engagement = situation.engagement
    for family in engagement.catalogue.families:
        waiting = [
            one.id
            for one in engagement.controls
            if one.control.family == family.id
            and one.state is not State.PLANNED
            and one.confirmed_by not in engagement.project.person
        ]
        if waiting:
            yield see(
                situation, "SD-04", f"control_states.{family.id}", about=family.id, controls=waiting,
                family=family.name, count=len(waiting), listed=", ".join(waiting),
            )  # fmt: skip


def vendor_runs_unnamed(situation: Situation) -> Iterator[Finding]:
    """Yield each control said to be run by a vendor that is no subservice organization in the vendor table."""
    engagement = situation.engagement
    for one in engagement.controls:
        vendor = engagement.project.vendor.get(one.vendor)
        if one.state is State.RUN_BY_VENDOR and not (vendor and vendor.subservice):
            yield see(
                situation, "SD-06", f"control_states.{one.id}", about=one.id, controls=(one.id,), control=one.id,
                title=one.control.title,
            )  # fmt: skip


def state_against_answers(situation: Situation) -> Iterator[Finding]:
    """Yield each control that a person says is there and the answers say does not apply: one of the two is wrong."""
    for one in situation.engagement.controls:
        if one.at_odds:
            yield see(
                situation, "SD-09", f"control_states.{one.id}", about=one.id, controls=(one.id,), control=one.id,
                title=one.control.title,
            )  # fmt: skip
