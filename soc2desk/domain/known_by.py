"""A project as it was known by a day: what was entered, attached, approved or walked through later is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.entry_days import without_later
from soc2desk.domain.evidence import Standing

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.domain.evidence import Evidence, SeenInList
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.project import Project


def known_by(project: Project, day: date) -> Project:
    """Return the project without what the program took down after `day`.

    Rows that bear no such day stay: answers, people and states have no history to go back in.
    """
    project = without_later(project, day)
    evidence = tuple(_judged_by(one, day) for one in project.evidence if _was(one.received, day))
    there = {one.id for one in evidence}
    gone = {one.id for one in project.evidence} - there
    return replace(
        project,
        approvals=tuple(one for one in project.approvals if one.on <= day),
        records=tuple(_said_by(one, day) for one in project.records if _was(one.entered_on, day)),
        completions=tuple(one for one in project.completions if _was(one.entered_on, day)),
        retired_controls=tuple(one for one in project.retired_controls if one.on <= day),
        evidence=evidence,
        seen_in_lists=tuple(_settled_by(one, day) for one in project.seen_in_lists if one.evidence not in gone),
        retests=tuple(one if _was(one.shown_on, day) else replace(one, shown_on=None) for one in project.retests),
        user_exports=tuple(one for one in project.user_exports if one.evidence not in gone),
        client_answers=tuple(one for one in project.client_answers if _was(one.entered_on, day)),
        walked_requests=tuple(one for one in project.walked_requests if _was(one.asked_on, day)),
        remedies=tuple(one if _was(one.closed_on, day) else replace(one, closed_on=None) for one in project.remedies),
    )


def _was(on: date | None, day: date) -> bool:
    return on is None or on <= day


def _said_by(one: KeptRecord, day: date) -> KeptRecord:
    """Return a record before the days and signatures that were entered later."""
    if all(said <= day for said in one.said_on.values()):
        return one
    values = {name: value for name, value in one.values.items() if _was(one.said_on.get(name), day)}
    return replace(one, values=values, said_on={name: said for name, said in one.said_on.items() if said <= day})


def _settled_by(one: SeenInList, day: date) -> SeenInList:
    """Return a line of a list before somebody looked into it later."""
    return one if _was(one.settled_on, day) else replace(one, settled_on=None, settled_by="", answer="")


def _judged_by(one: Evidence, day: date) -> Evidence:
    """Return evidence before a reviewer's later word on it."""
    if _was(one.reviewed_on, day) or one.state not in {Standing.ACCEPTED, Standing.REJECTED}:
        return one
    return replace(one, state=Standing.COLLECTED, reviewed_by="", reviewed_on=None, reason="")
