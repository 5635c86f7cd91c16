"""Rules about registers: exceptions past their end, risks that nobody rated or accepted, claims without a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.risk_register import kind_of, rated_risks, waiting_risks
from soc2desk.domain.risks import RiskKind, Treatment
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

REGISTER_KEPT, FRAUD_NAMED = "RSK-02", "RSK-03"
LISTED = 3


def exception_not_closed(situation: Situation) -> Iterator[Finding]:
    """Yield each approved exception whose end is over and of which nobody wrote that the rule holds again."""
    day = situation.engagement.day
    for one in situation.engagement.project.exceptions:
        if one.is_given(day) and one.has_ended(day) and not one.is_closed(day):
            place = f"exceptions.{one.id}"
            yield see(situation, "SD-13", place, about=one.id, controls=("GOV-05",), name=one.name, end=one.ends_on)


def risks_not_rated(situation: Situation) -> Iterator[Finding]:
    """Yield one finding for all risks that wait for a rating, a date or an owner."""
    waiting = waiting_risks(situation.engagement)
    if waiting:
        names = ", ".join((*(risk.name for risk in waiting[:LISTED]), *(["..."] if len(waiting) > LISTED else [])))
        yield see(
            situation, "SD-14", f"risks.{waiting[0].id}", about="waiting", controls=(REGISTER_KEPT,),
            count=len(waiting), listed=names,
        )  # fmt: skip


def acceptance_missing(situation: Situation) -> Iterator[Finding]:
    """Yield each rated risk that is to be accepted without a name and a day of the acceptance."""
    engagement = situation.engagement
    for risk in rated_risks(engagement):
        accepted = bool(risk.accepted_by) and risk.accepted_on is not None and risk.accepted_on <= engagement.day
        if risk.treatment == Treatment.ACCEPT and not accepted:
            place = f"risks.{risk.id}"
            yield see(situation, "SD-15", place, about=risk.id, controls=(REGISTER_KEPT,), name=risk.name)


def register_behind_control(situation: Situation) -> Iterator[Finding]:
    """Yield a finding where a risk control is said to be in place and the register does not show what it claims."""
    engagement = situation.engagement
    rated = rated_risks(engagement)
    fraud = any(kind_of(risk, engagement) == RiskKind.FRAUD for risk in rated)
    for control, missing in ((REGISTER_KEPT, not rated and "risks"), (FRAUD_NAMED, rated and not fraud and "fraud")):
        one = engagement.state.get(control)
        if missing and one is not None and one.is_shown:
            yield see(
                situation, "SD-16", "risks", about=control, controls=(control,), control=control,
                title=one.control.title, missing=engagement.catalogue.phrases[f"finding.SD-16.{missing}"],
            )  # fmt: skip
