"""Rules about who owns what: unowned controls become audit findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from soc2desk.readiness.dates import listed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.findings import Finding

MUCH = 0.4
"""A person who owns more than this share of the controls is a risk to all of them."""
TEAM = 10
"""Up to this many people it cannot be otherwise."""
LOG_REVIEW = "LOG-02"


def _owned(situation: Situation) -> dict[str, list[ControlState]]:
    """Return the controls that apply by owner; "" for nobody. Controls a vendor runs still have an owner here."""
    found: dict[str, list[ControlState]] = defaultdict(list)
    for one in situation.engagement.controls:
        if one.applies:
            found[situation.engagement.owners[one.id].owner].append(one)
    return found


def control_without_owner(situation: Situation) -> Iterator[Finding]:
    """Yield each control that nobody owns."""
    for one in _owned(situation).get("", []):
        yield see(
            situation, "FD-01", f"owners.{one.id}", about=one.id, controls=(one.id,), control=one.id,
            title=one.control.title, role=situation.engagement.catalogue.role[one.control.owner].name,
        )  # fmt: skip


def owner_has_left(situation: Situation) -> Iterator[Finding]:
    """Yield each person who has left and still owns, backs up or reviews a control, or holds a role."""
    engagement = situation.engagement
    for person in engagement.project.people:
        if not person.has_left(engagement.day):
            continue
        held = [c for c, o in engagement.owners.items() if person.id in (o.owner, o.backup, o.reviewer)]
        roles = [h.id for h in engagement.project.roles if person.id in (h.holder, h.backup)]
        if held or roles:
            names = [engagement.catalogue.role[role].name for role in roles]
            yield see(
                situation, "FD-02", f"people.{person.id}", about=person.id, controls=held, name=person.name,
                end=person.end, held=listed([*names, *held], engagement),
            )  # fmt: skip


def one_person_owns_much(situation: Situation) -> Iterator[Finding]:
    """Yield each person with a large share of the controls and no backup for some of them."""
    engagement = situation.engagement
    here = sum(person.is_here(engagement.day) for person in engagement.project.people)
    owned = _owned(situation)
    total = sum(len(controls) for controls in owned.values())
    for person, controls in owned.items():
        bare = [one.id for one in controls if not engagement.owners[one.id].backup]
        if person and here > TEAM and len(controls) > MUCH * total and bare:
            yield see(
                situation, "FD-03", f"people.{person}", about=person, controls=bare,
                name=engagement.person_name(person), count=len(controls), total=total,
            )  # fmt: skip


def no_backup(situation: Situation) -> Iterator[Finding]:
    """Yield each owner with controls that nobody backs up, once a person."""
    engagement = situation.engagement
    for person, controls in _owned(situation).items():
        bare = [one.id for one in controls if not engagement.owners[one.id].backup]
        if person and bare:
            yield see(
                situation, "FD-04", f"people.{person}", about=person, controls=bare, count=len(bare),
                name=engagement.person_name(person), controls_listed=", ".join(bare),
            )  # fmt: skip


def nobody_reviews_logs(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when log review has no owner: proof is that someone watches, not that logs exist."""
    one = situation.engagement.state.get(LOG_REVIEW)
    if one is not None and one.applies and not situation.engagement.owners[LOG_REVIEW].owner:
        yield see(situation, "FD-22", f"owners.{LOG_REVIEW}", about=LOG_REVIEW, controls=(LOG_REVIEW,))
