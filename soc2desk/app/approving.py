"""What somebody needs to see before approving documents: which they are, what is open in them, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.opens import open_phrases
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project
    from soc2desk.packet.compose import Composition


@dataclass(frozen=True, slots=True)
class ToApprove:
    """One document to approve, and how many phrases in it wait for an answer."""

    id: str
    title: str
    open: int


@dataclass(frozen=True, slots=True)
class Approver:
    """Somebody who works here today and may approve."""

    id: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Approving:
    """Documents to approve together. `usual` is the id of the one who approves them by role, empty for nobody."""

    documents: tuple[ToApprove, ...]
    people: tuple[Approver, ...]
    usual: str

    @property
    def open(self) -> int:
        """How many phrases wait for an answer in all of them."""
        return sum(one.open for one in self.documents)


def approving(composition: Composition, documents: Iterable[str]) -> Approving:
    """Return what concerns an approval of documents; those that nobody approves here are left out."""
    engagement = composition.engagement
    wanted = frozenset(documents)
    found = tuple(
        ToApprove(one.id, one.title, open_phrases(one.blocks))
        for one in composition.documents
        if one.id in wanted and one.kind in TO_APPROVE
    )
    people = approvers(engagement)
    return Approving(found, people, _usual(engagement, [one.id for one in found], {one.id for one in people}))


def approvers(engagement: Engagement) -> tuple[Approver, ...]:
    """Return everybody who works here today, as entered."""
    here = (person for person in engagement.project.people if person.is_here(engagement.day))
    return tuple(Approver(one.id, one.name, one.title) for one in here)


def withdrawn(project: Project, document: str) -> Project:
    """Return the project without the approval of a document."""
    return replace(project, approvals=tuple(one for one in project.approvals if one.id != document))


def _usual(engagement: Engagement, documents: list[str], here: set[str]) -> str:
    """Return the person who holds the approving role of all documents; empty where that is nobody, or not one."""
    roles = {engagement.catalogue.template[one].approver for one in documents}
    holders = {holding.holder for role in roles if (holding := engagement.project.role.get(role)) is not None}
    return holders.pop() if len(roles) == len(holders) == 1 and holders <= here else ""
