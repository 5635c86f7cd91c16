"""Rules about controls under a client's own numbers and in its own words, and about those that it has retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.in_own_policies import is_kept
from soc2desk.domain.listed import not_listed
from soc2desk.domain.retired import retired_in_period
from soc2desk.readiness.acts import named
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding
    from soc2desk.domain.own_documents import OwnClause, OwnDocument

_DESCRIPTION = "DSC"


def wording_set_aside(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording of a control that cannot be used, so that the library's stands in its place."""
    for control, why in situation.statements.set_aside.items():
        yield _seen("SD-80", control, situation, why=why)


def library_changed_under_wording(situation: Situation) -> Iterator[Finding]:
    """Yield each own wording of a control for which the library has a new statement."""
    for control in situation.statements.changed:
        yield _seen("SD-81", control, situation)


def wording_leaves_value_out(situation: Situation) -> Iterator[Finding]:
    """Yield each control in own words that do not print how often, how much or how soon."""
    for control, names in situation.statements.left_out.items():
        yield _seen("SD-82", control, situation, names=names)


def retired_within_period(situation: Situation) -> Iterator[Finding]:
    """Yield each control that was in place in the period until it was retired."""
    for one, gone in retired_in_period(situation.engagement):
        yield see(
            situation, "SD-83", f"retired_controls.{one.id}", about=one.id, criteria=one.criteria,
            control=one.control.printed, title=one.control.title, day=gone.last_day.isoformat(),
            entered=gone.on.isoformat(),
        )  # fmt: skip


def lines_not_decided(situation: Situation) -> Iterator[Finding]:
    """Yield the lines of the client's list about which nobody decided, as one finding."""
    waiting = [line for line in situation.engagement.project.listed_controls if not line.is_decided and not line.gone]
    if waiting:
        listed = named((line.number for line in waiting), situation.engagement)
        yield see(
            situation, "SD-84", f"listed_controls.{waiting[0].id}", about="listed_controls", count=len(waiting),
            listed=listed,
        )  # fmt: skip


def not_in_list(situation: Situation) -> Iterator[Finding]:
    """Yield the controls of this scope that the client's list does not hold and of which nobody said anything."""
    engagement = situation.engagement
    missing = not_listed(engagement)
    if missing:
        yield see(
            situation, "SD-85", f"control_states.{missing[0]}", about="listed_controls", controls=missing,
            count=len(missing), listed=named(missing, engagement),
        )  # fmt: skip


def own_policy_file_changed(situation: Situation) -> Iterator[Finding]:
    """Yield each policy of the client's own with marked sections whose kept file is gone or another one."""
    project = situation.engagement.project
    for one in project.own_documents:
        clauses = [
            clause
            for clause in project.own_clauses
            if clause.document == one.id and clause.is_decided and not clause.gone
        ]
        if clauses and (not is_kept(one, project) or situation.files.get(one.evidence)):
            listed = named((clause.name for clause in clauses), situation.engagement)
            place = f"own_documents.{one.id}"
            yield see(situation, "SD-86", place, about=one.id, title=one.title, listed=listed)


def own_policy_without_approval(situation: Situation) -> Iterator[Finding]:
    """Yield each policy of the client's own with marked sections of which nobody said when it was approved."""
    for one, _ in _marked(situation):
        if one.approved_on is None:
            yield see(situation, "SD-87", f"own_documents.{one.id}", about=one.id, title=one.title)


def stated_nowhere(situation: Situation) -> Iterator[Finding]:
    """Yield the controls that neither a policy of ours nor one of the client's own states, as one finding."""
    engagement = situation.engagement
    if not engagement.project.own_documents or not situation.documents:
        return
    bare = [
        one.id
        for one in engagement.controls
        if one.applies and not one.proposed_away and not set(situation.stated_in.get(one.id, ())) - {_DESCRIPTION}
    ]
    if bare:
        yield see(
            situation, "SD-88", f"control_states.{bare[0]}", about="own_documents", controls=bare, count=len(bare),
            listed=named(bare, engagement),
        )  # fmt: skip


def _marked(situation: Situation) -> Iterator[tuple[OwnDocument, list[OwnClause]]]:
    found: dict[str, dict[str, OwnClause]] = {}
    for clauses in situation.engagement.own_clauses.values():
        for clause in clauses:
            found.setdefault(clause.document, {})[clause.id] = clause
    for id_, clauses_of in found.items():
        yield situation.engagement.project.own_document[id_], list(clauses_of.values())


def _seen(rule: str, control: str, situation: Situation, **words: str) -> Finding:
    printed = situation.engagement.catalogue.control[control].printed
    place = f"control_states.{control}"
    return see(situation, rule, place, about=control, controls=(control,), control=printed, **words)
