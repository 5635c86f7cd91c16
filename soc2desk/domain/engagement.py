"""One engagement, decided: what registers, rules and the packet are computed from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import decide
from soc2desk.domain.control_states import ControlState, decide_controls
from soc2desk.domain.in_own_policies import own_clauses_of
from soc2desk.domain.in_own_words import is_retired
from soc2desk.domain.names import Names, gather_names
from soc2desk.domain.own_controls import with_own
from soc2desk.domain.ownership import Owners, assign
from soc2desk.domain.performed import Shown, act_day, shown_by
from soc2desk.domain.scope import Scope, decide_scope

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.own_documents import OwnClause
    from soc2desk.domain.policies import Template
    from soc2desk.domain.project import Approval, Project
    from soc2desk.domain.requests import EvidenceRequest


@dataclass(frozen=True)
class Engagement:
    """Answers and catalogue with every decision taken. `day` is the date as of which people and findings are seen.

    `retired` are the controls that would be needed and are performed no more, as they stood until then.
    """

    catalogue: Catalogue
    project: Project
    day: date
    names: Names
    scope: Scope
    controls: tuple[ControlState, ...]
    owners: dict[str, Owners]
    retired: tuple[ControlState, ...] = ()

    @cached_property
    def state(self) -> dict[str, ControlState]:
        """Every needed control's state by control id; a control out of scope is absent."""
        return {one.id: one for one in self.controls}

    @cached_property
    def worked(self) -> dict[str, ControlState]:
        """Every control of which an auditor asks what was done, by id: needed ones, and those retired in the period.

        A retired one is asked about up to its `until`, and stands in no document for the time after.
        """
        return {**self.state, **{one.id: one for one in self.retired if self._was_examined(one)}}

    def _was_examined(self, one: ControlState) -> bool:
        first = self.scope.start if self.scope.is_type_2 else None
        if first is None or one.until is None or not one.is_shown:
            return False
        return one.until >= first and (one.since is None or one.since <= one.until)

    @cached_property
    def performers(self) -> dict[str, Owners]:
        """Who does what each control that worked in the period owes, by control id."""
        ended = (one.control for one in self.worked.values() if one.id not in self.owners)
        return {**self.owners, **assign(ended, self.project, self.day)}

    @cached_property
    def own_clauses(self) -> dict[str, tuple[OwnClause, ...]]:
        """The sections of the client's own policies that state each control; a control that none states is absent."""
        return own_clauses_of(self.project)

    @cached_property
    def coverage(self) -> dict[str, tuple[ControlState, ...]]:
        """The shown controls (in place or run by a vendor) behind each criterion in scope."""
        return {
            criterion: tuple(one for one in self.controls if one.is_shown and criterion in one.criteria)
            for criterion in self.scope.criteria
        }

    @cached_property
    def requests(self) -> tuple[EvidenceRequest, ...]:
        """The evidence requests of this report type and scope whose controls, if any, can be asked for."""
        return tuple(request for request in self.catalogue.requests if self._asks(request))

    @cached_property
    def requests_of(self) -> dict[str, tuple[EvidenceRequest, ...]]:
        """The evidence requests that ask for each control, by control id; a control that none asks for is absent."""
        found: dict[str, list[EvidenceRequest]] = {}
        for request in self.requests:
            for control in dict.fromkeys(request.controls):
                found.setdefault(control, []).append(request)
        return {control: tuple(requests) for control, requests in found.items()}

    def _asks(self, request: EvidenceRequest) -> bool:
        if self.scope.report_type and self.scope.report_type not in request.report_types:
            return False
        if not {"always", *self.scope.categories} & set(request.categories):
            return False
        return not request.controls or bool(self.asked_for(request))

    @cached_property
    def shown(self) -> dict[str, tuple[Shown, ...]]:
        """What shows each control performed by this day: complete records and evidence, by control id."""
        return shown_by(self.catalogue, self.project, self.day, self.names.known)

    def reviews_of(self, vendor: str) -> tuple[Shown, ...]:
        """Return the reviews of a vendor by this day: records that name it, and the last one its row tells of."""
        one = self.project.vendor.get(vendor)
        if one is None:
            return ()
        named = [r for r in self.project.records if r.type == "vendor_review" and r.text("vendor") == one.name]
        days = [(record.id, act_day(record)) for record in named] + [(f"vendors.{vendor}", one.last_review)]
        return tuple(Shown(id_, on, on) for id_, on in days if on is not None and on <= self.day)

    def asked_for(self, request: EvidenceRequest) -> list[str]:
        """Return the ids of the controls that a request is made for here; none of them is only planned."""
        return [c for c in request.controls if c in self.worked and self.worked[c].is_asked_for]

    def place_of(self, control: str) -> str:
        """Return the place where a person sees to a control; a retired one stands among what the client has already."""
        return f"{'control_states' if control in self.state else 'retired_controls'}.{control}"

    def wants(self, template: Template) -> bool:
        """Return whether the scope and the answers so far ask for a document."""
        scoped = bool({"always", *self.scope.categories} & set(template.categories))
        return scoped and decide(template.when, self.names.known) is not False

    def person_name(self, person_id: str) -> str:
        """Return the name of a person; empty for nobody."""
        person = self.project.person.get(person_id)
        return person.name if person else ""

    def approver_name(self, approval: Approval) -> str:
        """Return what the person who approved was called on that day; the present name where that was not kept."""
        return approval.name or self.person_name(approval.by)

    def vendor_name(self, vendor_id: str) -> str:
        """Return the name of a vendor; empty for none."""
        vendor = self.project.vendor.get(vendor_id)
        return vendor.name if vendor else ""

    def answer_text(self, question: str) -> str:
        """Return a text answer; empty while open."""
        answer = self.names.stated[question].answer
        return str(answer.value) if answer and answer.value is not None else ""


def decide_engagement(catalogue: Catalogue, project: Project, day: date) -> Engagement:
    """Return the engagement as it stands on `day`; its catalogue holds the project's own controls too."""
    catalogue = with_own(catalogue, project)
    names = gather_names(catalogue, project, day)
    scope = decide_scope(catalogue, project, names)
    decided = decide_controls(catalogue, project, names, scope, day)
    seen_on = min(day, scope.last_day or day)
    controls = tuple(one for one in decided if not is_retired(one.id, project, seen_on))
    owners = assign((one.control for one in controls), project, day)
    gone = (one for one in decided if is_retired(one.id, project, seen_on))
    retired = tuple(replace(one, until=project.retirement[one.id].asked_until) for one in gone)
    return Engagement(catalogue, project, day, names, scope, controls, owners, retired)
