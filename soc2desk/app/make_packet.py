"""From answers to finished packets: the date, the files for each reader, and every step on the way."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.desk import date_from_environment
from soc2desk.document.blocks import Look
from soc2desk.document.registers.ground import Ground
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.packet.build import Made, Order, build
from soc2desk.packet.compose import Composition, compose
from soc2desk.packet.drawing import easel
from soc2desk.packet.placing import check_place
from soc2desk.packet.plan import READERS, USUAL_FORMATS, PlannedFile, plan_files, slug

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.project import Project
    from soc2desk.domain.steps import Step
    from soc2desk.packet.drawing import Easel

INTERNAL = "internal"
AUDITOR = "auditor"
MOST_JOBS = 4
"""More processes than this only wait for each other on a packet of this size."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants the packet. `day` None takes the project's own date; `jobs` 0 one a processor."""

    out: Path
    formats: tuple[str, ...] = USUAL_FORMATS
    only: tuple[str, ...] = ()
    day: date | None = None
    jobs: int = 0
    reader: str = AUDITOR
    final: bool = False
    zip: bool = True


class NotReady(ProjectProblem):
    """A final packet was asked for and something is still open. `waiting` lists it, one sentence each."""

    exit_code = 1

    def __init__(self, waiting: tuple[str, ...]) -> None:
        super().__init__(
            f"A final packet cannot be made yet: {len(waiting)} things are open.",
            hint="Close them, or build a draft without --final.",
        )
        self.waiting = waiting


def make_packet(desk: Desk, source: Source, wishes: Wishes) -> Generator[Step, None, tuple[Made, ...]]:
    """Build what was asked for, step by step, and return the packet and, for an auditor, the internal papers beside it.

    Raises NotReady when a final packet is not ready, UsageProblem for wishes that make no sense.
    """
    if wishes.reader not in READERS:
        raise UsageProblem(f'There is no reader "{wishes.reader}".', hint=f"Known: {', '.join(READERS)}.")
    source, day = _dated(desk, source, wishes)
    jobs = wishes.jobs or min(os.cpu_count() or 1, MOST_JOBS)
    with easel(jobs, (*wishes.formats, "html")) as lent:
        composition = compose(desk.catalogue, source.project, day, final=wishes.final)
        if wishes.final and composition.waiting:
            raise NotReady(composition.waiting)
        return (yield from _build(source, wishes, composition, day, lent))


def _dated(desk: Desk, source: Source, wishes: Wishes) -> tuple[Source, date]:
    """Return the document date: asked for, from the environment, the project's own, else today, and keep the first."""
    project = source.project
    day = wishes.day or date_from_environment() or project.document_date or desk.today
    _refuse_backdating(project, day)
    if source.stored is not None and project.document_date is None:
        from soc2desk.storage.projects import save

        project = replace(project, document_date=day)
        source = replace(source, project=project, stored=save(source.stored, project, desk.catalogue))
    return source, day


def _refuse_backdating(project: Project, day: date) -> None:
    """A packet cannot be older than what stands in it."""
    said = [approval.on for approval in project.approvals]
    said += [entry.confirmed_on for entry in project.control_states if entry.confirmed_on]
    if said and max(said) > day:
        raise ProjectProblem(
            f"The packet would be dated {day.isoformat()}, but it holds a confirmation of {max(said).isoformat()}.",
            hint="A document cannot be older than what it says. Take a later date.",
        )


def _build(
    source: Source, wishes: Wishes, composition: Composition, day: date, lent: Easel
) -> Generator[Step, None, tuple[Made, ...]]:
    ground = Ground(composition.engagement, day.isoformat(), composition.clauses, final=wishes.final)
    look = _look(composition)
    name = f"{slug(composition.engagement.answer_text('company') or source.name)}-{day.isoformat()}"
    made = []
    for reader, suffix in _readers(wishes):
        files = _files(composition, wishes, reader, first=not made)
        if not files:
            continue
        order = Order(
            wishes.out, name + suffix, reader, files, _fingerprint(source.project, composition, wishes),
            zip=wishes.zip and (reader != INTERNAL or wishes.reader == INTERNAL),
        )  # fmt: skip
        check_place(order.out / order.name)
        made.append((yield from build(order, composition, ground, look, lent)))
    return tuple(made)


def _readers(wishes: Wishes) -> tuple[tuple[str, str], ...]:
    """Return each packet to make with what its name ends in: the auditor's has the plain name."""
    if wishes.reader == AUDITOR:
        return ((AUDITOR, ""), (INTERNAL, f"-{INTERNAL}"))
    return ((wishes.reader, f"-{wishes.reader}"),)


def _files(composition: Composition, wishes: Wishes, reader: str, *, first: bool) -> tuple[PlannedFile, ...]:
    try:
        return plan_files(composition.documents, reader, wishes.formats, wishes.only)
    except UsageProblem:
        if first and not (reader == AUDITOR and wishes.only):
            raise
        return ()


def _look(composition: Composition) -> Look:
    usual = Look()
    return Look(
        composition.engagement.answer_text("accent_color") or usual.accent,
        composition.engagement.answer_text("prepared_by"),
    )


def _fingerprint(project: Project, composition: Composition, wishes: Wishes) -> str:
    """Return the SHA-256 of all inputs: answers, content, date, formats and choice of documents."""
    from soc2desk.storage.codec import project_to_plain

    catalogue = composition.engagement.catalogue
    answers = json.dumps(project_to_plain(project, catalogue), sort_keys=True, ensure_ascii=True)
    content = hashlib.sha256(repr(catalogue).encode()).hexdigest()
    parts = (answers, content, composition.engagement.day.isoformat(), *wishes.formats, *wishes.only, str(wishes.final))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


