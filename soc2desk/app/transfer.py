"""Answers in and out: new projects, answers files, approvals, changes by id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.project import Approval, Project
from soc2desk.packet.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.storage.projects import Stored, Summary


def answers_text(desk: Desk, *, sample: str | None = None, project: str | None = None) -> str:
    """Return an answers file: blank with a comment for each question, a sample's as it ships, or a project's."""
    from soc2desk.storage.answers_file import blank, write

    if sample is not None:
        return desk.sample(sample).read_text(encoding="utf-8")
    if project is not None:
        return write(desk.source(project).project, desk.catalogue)
    return blank(desk.catalogue)


def new_project(
    desk: Desk, name: str, *, answers: Path | None = None, sample: str | None = None, company: str = ""
) -> Path:
    """Create a project in the workspace and return its folder: from an answers file, from a sample, or empty.

    An empty one may begin with the name of its `company`.
    """
    from soc2desk.storage.projects import create

    path = desk.sample(sample) if sample is not None else answers
    begun = Project({"company": Answer(company)} if company else {})
    project = desk.answers_file(path).project if path is not None else begun
    return create(desk.workspace, name, project, desk.catalogue)


def list_projects(desk: Desk) -> tuple[Summary, ...]:
    """Return every project of the workspace; one that cannot be read stands there with its problem."""
    from soc2desk.storage.projects import names

    return names(desk.workspace)


def project_folder(desk: Desk, name: str) -> Path:
    """Return the folder of a project of the workspace. Raises ProjectProblem for an unknown one, naming the nearest."""
    from soc2desk.storage.projects import found

    return found(desk.workspace, name)


def change(desk: Desk, name: str, changes: Iterable[tuple[str, str]]) -> Stored:
    """Set answers and row fields of a project, all or none, in one write."""
    from soc2desk.storage.editing import set_values
    from soc2desk.storage.projects import open_project, save

    stored = open_project(desk.workspace, name, desk.catalogue)
    return save(stored, set_values(stored.project, desk.catalogue, changes, desk.today), desk.catalogue)


def approve(desk: Desk, name: str, documents: Iterable[str], by: str) -> tuple[Approval, ...]:
    """Record that a person approves the present text of documents. The day is today: no option sets it.

    Raises ProjectProblem for an unknown or departed person, UsageProblem for a document nobody approves.
    """
    from soc2desk.storage.projects import open_project, save

    stored = open_project(desk.workspace, name, desk.catalogue)
    _check_approver(stored.project, by, desk)
    hashes = compose(desk.catalogue, stored.project, desk.today).hashes
    given = tuple(_approval(document, by, hashes, desk) for document in documents or hashes)
    kept = {approval.id: approval for approval in (*stored.project.approvals, *given)}
    save(stored, replace(stored.project, approvals=tuple(kept.values())), desk.catalogue)
    return given


def _check_approver(project: Project, by: str, desk: Desk) -> None:
    person = project.person.get(by)
    if person is None:
        hint = nearest(by, project.person) or f"Use the id of a person: {', '.join(project.person)}."
        raise ProjectProblem(f'There is no person "{by}".', hint=hint)
    if not person.is_here(desk.today):
        raise ProjectProblem(f"{person.name} does not work here today.", hint="Somebody who works here approves.")


def _approval(document: str, by: str, hashes: dict[str, str], desk: Desk) -> Approval:
    if document not in hashes:
        hint = nearest(document, hashes) or f"Documents to approve: {', '.join(hashes)}."
        raise UsageProblem(f'"{document}" is no document that somebody approves here.', hint=hint)
    return Approval(document, by, desk.today, hashes[document])


def answers_schema(desk: Desk) -> dict[str, object]:
    """Return the JSON Schema of the answers file, built from the questions."""
    from soc2desk.storage.schema import schema

    return dict(schema(desk.catalogue))
