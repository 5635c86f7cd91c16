"""Lines of the content as printed: statements of controls and scenarios of risks, filled with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Runs, text
from soc2desk.document.fill import fill, runs_of
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.values import one_full_stop
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Names
    from soc2desk.domain.risks import RiskCandidate


def statement_runs(one: ControlState, engagement: Engagement) -> Runs:
    """Return the statement of a control as runs; values stay marked where open or suggested.

    That of a company's own control is text as it was typed, and no template.
    """
    if one.id in engagement.project.own_control:
        return text(one_line(one.statement))
    return _line(one.statement, f"statement of {one.id}", engagement.names, engagement.catalogue.phrases)


def scenario_runs(candidate: RiskCandidate, engagement: Engagement) -> Runs:
    """Return how a candidate risk could happen, as runs; values stay marked where open or suggested."""
    return _line(candidate.scenario, f"scenario of {candidate.id}", engagement.names, engagement.catalogue.phrases)


def sign_runs(candidate: RiskCandidate, engagement: Engagement) -> Runs:
    """Return what would show a candidate risk early."""
    return _line(candidate.shows, f"sign of {candidate.id}", engagement.names, engagement.catalogue.phrases)


def _line(words: str, source: str, names: Names, phrases: Mapping[str, str]) -> Runs:
    body = parse_template(words, Source(source), names.stated, {}, deciding=names.known)
    filled = fill(body, names, {}, phrases)
    return one_full_stop(runs_of(filled.skeleton, filled.values))
