"""Rules about duties that one person should not combine, and what stands in for a second pair of eyes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

MATRIX = "GOV-09"
"""The control that lists such overlaps, each with its compensating check."""
APART = (("it_lead", "security_lead"), ("engineering_lead", "security_lead"), ("executive_sponsor", "oversight_body"))
"""Roles of which one looks over what the other does."""


def nobody_looks_over(situation: Situation) -> Iterator[Finding]:
    """Yield each owner of controls that nobody else here can look over, with what a firm that small does instead."""
    engagement = situation.engagement
    bare: dict[str, list[str]] = defaultdict(list)
    for one in engagement.controls:
        owners = engagement.owners[one.id]
        if one.applies and owners.owner in engagement.project.person and not owners.reviewer:
            bare[owners.owner].append(one.id)
    why = "alone" if engagement.names.known["one_person"] is True else "others"
    for person, controls in bare.items():
        said = engagement.catalogue.phrases[f"finding.SD-46.{why}"]
        yield see(
            situation, "SD-46", f"people.{person}", about=person, controls=controls, count=len(controls),
            name=engagement.person_name(person), instead=said,
        )  # fmt: skip


def one_holds_both(situation: Situation) -> Iterator[Finding]:
    """Yield each person with two roles of which one looks over the other; not where a small firm has its check."""
    engagement = situation.engagement
    matrix = engagement.state.get(MATRIX)
    checked = matrix is not None and matrix.is_shown
    if checked and engagement.names.known["small_firm"] is True:
        return
    for first, second in APART:
        holders = [one.holder for id_ in (first, second) if (one := engagement.project.role.get(id_))]
        if len(holders) == 2 and holders[0] == holders[1] and holders[0] in engagement.project.person:  # noqa: PLR2004 - a pair
            phrases, role = engagement.catalogue.phrases, engagement.catalogue.role
            yield see(
                situation, "SD-47", f"roles.{first}", about=f"{first} {second}", controls=(MATRIX,),
                name=engagement.person_name(holders[0]), first=role[first].name, second=role[second].name,
                check=phrases[f"finding.SD-47.{'kept' if checked else 'missing'}"],
            )  # fmt: skip
