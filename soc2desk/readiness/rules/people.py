"""Rules about people and the roles they hold."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

MAY_BE_EMPTY = "oversight_body"
"""A very small company may have nobody above its owners."""


def role_without_holder(situation: Situation) -> Iterator[Finding]:
    """Yield each role that owns a needed control and that nobody holds."""
    engagement = situation.engagement
    needed = {one.control.owner for one in engagement.controls if one.applies}
    for role in engagement.catalogue.roles:
        holding = engagement.project.role.get(role.id)
        if role.id in needed and role.id != MAY_BE_EMPTY and not (holding and holding.holder):
            yield see(situation, "SD-02", f"roles.{role.id}", about=role.id, role=role.name)


def one_address_for_two(situation: Situation) -> Iterator[Finding]:
    """Yield each e-mail address that two people share: an account must lead to one person."""
    by_address: dict[str, list[str]] = defaultdict(list)
    for person in situation.engagement.project.people:
        if person.email:
            by_address[person.email.casefold()].append(person.name)
    for address, names in by_address.items():
        if len(names) > 1:
            yield see(situation, "SD-03", "people", about=address, address=address, names=", ".join(names))
