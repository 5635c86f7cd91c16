"""Everything a person entered about one engagement, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.access import AccessRight, ServiceAccount
    from soc2desk.domain.answers import Answer
    from soc2desk.domain.auditing import AuditorRequest, EarlierReport, Remedy, Retest, WalkedRequest
    from soc2desk.domain.claimed_days import EntryDay
    from soc2desk.domain.client_answers import ClientAnswers
    from soc2desk.domain.client_controls import ControlWording, ListedControl, RetiredControl
    from soc2desk.domain.commitments import CommitmentMade
    from soc2desk.domain.controls import OwnControl
    from soc2desk.domain.description import DisclosedIncident, SystemChange, UserDuty
    from soc2desk.domain.evidence import Evidence, SeenInList, UserExport
    from soc2desk.domain.given_exceptions import GivenException
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.learning import Certificate, Completion, Skill
    from soc2desk.domain.own_documents import OwnClause, OwnDocument
    from soc2desk.domain.people import Owning, Person, RoleHolding
    from soc2desk.domain.risks import Risk
    from soc2desk.domain.self_answers import SelfAnswer
    from soc2desk.domain.systems import System
    from soc2desk.domain.vendors import Vendor

FORMAT = 1
"""The newest project and answers format this program writes."""


class State(StrEnum):
    """Where a control stands. Nobody's control is assumed: not confirmed is the start."""

    IN_PLACE = "in_place"
    PLANNED = "planned"
    RUN_BY_VENDOR = "run_by_vendor"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_CONFIRMED = "not_confirmed"


@dataclass(frozen=True, slots=True)
class StateEntry:
    """What a person said of a control or of a whole family. `id` is a control id or a family id.

    `since` belongs to in_place and run_by_vendor, `start` (from, in files) to planned, `vendor` to run_by_vendor,
    `reason` to does_not_apply. `confirmed_by` is a person id; `confirmed_on` the day it was said.
    """

    id: str
    state: State
    since: date | None = None
    start: date | None = None
    vendor: str = ""
    reason: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A recorded approval of a document. `text` is the SHA-256 of the composed body that was approved.

    `on` is the day it was recorded, set by the program. `decided_on` with `minutes` is an earlier real approval.
    `entered_by` is the person who entered it, where somebody else than `by` did. `name` is what `by` was called on that
    day: another name today makes nobody else the one who approved.
    """

    id: str
    by: str
    on: date
    text: str
    decided_on: date | None = None
    minutes: str = ""
    entered_by: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's own wording of a section. `id` is the section's ("POL-ACP/access-review").

    `text` is its Markdown in the template language, without the heading. `replaced` is the SHA-256 of the template's
    text that it stands for. `by` is a person id, empty for nobody named; `on` the day it was written, set by the
    program.
    """

    id: str
    text: str
    replaced: str
    on: date
    by: str = ""


@dataclass(frozen=True)
class Project:
    """One engagement. Rows keep the order in which they were entered; `answers` are by question id.

    `days_are_told`: an answers file says on which days things were entered, and this program took none of them down.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    roles: tuple[RoleHolding, ...] = ()
    vendors: tuple[Vendor, ...] = ()
    systems: tuple[System, ...] = ()
    user_duties: tuple[UserDuty, ...] = ()
    disclosed_incidents: tuple[DisclosedIncident, ...] = ()
    system_changes: tuple[SystemChange, ...] = ()
    owners: tuple[Owning, ...] = ()
    control_states: tuple[StateEntry, ...] = ()
    not_relevant: dict[str, str] = field(default_factory=dict)
    approvals: tuple[Approval, ...] = ()
    edits: tuple[Edit, ...] = ()
    own_controls: tuple[OwnControl, ...] = ()
    listed_controls: tuple[ListedControl, ...] = ()
    own_documents: tuple[OwnDocument, ...] = ()
    own_clauses: tuple[OwnClause, ...] = ()
    control_wordings: tuple[ControlWording, ...] = ()
    retired_controls: tuple[RetiredControl, ...] = ()
    risks: tuple[Risk, ...] = ()
    commitments_made: tuple[CommitmentMade, ...] = ()
    access_rights: tuple[AccessRight, ...] = ()
    service_accounts: tuple[ServiceAccount, ...] = ()
    exceptions: tuple[GivenException, ...] = ()
    self_check: tuple[SelfAnswer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    user_exports: tuple[UserExport, ...] = ()
    seen_in_lists: tuple[SeenInList, ...] = ()
    completions: tuple[Completion, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    skills: tuple[Skill, ...] = ()
    auditor_requests: tuple[AuditorRequest, ...] = ()
    walked_requests: tuple[WalkedRequest, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    earlier_reports: tuple[EarlierReport, ...] = ()
    retests: tuple[Retest, ...] = ()
    client_answers: tuple[ClientAnswers, ...] = ()
    records: tuple[KeptRecord, ...] = ()
    entry_days: tuple[EntryDay, ...] = ()
    document_date: date | None = None
    days_are_told: bool = field(default=False, compare=False)

    @cached_property
    def person(self) -> dict[str, Person]:
        """Every person by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def vendor(self) -> dict[str, Vendor]:
        """Every vendor by id."""
        return {vendor.id: vendor for vendor in self.vendors}

    @cached_property
    def system(self) -> dict[str, System]:
        """Every system by id."""
        return {system.id: system for system in self.systems}

    @cached_property
    def role(self) -> dict[str, RoleHolding]:
        """Every role holding by role id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def owning(self) -> dict[str, Owning]:
        """Every owner row by control id."""
        return {owning.id: owning for owning in self.owners}

    @cached_property
    def state_entry(self) -> dict[str, StateEntry]:
        """Every state entry by control or family id."""
        return {entry.id: entry for entry in self.control_states}

    @cached_property
    def self_answer(self) -> dict[str, SelfAnswer]:
        """Every answer of the self-check by the id of its item."""
        return {one.id: one for one in self.self_check}

    @cached_property
    def approval(self) -> dict[str, Approval]:
        """Every approval by document id."""
        return {approval.id: approval for approval in self.approvals}

    @cached_property
    def edit(self) -> dict[str, Edit]:
        """Every own wording by section id."""
        return {edit.id: edit for edit in self.edits}

    @cached_property
    def own_control(self) -> dict[str, OwnControl]:
        """Every control of the company's own by id."""
        return {own.id: own for own in self.own_controls}

    @cached_property
    def control_wording(self) -> dict[str, ControlWording]:
        """Every own wording of a statement by control id."""
        return {one.id: one for one in self.control_wordings}

    @cached_property
    def retirement(self) -> dict[str, RetiredControl]:
        """Every retired control by its id."""
        return {one.id: one for one in self.retired_controls}

    @cached_property
    def own_document(self) -> dict[str, OwnDocument]:
        """Every policy of the client's own by id."""
        return {one.id: one for one in self.own_documents}

    @cached_property
    def record(self) -> dict[str, KeptRecord]:
        """Every record by id."""
        return {record.id: record for record in self.records}

    @cached_property
    def piece(self) -> dict[str, Evidence]:
        """Every piece of evidence by id."""
        return {piece.id: piece for piece in self.evidence}

    @cached_property
    def entry_day(self) -> dict[str, EntryDay]:
        """Every day of entry by the path of the claimed day."""
        return {one.id: one for one in self.entry_days}
