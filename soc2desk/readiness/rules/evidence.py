"""Rules about evidence as it is kept: files that are gone or changed, days that are missing or still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.evidence_rules import Lies, ahead, controls_of, lies
from soc2desk.domain.evidence_states import Flag, flags, standings
from soc2desk.readiness.acts import grouped, named
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.findings import Finding


def file_missing(situation: Situation) -> Iterator[Finding]:
    """Yield each piece of evidence whose file is not in the project's folder any more."""
    for item in situation.engagement.project.evidence:
        if situation.files.get(item.id) == Flag.MISSING:
            yield _seen("SD-40", item, situation)


def file_changed(situation: Situation) -> Iterator[Finding]:
    """Yield each piece of evidence whose file is not the one that was attached."""
    for item in situation.engagement.project.evidence:
        if situation.files.get(item.id) == Flag.CHANGED:
            yield _seen("SD-41", item, situation)


def without_day(situation: Situation) -> Iterator[Finding]:
    """Yield each piece of evidence that names no period, no day and no moment at which it was run."""
    for item in situation.engagement.project.evidence:
        if lies(item, situation.engagement) is Lies.UNDATED:
            yield _seen("SD-42", item, situation)


def day_to_come(situation: Situation) -> Iterator[Finding]:
    """Yield each piece of evidence that bears a day later than today."""
    for item in situation.engagement.project.evidence:
        if ahead(item, situation.engagement.day):
            yield _seen("SD-43", item, situation)


def not_owed_any_more(situation: Situation) -> Iterator[Finding]:
    """Yield each piece of evidence for an act that the window, as it is now, does not ask for; many as one finding."""
    engagement = situation.engagement
    if not engagement.project.evidence:
        return
    found = standings(engagement)
    left = [item for item in engagement.project.evidence if Flag.NOT_OWED in flags(item, engagement, found)]
    for group in grouped(left):
        listed = named((f"{item.name} ({item.occurrence})" for item in group), engagement)
        yield _seen("SD-44", group[0], situation, listed=listed)


def _seen(rule: str, item: Evidence, situation: Situation, **words: str) -> Finding:
    controls = (control for control in controls_of(item, situation.engagement) if control in situation.engagement.state)
    return see(
        situation, rule, f"evidence.{item.id}", about=item.id, controls=controls, name=item.name, file=item.file,
        **words,
    )  # fmt: skip
