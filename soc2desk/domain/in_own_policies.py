"""What a client's own policies state already, so that ours need not: by the sections that a person marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.own_documents import OwnClause
    from soc2desk.domain.project import Project


def own_clauses_of(project: Project) -> dict[str, tuple[OwnClause, ...]]:
    """Return the marked sections of the client's own policies that state each control, in their order.

    One that the file read last does not hold any more states nothing.
    """
    found: dict[str, list[OwnClause]] = {}
    for clause in project.own_clauses:
        if clause.is_decided and not clause.gone and clause.document in project.own_document:
            for control in clause.controls:
                found.setdefault(control, []).append(clause)
    return {control: tuple(clauses) for control, clauses in found.items()}


def place_in_own(clause: OwnClause, project: Project) -> str:
    """Return where a section stands, as a reader finds it: "Information Security Policy, 4.2 Access reviews"."""
    return f"{project.own_document[clause.document].title}, {clause.name}"
