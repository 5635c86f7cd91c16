"""Controls of a company's own, laid over the library so that everything else treats them as any other control."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.controls import Control, EvidenceItem, Family, OwnControl
from soc2desk.domain.in_own_words import in_own_words, without_control
from soc2desk.domain.requests import EvidenceRequest

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project

OWN_FAMILY = "OWN"
"""The family of every control that a company adds; no library uses it."""
OWN_PATTERN = "^OWN-[0-9]{2,3}$"
USUAL_OWNER, USUAL_REVIEWER = "security_lead", "executive_sponsor"


def with_own(catalogue: Catalogue, project: Project) -> Catalogue:
    """Return the catalogue with the project's own controls, their family, and a request for what shows each of them.

    Every control bears the client's own number and wording where there are some. A project that says nothing of its
    own gets the catalogue itself.
    """
    if project.listed_controls or project.control_wordings:
        every = (*catalogue.controls, *map(_control, project.own_controls))
        said = in_own_words(every, project, catalogue.phrases["own.number"])
    elif project.own_controls:
        said = (*catalogue.controls, *map(_control, project.own_controls))
    else:
        return catalogue
    if not project.own_controls:
        return replace(catalogue, controls=said)
    family = Family(OWN_FAMILY, catalogue.phrases["own.family"], "governance")
    return replace(
        catalogue,
        families=(*catalogue.families, family),
        controls=said,
        requests=(*catalogue.requests, *(_request(own, catalogue.phrases) for own in project.own_controls)),
    )


def next_own_id(project: Project) -> str:
    """Return the id of the next own control: the one after the highest in use."""
    used = [int(own.id.partition("-")[2]) for own in project.own_controls]
    return f"{OWN_FAMILY}-{max(used, default=0) + 1:02}"


def without_own(project: Project, control: str) -> Project:
    """Return the project without an own control, its state and its owners."""
    return replace(
        without_control(project, control),
        own_controls=tuple(own for own in project.own_controls if own.id != control),
        control_states=tuple(entry for entry in project.control_states if entry.id != control),
        owners=tuple(owning for owning in project.owners if owning.id != control),
    )


def one_line(words: str) -> str:
    """Return typed words on one line, as statements and titles stand in tables."""
    return " ".join(words.split())


def _control(own: OwnControl) -> Control:
    owner = own.owner or USUAL_OWNER
    return Control(
        id=own.id,
        family=OWN_FAMILY,
        title=one_line(own.title),
        statement=own.statement,
        criteria=own.criteria,
        categories=("always",),
        core=True,
        nature=own.nature,
        cadence=own.cadence,
        owner=owner,
        reviewer=USUAL_REVIEWER if owner == USUAL_OWNER else USUAL_OWNER,
        skill_area="governance",
        evidence=(EvidenceItem(one_line(own.evidence), ""),),
    )


def _request(own: OwnControl, phrases: dict[str, str]) -> EvidenceRequest:
    return EvidenceRequest(
        id=f"ER-{own.id}",
        section=phrases["own.family"],
        request=one_line(own.evidence),
        kind="document",
        report_types=("type_1", "type_2"),
        categories=("always",),
        phase="fieldwork",
        criteria=own.criteria,
        controls=(own.id,),
        period_type_1=phrases["own.period.type_1"],
        period_type_2=phrases["own.period.type_2"],
        good_shows=phrases["own.good_shows"],
    )
