"""The day on which a packet is dated: never older than what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.desk import date_from_environment
from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.project import Project


def usual_day(desk: Desk, project: Project) -> date:
    """Return the date that documents bear where nobody asks for another: the project's own, else today."""
    return date_from_environment() or project.document_date or desk.today


def sample_day(desk: Desk, sample: Source) -> date:
    """Return the date for a sample's packet: today, or the newest confirmation in it where the clock is behind that."""
    return date_from_environment() or max(desk.today, newest_confirmation(sample.project) or desk.today)


def newest_confirmation(project: Project) -> date | None:
    """Return the day of the newest confirmation, approval or own wording: no packet can be older; None for none."""
    said = [approval.on for approval in project.approvals]
    said += [entry.confirmed_on for entry in project.control_states if entry.confirmed_on]
    said += [risk.rated_on for risk in project.risks if risk.rated_on]
    said += [exception.approved_on for exception in project.exceptions if exception.approved_on]
    said += [one.on for one in project.self_check if one.on]
    said += [edit.on for edit in project.edits]
    said += [one.on for one in project.control_wordings]
    said += [one.on for one in project.retired_controls]
    said += [one.on for one in project.own_documents]
    said += [one.confirmed_on for one in project.listed_controls if one.confirmed_on]
    said += [one.confirmed_on for one in project.own_clauses if one.confirmed_on]
    return max(said, default=None)


def refuse_backdating(project: Project, day: date) -> None:
    """A packet cannot be older than what stands in it."""
    newest = newest_confirmation(project)
    if newest and newest > day:
        raise ProjectProblem(
            f"The packet would be dated {day.isoformat()}, but it holds a confirmation of {newest.isoformat()}.",
            hint=f"A document cannot be older than what it says. Take --date {newest.isoformat()} or later, "
            "or set the document_date of the project.",
        )
