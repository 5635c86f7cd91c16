"""Rules about registers: exceptions past their end, risks that nobody rated or accepted, claims without a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.risk_register import kind_of, rated_risks, waiting_risks
from soc2desk.domain.risks import RiskKind, Treatment
from soc2desk.readiness.dates import applies, has_begun, listed
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
        names = listed([risk.name for risk in waiting], situation.engagement, LISTED)
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


def no_fraud_risk(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when rated risks stand behind what is claimed or examined, and none of them is fraud."""
    engagement = situation.engagement
    one, rated = engagement.state.get(FRAUD_NAMED), rated_risks(engagement)
    if one is None or not one.applies or not rated or not (one.is_shown or has_begun(engagement)):
        return
    if all(kind_of(risk, engagement) != RiskKind.FRAUD for risk in rated):
        yield see(situation, "FD-33", "risks", about=FRAUD_NAMED, controls=(FRAUD_NAMED,), count=len(rated))


def commitment_without_control(situation: Situation) -> Iterator[Finding]:
    """Yield each commitment behind which no control stands that applies here."""
    for one in situation.engagement.project.commitments_made:
        if not any(applies(situation.engagement, control) for control in one.controls):
            place = f"commitments_made.{one.id}"
            yield see(situation, "FD-50", place, about=one.id, controls=("GOV-06",), name=one.name)
