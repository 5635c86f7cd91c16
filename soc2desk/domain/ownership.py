"""Who owns, backs up and reviews each control. No control without a named owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.people import Owning, RoleHolding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.controls import Control
    from soc2desk.domain.project import Project

NOBODY = RoleHolding("")


@dataclass(frozen=True, slots=True)
class Owners:
    """Person ids of one control; empty where nobody is named."""

    owner: str = ""
    backup: str = ""
    reviewer: str = ""


def assign(controls: Iterable[Control], project: Project, day: date) -> dict[str, Owners]:
    """Return owner, backup and reviewer of each control: the person's own choice first, then the role's holder.

    A person who has left stays owner until someone decides otherwise (a finding says so), but is never proposed as
    backup or reviewer. Nobody backs up or reviews a control they own, whatever was entered.
    """
    return {control.id: _assign(control, project, day) for control in controls}


def _assign(control: Control, project: Project, day: date) -> Owners:
    own = project.owning.get(control.id, Owning(control.id))
    role = project.role.get(control.owner, NOBODY)
    owner = own.owner or role.holder
    backup = _other(own.backup, owner) or _first((role.backup, role.holder), owner, project, day)
    reviewer = _other(own.reviewer, owner) or _first(_reviewers(control, project), owner, project, day)
    return Owners(owner, backup, reviewer)


def _other(chosen: str, owner: str) -> str:
    return "" if chosen == owner else chosen


def _reviewers(control: Control, project: Project) -> tuple[str, ...]:
    wanted = project.role.get(control.reviewer, NOBODY)
    others = [project.role.get(name, NOBODY) for name in ("security_lead", "executive_sponsor", control.owner)]
    return (wanted.holder, wanted.backup, *(holding.holder for holding in others), *(h.backup for h in others))


def _first(candidates: tuple[str, ...], owner: str, project: Project, day: date) -> str:
    for candidate in candidates:
        person = project.person.get(candidate)
        if person is not None and candidate != owner and not person.has_left(day):
            return candidate
    return ""
