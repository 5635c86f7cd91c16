"""What a student put right in the project of an exercise, and what only went out of sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.planting import exercise_of, plantings_of
from soc2desk.domain.engagement import decide_engagement
from soc2desk.readiness.check import RULES
from soc2desk.readiness.rule import Situation
from soc2desk.storage.exercise_file import said_project
from soc2desk.storage.projects import open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.exercises import Planting
    from soc2desk.domain.project import Project
    from soc2desk.domain.variants import Variant
    from soc2desk.storage.stored import Stored

_COMPANY = "company"
_ROWS = ("people", "vendors", "commitments_made")


@dataclass(frozen=True)
class Mending:
    """Ids of faults: those that were put right, and those that went with the row, the person or the project itself.

    `is_other` where the project is not the one that was made for the copy.
    """

    mended: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    is_other: bool = False


NOTHING_MENDED = Mending()


def mending_in(desk: Desk, folder: Path, variant: Variant, number: str) -> Mending:
    """Return which faults the rules see in the project no longer, and why. Raises Problems for one that cannot be read.

    A fault is put right where what it is about is still there. Whatever was taken out shows nothing, sound or not; and
    in a copy that bears the `number` of somebody else the faults of this variant were never planted.
    """
    exercise, stored = exercise_of(desk, variant.exercise), open_folder(folder, desk.catalogue)
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    planted = {exercise.faults[at].id: planting for at, planting in plantings_of(exercise, variant)}
    wanted = {exercise.fault(id_).finding for id_ in planted}
    situation = Situation(engagement)
    seen = {(rule, one.about) for rule, look in RULES if rule in wanted for one in look(situation)}
    unseen = {
        id_
        for id_, planting in planted.items()
        if not any((exercise.fault(id_).finding, about) in seen for about in planting.about)
    }
    sample = desk.answers_file(desk.sample(exercise.sample)).project
    is_other = number != variant.number or _is_other(said_project(folder), stored, sample)
    people = frozenset(sample.person)
    mended = {id_ for id_ in unseen if not is_other and all(_still_there(planted[id_], engagement, people))}
    return Mending(frozenset(mended), frozenset(unseen - mended), is_other)


def _is_other(made_for: str, stored: Stored, sample: Project) -> bool:
    """Return whether a project is not the one made for a copy: by its identity, in old copies by the company."""
    if made_for and stored.lineage.identity:
        return made_for != stored.lineage.identity
    return stored.project.answers.get(_COMPANY) != sample.answers.get(_COMPANY)


def _still_there(planting: Planting, engagement: Engagement, people: frozenset[str]) -> Iterator[bool]:
    """Yield for all that a fault concerns whether the project still has it; `people` are those of the sample."""
    project = engagement.project
    rows = {
        "people": {one.id for one in project.people},
        "vendors": {one.id for one in project.vendors},
        "commitments_made": {one.id for one in project.commitments_made},
        "roles": {one.id for one in project.roles if one.holder in project.person},
        "owners": set(engagement.state),
        "control_states": set(engagement.state),
    }
    for path, value in planting.sets.items():
        table, row, *_ = path.split(".")
        yield row in rows[table]
        yield value not in people or value in rows["people"]
    known = {*engagement.state, *engagement.scope.criteria}.union(*(rows[name] for name in _ROWS))
    # A control that its company never needed is among those of a role that some company lacks.
    yield any(about in known for about in planting.about)
