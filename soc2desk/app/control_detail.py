"""One control in full: what will be printed of it, what shows it, and where documents and requests name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.blocks import plain
from soc2desk.document.statements import statement_runs
from soc2desk.domain.in_own_policies import place_in_own

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to, and its words."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class ControlDetail:
    """What a person reads about one control. `statement` is as it will print, open values in brackets."""

    statement: str
    prevents: str
    evidence: tuple[str, ...]
    criteria: tuple[Link, ...]
    role: str


def control_detail(control: str, engagement: Engagement) -> ControlDetail:
    """Return a needed control in full. Raises KeyError for one that is not needed."""
    one = engagement.state[control]
    criteria = engagement.catalogue.criterion
    return ControlDetail(
        plain(statement_runs(one, engagement)),
        one.control.prevents,
        tuple(f"{item.what} ({item.form})" if item.form else item.what for item in one.control.evidence),
        tuple(Link(f"criteria.{id_}", f"{id_} {criteria[id_].title}") for id_ in one.criteria),
        engagement.catalogue.role[one.control.owner].name,
    )


def clauses_with(control: str, composition: Composition) -> tuple[Link, ...]:
    """Return every clause that states a control: sections of the client's own policies, then ours in their order."""
    engagement = composition.engagement
    own = engagement.own_clauses.get(control, ())
    titles = {document.id: document.title for document in composition.documents}
    return (
        *(Link(f"own_clauses.{one.id}", place_in_own(one, engagement.project)) for one in own),
        *(
            Link(f"documents.{entry.id}", f"{titles.get(entry.document, entry.document)} {entry.number}")
            for entry in composition.clauses
            if control in entry.controls
        ),
    )


def requests_for(control: str, engagement: Engagement) -> tuple[Link, ...]:
    """Return every evidence request made for a control, each leading to the list of requests."""
    register = engagement.catalogue.phrases["register.requests.id"]
    return tuple(
        Link(f"documents.{register}/{request.id}", f"{request.id} {request.request}")
        for request in engagement.requests
        if control in engagement.asked_for(request)
    )
