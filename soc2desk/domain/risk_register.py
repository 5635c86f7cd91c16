"""The risks of an engagement: those that may be printed, those that wait for a person, and what lowers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import decide

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.risks import Risk, RiskCandidate


def rated_risks(engagement: Engagement) -> tuple[Risk, ...]:
    """Return the risks that may be printed, the highest score first, then as entered."""
    project = engagement.project
    rated = [risk for risk in project.risks if risk.is_rated(project.person, engagement.day)]
    return tuple(sorted(rated, key=lambda risk: -risk.score))


def waiting_risks(engagement: Engagement) -> tuple[Risk, ...]:
    """Return the risks that nobody has rated, dated and taken on yet."""
    project = engagement.project
    return tuple(risk for risk in project.risks if not risk.is_rated(project.person, engagement.day))


def kind_of(risk: Risk, engagement: Engagement) -> str:
    """Return the kind of a risk: its own, else its candidate's, else empty."""
    candidate = engagement.catalogue.risk.get(risk.candidate)
    return risk.kind or (candidate.kind if candidate else "")


def controls_of(risk: Risk, engagement: Engagement) -> tuple[str, ...]:
    """Return the controls of this scope that are linked to a risk: those named in its row, else its candidate's.

    One that does not apply is left out: it lowers nothing.
    """
    candidate = engagement.catalogue.risk.get(risk.candidate)
    named = risk.controls or (candidate.controls if candidate else ())
    states = engagement.state
    return tuple(c for c in named if c in states and states[c].applies)


def concerns(candidate: RiskCandidate, engagement: Engagement) -> bool:
    """Return whether a candidate may concern this company, by its scope and the answers so far."""
    scoped = bool({"always", *engagement.scope.categories} & set(candidate.categories))
    return scoped and decide(candidate.when, engagement.names.known) is not False
