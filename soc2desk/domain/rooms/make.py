"""A whole room from an exercise, a project and a variant: the same each time, and sound but for what is planted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.rooms.access import add_access
from soc2desk.domain.rooms.backups import add_backups
from soc2desk.domain.rooms.changes import add_changes
from soc2desk.domain.rooms.company import Company
from soc2desk.domain.rooms.making import Making
from soc2desk.domain.rooms.papers import add_papers
from soc2desk.domain.rooms.people import add_people
from soc2desk.domain.rooms.room import Paper
from soc2desk.domain.rooms.screens import add_screens
from soc2desk.domain.rooms.watching import add_watching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.exercises import Exercise
    from soc2desk.domain.project import Project
    from soc2desk.domain.rooms.room import Room
    from soc2desk.domain.variants import Variant

READ_ME, WHICH = "00-read-me.md", "which-variant.md"
_MAKERS = (add_people, add_access, add_changes, add_watching, add_backups, add_papers, add_screens)


def company_of(exercise: Exercise, project: Project, variant: Variant, words: Mapping[str, tuple[str, ...]]) -> Company:
    """Return the company of a variant: the project with people of its own who come and go."""
    return Company(exercise, project, variant.lots, words)


def make_room(company: Company, variant: Variant) -> Room:
    """Return the files of a variant and where its faults stand in them."""
    making = Making(company)
    for add in _MAKERS:
        add(making)
    words = company.words
    told = (company.exercise.told, *words["read_me"])
    making.pieces.append(Paper(READ_ME, company.exercise.title, (), told))
    labels = words["variant_labels"]
    facts = (
        (labels[1], variant.number), (labels[2], variant.student or labels[4]), (labels[3], variant.code or labels[4]),
    )  # fmt: skip
    making.pieces.append(Paper(WHICH, labels[0], facts, words["variant_lines"]))
    return making.room()
