"""Composes the whole set together: texts, numbers, references, registers and findings agree, being one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Mark
from soc2desk.document.edits import Edits, judge_edits, no_longer_stated
from soc2desk.document.numbering import ClauseEntry, clauses_of, number_blocks, places_of, resolve_references
from soc2desk.document.registers import (
    auditor_requests,
    baseline,
    controls,
    evidence,
    internal,
    kept_lists,
    law,
    listed,
    organization,
    policies,
    promises,
    readiness,
    requests,
    responsibilities,
    retests,
    reviewed,
    risks,
    schedule,
    systems,
    training,
    vendors,
)
from soc2desk.document.registers.ground import Ground
from soc2desk.document.registers.owners import owner_sheets
from soc2desk.document.registers.readiness import OpenPoint
from soc2desk.document.sayings import sayings_of
from soc2desk.document.statements import statement_runs
from soc2desk.document.walk import runs_in
from soc2desk.document.write import Written, write
from soc2desk.document.write import written as written_out
from soc2desk.domain.budget import count_promises
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.project import State
from soc2desk.domain.promises import promises_in
from soc2desk.domain.schedule import Schedule, decide_schedule
from soc2desk.domain.standing import Levels, levels
from soc2desk.packet.client_words import judge_statements
from soc2desk.packet.covers import document_of, in_own_numbers
from soc2desk.packet.own_policies import places_in_own
from soc2desk.packet.unprinted import unprinted
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation, Wording
from soc2desk.reading.days_off import days_off

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from soc2desk.document.numbering import Place
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.policies import Template
    from soc2desk.domain.project import Project
    from soc2desk.domain.promises import Promise


@dataclass(frozen=True)
class Composition:
    """The composed set. `hashes` are the approval hashes by document id; `waiting` what stops a final packet.

    `places` are the printed places that references of written documents point to, `promises` what clauses promise,
    `schedule` what is due by when, `levels` how far each control and criterion has come.
    """

    engagement: Engagement
    documents: tuple[Document, ...]
    clauses: tuple[ClauseEntry, ...]
    findings: tuple[Finding, ...]
    points: tuple[OpenPoint, ...]
    unconfirmed: tuple[str, ...]
    unapproved: tuple[str, ...]
    hashes: dict[str, str]
    places: dict[str, Place]
    schedule: Schedule
    promises: tuple[Promise, ...] = ()
    levels: Levels = field(default_factory=Levels)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What stands between this draft and a final packet, one sentence each."""
        phrases = self.engagement.catalogue.phrases
        return (
            *(f"{phrases[f'open.{p.state}']}: {p.label} ({p.question})" for p in self.points if p.state != "planned"),
            *(f"{phrases['state.not_confirmed']}: {control}" for control in self.unconfirmed),
            *(f"{phrases['cover.approved_not']}: {document}" for document in self.unapproved),
        )


def compose(
    catalogue: Catalogue,
    project: Project,
    day: date,
    *,
    final: bool = False,
    made: date | None = None,
    files: Mapping[str, str] = MappingProxyType({}),
) -> Composition:
    """Return every document of the engagement as of `day`, which is also the date they bear.

    Blank forms bear the day on which they are `made` by the clock; None where that is `day`. `files` says of which
    pieces of evidence the file is "missing" or "changed", by id.
    """
    engagement = decide_engagement(catalogue, project, day)
    ground = Ground(
        engagement,
        day.isoformat(),
        statements={one.id: statement_runs(one, engagement) for one in engagement.controls},
        final=final,
        made=made.isoformat() if made else "",
    )
    edits = judge_edits(engagement)
    written = tuple(w for template in catalogue.templates if (w := write(template, engagement, edits.used)))
    description, standings = controls.describe_controls(ground)
    description = replace(description, blocks=number_blocks(description.blocks))
    ground = replace(
        ground,
        clauses=(
            *(c for w in written if _is_shown(w) for c in clauses_of(w.template.id, w.blocks, w.standings)),
            *clauses_of(description.id, description.blocks, standings),
        ),
    )
    ground = replace(ground, promises=_promises(written, description, engagement))
    places = _places(written, description) | places_in_own(engagement, written)
    plan = decide_schedule(engagement, days_off(engagement))
    registers = (*_registers(ground, written), *schedule.schedule_register(plan, ground))
    numbered = replace(description, blocks=in_own_numbers(description.blocks, ground))
    documents = (*(_resolved(one, places, ground) for one in written), numbered, *registers)
    return _finish(replace(ground, files=files), written, documents, places, edits, plan)


def recompose(before: Composition, engagement: Engagement, document: str) -> Document | None:
    """Return one written document for changed answers, quickly; None where it is no longer, or not, written.

    Its references still print the numbers that other documents had before.
    """
    template = engagement.catalogue.template.get(document)
    one = write(template, engagement, judge_edits(engagement, document).used) if template else None
    if one is None:
        return None
    places = before.places | places_of(one.template.id, one.template.title, one.blocks)
    return _resolved(one, places, Ground(engagement, engagement.day.isoformat()))


def beside(before: Composition, template: Template) -> Document:
    """Return a document that stands in no packet, such as a paper for a class; it refers to those of a packet."""
    one = written_out(template, before.engagement)
    places = before.places | places_of(template.id, template.title, one.blocks)
    return _resolved(one, places, Ground(before.engagement, before.engagement.day.isoformat()))


def _promises(written: tuple[Written, ...], description: Document, engagement: Engagement) -> tuple[Promise, ...]:
    # The description first: it says each control as a whole, where a policy may speak of its own part alone.
    said = [sayings_of(description.id, description.blocks, engagement)]
    said += [sayings_of(one.template.id, one.blocks, engagement) for one in written if _is_shown(one)]
    return promises_in(chain.from_iterable(said), engagement)


def _is_shown(one: Written) -> bool:
    """Say whether a reader of the matrix can look a clause up: an internal paper repeats a rule and sets none."""
    return one.template.audience != Audience.INTERNAL


def _places(written: tuple[Written, ...], description: Document) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for one in written:
        places |= places_of(one.template.id, one.template.title, one.blocks)
    return places | places_of(description.id, description.title, description.blocks)


def _resolved(one: Written, places: Mapping[str, Place], ground: Ground) -> Document:
    return document_of(one, resolve_references(one.blocks, one.template.id, places, ground.phrases), ground)


def _registers(ground: Ground, written: tuple[Written, ...]) -> tuple[Document, ...]:
    return (
        controls.auditor_matrix(ground),
        *listed.own_numbers(ground),
        controls.coverage(ground),
        requests.request_list(ground),
        organization.people_and_roles(ground),
        vendors.vendors(ground),
        systems.inventory(ground),
        policies.policy_register(ground, written),
        *risks.risk_register(ground),
        *kept_lists.kept_lists(ground),
        *training.training_registers(ground),
        *evidence.evidence_index(ground),
        controls.team_matrix(ground),
        responsibilities.responsibilities(ground, written),
        baseline.baseline(ground),
        *law.duties_of_law(ground),
        *retests.retests(ground),
        promises.promise_list(ground),
        *evidence.recipes(ground),
        *auditor_requests.auditor_requests(ground),
        internal.promise_budget(ground, count_promises(ground.engagement)),
        *owner_sheets(ground),
    )


def _finish(
    ground: Ground,
    written: tuple[Written, ...],
    documents: tuple[Document, ...],
    places: dict[str, Place],
    edits: Edits,
    plan: Schedule,
) -> Composition:
    engagement = ground.engagement
    to_approve = [one for one in written if one.template.kind in TO_APPROVE]
    approved = _approved(to_approve, engagement)
    described = frozenset(
        c for entry in ground.clauses if entry.document == controls.DESCRIPTION for c in entry.controls
    )
    wording = Wording(edits.set_aside, edits.changed, no_longer_stated(edits, written, engagement), edits.titles)
    stated_in = _stated_in(ground)
    findings = check(
        Situation(
            engagement, {one.id: one.title for one in documents}, frozenset(approved), described, wording,
            working_days=plan.working_days, files=ground.files, stated_in=stated_in,
            unprinted=unprinted(engagement.project), statements=judge_statements(engagement),
        )
    )  # fmt: skip
    points, reached = open_points(engagement, documents), levels(engagement, stated_in, frozenset(approved))
    report = readiness.readiness_report(ground, findings, points, reached)
    return Composition(
        engagement,
        (*documents, report, *reviewed.remediation_list(ground)),
        ground.clauses,
        findings,
        points,
        tuple(one.id for one in engagement.controls if one.state is State.NOT_CONFIRMED),
        tuple(w.template.id for w in to_approve if w.template.id not in approved),
        {w.template.id: w.approval_hash for w in to_approve},
        places,
        plan,
        ground.promises,
        reached,
    )


def _approved(to_approve: list[Written], engagement: Engagement) -> set[str]:
    """Return the documents that are approved: ours with their present text, and the client's own as it states."""
    given = engagement.project.approval
    own = {one.id for one in engagement.project.own_documents if one.approved_on}
    return own | {one.template.id for one in to_approve if one.has_approval(given.get(one.template.id))}


def _stated_in(ground: Ground) -> dict[str, tuple[str, ...]]:
    """Return the documents that state each control, those of the client's own first."""
    own = {control: tuple(one.document for one in found) for control, found in ground.engagement.own_clauses.items()}
    ours = {control: tuple(one.document for one in found) for control, found in ground.clauses_of.items()}
    return ours | {control: (*found, *ours.get(control, ())) for control, found in own.items()}


def open_points(engagement: Engagement, documents: tuple[Document, ...]) -> tuple[OpenPoint, ...]:
    """Return every question that is open, suggested or ahead, with the documents that print it."""
    printed: dict[str, dict[str, None]] = {}
    for document in documents:
        for run in runs_in(document.blocks):
            for name in run.names if run.mark is not Mark.NONE else ():
                printed.setdefault(name, {})[document.title] = None
    points = []
    for name, stated in engagement.names.stated.items():
        hidden_but_printed = stated.hidden and name in printed
        state = (
            "open" if stated.is_open or hidden_but_printed
            else "suggested" if stated.is_suggested
            else "planned" if stated.is_promise_ahead
            else ""
        )  # fmt: skip
        if state and stated.question:
            points.append(OpenPoint(name, stated.question.label, state, tuple(printed.get(name, ()))))
    return tuple(points)
