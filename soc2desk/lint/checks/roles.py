"""Whoever owns, approves or reviews is a role of the catalogue, and nobody reviews what they own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen


def roles(catalogue: Catalogue) -> Seen:
    """Yield a fault for each role that does not exist, and each control reviewed by its owner."""
    for role, where in _named(catalogue):
        if role not in catalogue.role:
            known = f"Known: {', '.join(sorted(catalogue.role))}."
            yield f"There is no role {role or 'here'}.", where, nearest(role, catalogue.role) or known
    for control in catalogue.controls:
        if control.owner == control.reviewer:
            message = f"{control.id} would be reviewed by the role that owns it."
            yield message, f"controls/{control.id}/reviewer", "Name another role as reviewer."


def _named(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for template in catalogue.templates:
        yield from ((role, f"{template.path}, line 1") for role in (template.owner, template.approver))
    for control in catalogue.controls:
        yield control.owner, f"controls/{control.id}/owner"
        yield control.reviewer, f"controls/{control.id}/reviewer"
    for policy in catalogue.policies:
        yield policy.owner, f"policies/{policy.id}/owner"
        yield policy.approver, f"policies/{policy.id}/approver"
    for record in catalogue.records:
        yield record.owner, f"records/{record.id}/owner"
