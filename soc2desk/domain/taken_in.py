"""A project made from an answers file: whatever days the file names, its approvals and records are entered today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.clock import TAKEN_DOWN
from soc2desk.domain.entry_days import all_entered, claims_with_entry

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.project import Approval, Project


def entered_today(project: Project, today: date) -> Project:
    """Return the project with every day on which the program would have entered something set to today.

    A file is text that anybody can write, so its days are claims: the day of an approval becomes the earlier decision
    that it rests on, and the days within a record, a course or a piece of evidence stay as they are told, as does the
    day since which a control is said to be in place.
    """
    return replace(
        project,
        approvals=tuple(_approval(one, today) for one in project.approvals),
        edits=tuple(replace(one, on=today) for one in project.edits),
        own_documents=tuple(replace(one, on=today) for one in project.own_documents),
        own_clauses=tuple(replace(one, confirmed_on=one.confirmed_on and today) for one in project.own_clauses),
        control_wordings=tuple(replace(one, on=today) for one in project.control_wordings),
        retired_controls=tuple(replace(one, on=today) for one in project.retired_controls),
        listed_controls=tuple(replace(one, confirmed_on=one.confirmed_on and today) for one in project.listed_controls),
        control_states=tuple(replace(one, confirmed_on=one.confirmed_on and today) for one in project.control_states),
        self_check=tuple(replace(one, on=one.on and today) for one in project.self_check),
        records=tuple(_record(one, today) for one in project.records),
        completions=tuple(replace(one, entered_on=today) for one in project.completions),
        evidence=tuple(
            replace(one, received=one.received and today, reviewed_on=one.reviewed_on and today)
            for one in project.evidence
        ),
        walked_requests=tuple(replace(one, asked_on=today) for one in project.walked_requests),
        client_answers=tuple(replace(one, entered_on=today) for one in project.client_answers),
        remedies=tuple(replace(one, closed_on=one.closed_on and today) for one in project.remedies),
        auditor_requests=tuple(
            replace(one, confirmed_on=one.confirmed_on and today) for one in project.auditor_requests
        ),
        seen_in_lists=tuple(replace(one, settled_on=one.settled_on and today) for one in project.seen_in_lists),
        days_are_told=False,
        entry_days=all_entered(project, today),
    )


def undecided(project: Project) -> Project:
    """Return the project with every section of a client's own policy still to be marked.

    A section counts as somebody's word on the file that was read, and no text can bring either along.
    """
    return replace(
        project,
        own_clauses=tuple(replace(one, confirmed_by="", confirmed_on=None) for one in project.own_clauses),
    )


def _approval(one: Approval, today: date) -> Approval:
    # A file cannot say that somebody was called otherwise than they are listed.
    if one.on == today:
        return replace(one, name="")
    return replace(one, on=today, decided_on=one.decided_on or one.on, name="")


def _record(one: KeptRecord, today: date) -> KeptRecord:
    return replace(one, entered_on=today, changed_on=None, said_on={})


def stands_in(project: Project, before: Project) -> bool:
    """Return whether each row with a day of the program's, and each claimed day, stands so in an earlier state."""
    for name in TAKEN_DOWN:
        known = {one.id: one for one in getattr(before, name)}
        if any(known.get(one.id) != one for one in getattr(project, name)):
            return False
    # A claimed day that was made older, or whose day of entry was taken out, stands nowhere either.
    return set(claims_with_entry(project)) <= set(claims_with_entry(before))
