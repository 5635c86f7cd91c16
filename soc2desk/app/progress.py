"""How far a project is: a state and honest numbers for each page of the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.pages import (
    ALREADY,
    CONTROLS,
    DOCUMENTS,
    PACKET,
    READINESS,
    RUNNING,
    SELF_CHECK,
    page_of,
    window_pages,
)
from soc2desk.app.self_check import answered_items
from soc2desk.domain.findings import Severity
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.project import State
from soc2desk.domain.risk_register import rated_risks
from soc2desk.domain.standing import Level

if TYPE_CHECKING:
    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.names import Stated
    from soc2desk.domain.own_documents import OwnClause
    from soc2desk.packet.compose import Composition

MAY_BE_EMPTY = "oversight_body"
"""The one role that a very small company may leave empty."""
NEEDED_TABLES = frozenset({"people", "vendors", "systems"})
"""Tables that every packet draws on; the others may stay empty for ever."""


class Progress(StrEnum):
    """How a page stands: the same few states everywhere."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    NEEDS_ATTENTION = "needs_attention"
    COMPLETE = "complete"
    NOT_NEEDED = "not_needed"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class PageProgress:
    """One page of the window: its state, how much of it is done, and how many findings must be fixed on it."""

    page: str
    state: Progress
    done: int = 0
    total: int = 0
    attention: int = 0


def progress(composition: Composition) -> tuple[PageProgress, ...]:
    """Return the progress of every page, in the order of the list at the left."""
    engagement = composition.engagement
    attention = _attention(composition)
    return tuple(_of_page(page, composition, attention.get(page, 0)) for page in window_pages(engagement.catalogue))


def answered(engagement: Engagement) -> tuple[int, int]:
    """Return how many of the questions that matter here are answered and confirmed, and how many there are.

    One that may be left out counts once it was answered: nobody has begun by leaving it.
    """
    counted = [one for one in engagement.names.stated.values() if one.question and _counts(one, engagement)]
    return sum(map(is_done, counted)), len(counted)


def _counts(stated: Stated, engagement: Engagement) -> bool:
    may_be_left = stated.question is not None and stated.question.optional
    return not stated.hidden and (not may_be_left or stated.name in engagement.project.answers)


def is_done(stated: Stated) -> bool:
    """Return whether a question needs nothing more: answered and confirmed, or an optional one that was left."""
    return not stated.is_open and not stated.is_suggested


def needed_roles(engagement: Engagement) -> tuple[str, ...]:
    """Return the roles somebody must hold here: they own a control, or own or approve a document."""
    needed = {one.control.owner for one in engagement.controls if one.applies}
    for template in engagement.catalogue.templates:
        if template.kind in TO_APPROVE and engagement.wants(template):
            needed |= {template.owner, template.approver}
    return tuple(role.id for role in engagement.catalogue.roles if role.id in needed and role.id != MAY_BE_EMPTY)


def is_held(engagement: Engagement, role: str) -> bool:
    """Return whether a person of the project holds a role."""
    holding = engagement.project.role.get(role)
    return holding is not None and holding.holder in engagement.project.person


def is_settled(engagement: Engagement, control: str) -> bool:
    """Return whether a control has a state that a person gave it and, where it applies, a named owner."""
    one = engagement.state[control]
    if one.state is State.NOT_CONFIRMED:
        return False
    return not one.applies or engagement.owners[control].owner in engagement.project.person


def is_unfinished(finding: Finding, composition: Composition) -> bool:
    """Return whether a finding only says that its place was not filled in yet, which is no fault of anybody."""
    engagement = composition.engagement
    kind, _, name = finding.place.partition(".")
    match kind:
        case "answers":
            stated = engagement.names.stated.get(name)
            return stated is not None and not is_done(stated)
        case "control_states" | "criteria":
            return not set(composition.unconfirmed).isdisjoint(finding.controls)
        case "owners":
            return name in engagement.owners and not engagement.owners[name].owner
        case "roles":
            return not is_held(engagement, name)
        case "approvals":
            # Where it is about many documents, the page of documents counts them itself.
            return name not in engagement.project.approval or finding.about != name
        case _:
            return False


def is_untouched(engagement: Engagement) -> bool:
    """Return whether nobody entered anything yet."""
    project = engagement.project
    return not (project.answers or project.people or project.vendors or project.systems or project.control_states)


def _attention(composition: Composition) -> dict[str, int]:
    found: dict[str, int] = {}
    for finding in composition.findings:
        if finding.severity is Severity.HIGH and not is_unfinished(finding, composition):
            page = page_of(composition.engagement.catalogue, finding.place)
            found[page] = found.get(page, 0) + 1
    return found


def _of_page(page: str, composition: Composition, attention: int) -> PageProgress:
    if page in RUNNING or (page == ALREADY and not _taken(composition.engagement)):
        state = Progress.NEEDS_ATTENTION if attention else Progress.OPTIONAL
        return PageProgress(page, state, attention=attention)
    match page:
        case "self_check":
            found = _self_check(composition.engagement, attention)
        case "controls":
            found = _controls(composition.engagement, attention)
        case "already":
            found = _already(composition.engagement, attention)
        case "documents":
            found = _documents(composition, attention)
        case "readiness":
            found = _readiness(composition)
        case "packet":
            found = _packet(composition)
        case _:
            found = _questions(page, composition.engagement, attention)
    return found


def _questions(page: str, engagement: Engagement, attention: int) -> PageProgress:
    shown = next(one for one in engagement.catalogue.pages if one.id == page)
    asked = [engagement.names.stated[one.id] for one in shown.questions]
    visible = [stated for stated in asked if _counts(stated, engagement)]
    counts = [_of_table(table, engagement) for table in shown.tables]
    done = sum(map(is_done, visible)) + sum(count[0] for count in counts)
    total = len(visible) + sum(count[1] for count in counts)
    if not total and not attention:
        only_offered = bool(shown.tables) and NEEDED_TABLES.isdisjoint(shown.tables)
        offered = only_offered or any(not stated.hidden for stated in asked)
        return PageProgress(page, Progress.OPTIONAL if offered else Progress.NOT_NEEDED)
    begun = any(one.name in engagement.project.answers for one in visible) or any(count[0] for count in counts)
    return PageProgress(page, _state(done, total, attention, begun=begun), done, total, attention)


def _of_table(table: str, engagement: Engagement) -> tuple[int, int]:
    """Return how much of a table is there and is needed: one row, every needed role held, every listed risk rated."""
    if table == "roles":
        needed = needed_roles(engagement)
        return sum(is_held(engagement, role) for role in needed), len(needed)
    rows = getattr(engagement.project, table)
    if table == "risks":
        return len(rated_risks(engagement)), len(rows)
    hosts_itself = table == "vendors" and engagement.names.known.get("uses_hosting_provider") is False
    if not rows and (hosts_itself or table not in NEEDED_TABLES):
        return 0, 0
    return int(bool(rows)), 1


def _self_check(engagement: Engagement, attention: int) -> PageProgress:
    """Count the items answered. Nobody has to begin: no packet needs the self-check."""
    done, total = answered_items(engagement)
    if not engagement.project.self_check and not attention:
        return PageProgress(SELF_CHECK, Progress.OPTIONAL)
    return PageProgress(SELF_CHECK, _state(done, total, attention, begun=True), done, total, attention)


def _controls(engagement: Engagement, attention: int) -> PageProgress:
    total = len(engagement.controls)
    done = sum(is_settled(engagement, one.id) for one in engagement.controls)
    begun = bool(engagement.project.control_states)
    return PageProgress(CONTROLS, _state(done, total, attention, begun=begun), done, total, attention)


def _already(engagement: Engagement, attention: int) -> PageProgress:
    """Count the lines of the client's own list, and sections of its own policies, that somebody decided on."""
    lines = _taken(engagement)
    done = sum(line.is_decided or line.gone for line in lines)
    return PageProgress(ALREADY, _state(done, len(lines), attention, begun=done > 0), done, len(lines), attention)


def _taken(engagement: Engagement) -> tuple[ListedControl | OwnClause, ...]:
    return (*engagement.project.listed_controls, *engagement.project.own_clauses)


def _documents(composition: Composition, attention: int) -> PageProgress:
    total = len(composition.hashes)
    done = total - len(composition.unapproved)
    begun = bool(composition.engagement.project.approvals)
    return PageProgress(DOCUMENTS, _state(done, total, attention, begun=begun), done, total, attention)


def _readiness(composition: Composition) -> PageProgress:
    """Count findings, not rules: all of them, and those that are only worth knowing as done.

    No finding is no readiness: the page is complete only when every criterion is evidenced in the window.
    """
    worse = [finding for finding in composition.findings if finding.severity is not Severity.LOW]
    high = sum(finding.severity is Severity.HIGH for finding in worse)
    total = len(composition.findings)
    if is_untouched(composition.engagement):
        return PageProgress(READINESS, Progress.NOT_STARTED, 0, total, high)
    shown = all(one.level is Level.EVIDENCED for one in composition.levels.criteria.values())
    state = Progress.NEEDS_ATTENTION if high else Progress.COMPLETE if shown and not worse else Progress.IN_PROGRESS
    return PageProgress(READINESS, state, total - len(worse), total, high)


def _packet(composition: Composition) -> PageProgress:
    """Tell a packet by the date it fixed; a draft is no complete one."""
    if composition.engagement.project.document_date is None:
        return PageProgress(PACKET, Progress.NOT_STARTED, 0, 1)
    if composition.waiting:
        return PageProgress(PACKET, Progress.IN_PROGRESS, 0, 1)
    return PageProgress(PACKET, Progress.COMPLETE, 1, 1)


def _state(done: int, total: int, attention: int, *, begun: bool) -> Progress:
    if attention:
        return Progress.NEEDS_ATTENTION
    if done >= total:
        return Progress.COMPLETE
    return Progress.IN_PROGRESS if begun else Progress.NOT_STARTED
