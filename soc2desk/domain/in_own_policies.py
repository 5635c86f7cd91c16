"""What a client's own policies state already, so that ours need not: by the sections that a person marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.own_documents import OwnClause, OwnDocument
    from soc2desk.domain.project import Project


def own_clauses_of(project: Project) -> dict[str, tuple[OwnClause, ...]]:
    """Return the marked sections of the client's own policies that state each control, in their order.

    One that the file read last does not hold any more states nothing, nor does one that nobody named marked, or whose
    file is not kept as it was read: nobody could show it.
    """
    kept = {one.id for one in project.own_documents if is_kept(one, project)}
    found: dict[str, list[OwnClause]] = {}
    for clause in project.own_clauses:
        if clause.is_decided and not clause.gone and clause.confirmed_by in project.person and clause.document in kept:
            for control in clause.controls:
                found.setdefault(control, []).append(clause)
    return {control: tuple(clauses) for control, clauses in found.items()}


def is_kept(document: OwnDocument, project: Project) -> bool:
    """Return whether a piece of evidence keeps the very file that was read."""
    return any(one.id == document.evidence and one.digest == document.digest for one in project.evidence)


def place_in_own(clause: OwnClause, project: Project) -> str:
    """Return where a section stands, as a reader finds it: "Information Security Policy, 4.2 Access reviews"."""
    return f"{project.own_document[clause.document].title}, {clause.name}"
