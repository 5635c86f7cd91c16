"""From answers to finished packets: the date, the files for each reader, and every step on the way."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.brand import brand_of, marked
from soc2desk.app.evidence_files import found_files
from soc2desk.app.house_style import style_of
from soc2desk.app.logo import FIRM_LOGO, logo_of
from soc2desk.app.packet_day import newest_confirmation, refuse_backdating, sample_day, usual_day
from soc2desk.app.same_paper import keep_paper
from soc2desk.document.registers.evidence import INDEX as EVIDENCE_INDEX
from soc2desk.document.registers.evidence import evidence_index
from soc2desk.document.registers.ground import Ground
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.packet.build import Made, Order, bench, build, hand_over
from soc2desk.packet.calendars import enclosed_calendars
from soc2desk.packet.compose import Composition, compose
from soc2desk.packet.drawing import easel
from soc2desk.packet.evidence_copies import Copy, plan_copies
from soc2desk.packet.plan import FOLDERS, READERS, USUAL_FORMATS, check_formats, plan_files, slug

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source
    from soc2desk.document.blocks import Look
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.domain.steps import Step
    from soc2desk.storage.signing_keys import SigningKey

__all__ = [
    "AUDITOR",
    "INTERNAL",
    "READERS",
    "USUAL_FORMATS",
    "Made",
    "NotReady",
    "Planned",
    "Wishes",
    "check_wishes",
    "fingerprint",
    "holds_open_evidence",
    "look_of",
    "make_packet",
    "newest_confirmation",
    "plan_packet",
    "sample_day",
    "usual_day",
]

INTERNAL = "internal"
PART = "-part"
"""What stands in the name of a choice of documents, so that it never replaces the whole packet of that day."""
AUDITOR = "auditor"
PRACTICE = "practice-"
"""What the name of a packet of a practice copy begins with."""
MOST_JOBS = 4
"""More processes than this only wait for each other on a packet of this size."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants the packet. `day` None takes the project's own date; `jobs` 0 one a processor.

    `evidence` copies the files of evidence into the auditor's packet; `in_one` joins its PDFs in one more. `reference`
    is the ground of Word documents as app.house_style makes it; empty for the project's own. With a `key` it is signed.
    A batch takes the templates of each project's last packet where none are named, unless `same_paper` is off.
    """

    out: Path
    formats: tuple[str, ...] = USUAL_FORMATS
    only: tuple[str, ...] = ()
    day: date | None = None
    jobs: int = 0
    reader: str = AUDITOR
    final: bool = False
    zip: bool = True
    evidence: bool = False
    in_one: bool = True
    reference: bytes = b""
    key: SigningKey | None = None
    same_paper: bool = True


class NotReady(ProjectProblem):
    """A final packet was asked for and something is still open. `waiting` lists it, one sentence each."""

    exit_code = 1

    def __init__(self, waiting: tuple[str, ...]) -> None:
        super().__init__(
            f"A final packet cannot be made yet: {_things(len(waiting))} open.",
            hint="Close them, or build a draft without --final.",
        )
        self.waiting = waiting


def _things(count: int) -> str:
    return "1 thing is" if count == 1 else f"{count} things are"


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be made: the composed set, how it looks, and an order for each packet, with the files to copy."""

    composition: Composition
    look: Look
    orders: tuple[Order, ...]


def plan_packet(desk: Desk, source: Source, wishes: Wishes, made: date) -> Planned:
    """Return what would be made from these answers on a day of making; nothing is written.

    Raises NotReady when a final packet is not ready, UsageProblem for wishes that make no sense.
    """
    check_wishes(wishes)
    day = wishes.day or usual_day(desk, source.project)
    refuse_backdating(source.project, day)
    found = found_files(source.folder, source.project)
    composition = compose(desk.catalogue, source.project, day, final=wishes.final, made=made, files=found)
    if wishes.final and composition.waiting:
        raise NotReady(composition.waiting)
    look = look_of(composition, source)
    look = replace(look, reference=wishes.reference) if wishes.reference else look
    copies = _copies(source, wishes, composition)
    composition = _linked(composition, copies, made)
    orders = _orders(source, wishes, composition, look, made, found)
    return Planned(composition, look, _with_copies(orders, copies))


def make_packet(desk: Desk, source: Source, wishes: Wishes) -> Generator[Step, None, tuple[Made, ...]]:
    """Build what was asked for, step by step, and return the packet and, for an auditor, the internal papers beside it.

    Raises Problems as plan_packet does.
    """
    check_wishes(wishes)
    jobs = wishes.jobs or min(os.cpu_count() or 1, MOST_JOBS)
    with easel(jobs, (*wishes.formats, "html")) as lent:
        planned = plan_packet(desk, source, wishes, desk.today)
        composition, orders = planned.composition, planned.orders
        day = composition.engagement.day
        ground = Ground(composition.engagement, day.isoformat(), composition.clauses, final=wishes.final)
        with bench(orders):
            made = yield from build(orders, composition, ground, planned.look, lent)
            _keep_date(desk, source, day)
            if source.project_folder is not None:
                keep_paper(desk, source.project_folder)
            hand_over(orders)
    return made


def _copies(source: Source, wishes: Wishes, composition: Composition) -> tuple[Copy, ...]:
    """Return the files of evidence to copy: into the auditor's packet alone, and only where they were asked for."""
    if not wishes.evidence:
        return ()
    if wishes.reader != AUDITOR or source.folder is None:
        message = "Evidence goes into the auditor's packet of a project alone."
        raise UsageProblem(message, hint="Leave the other reader out, or build without the evidence.")
    return plan_copies(composition.engagement, source.folder)


def _linked(composition: Composition, copies: tuple[Copy, ...], made: date) -> Composition:
    """Return the set with an index of evidence that leads to the files in the packet."""
    if not copies:
        return composition
    ground = Ground(composition.engagement, composition.engagement.day.isoformat(), made=made.isoformat())
    old = next((one for one in composition.documents if one.id == EVIDENCE_INDEX), None)
    fresh = evidence_index(ground, {copy.id: copy.path for copy in copies})
    documents = tuple(
        replace(one, blocks=fresh[0].blocks) if one is old and fresh else one for one in composition.documents
    )
    return replace(composition, documents=documents)


def _with_copies(orders: tuple[Order, ...], copies: tuple[Copy, ...]) -> tuple[Order, ...]:
    return tuple(replace(one, copies=copies) if one.reader == AUDITOR else one for one in orders)


def check_wishes(wishes: Wishes) -> None:
    """Raise UsageProblem for wishes that make no sense, whoever they are for."""
    if wishes.reader not in READERS:
        raise UsageProblem(f'There is no reader "{wishes.reader}".', hint=f"Known: {', '.join(READERS)}.")
    check_formats(wishes.formats)


def _keep_date(desk: Desk, source: Source, day: date) -> None:
    """The first packet of a project fixes the date on its documents."""
    if source.stored is not None and source.project.document_date is None:
        from soc2desk.storage.projects import save

        save(source.stored, replace(source.project, document_date=day), desk.catalogue)


def holds_open_evidence(made: Iterable[Made]) -> bool:
    """Return whether a ZIP was made that holds files of evidence: anybody can open it who gets hold of it."""
    return any(one.archive is not None and (one.folder / FOLDERS["evidence"]).is_dir() for one in made)


def _orders(
    source: Source, wishes: Wishes, composition: Composition, look: Look, made: date, found: Mapping[str, str]
) -> tuple[Order, ...]:
    """Return each packet to make; the auditor's has the plain name. Raises UsageProblem when none is left."""
    company = slug(composition.engagement.answer_text("company")) or slug(source.name) or "packet"
    company = f"{PRACTICE}{company}" if look.practice else company
    brand = (look.logo, look.firm_logo, look.reference, look.practice.encode())
    made_on = _day_of_forms(composition, wishes, made)
    days = (composition.engagement.day.isoformat(), made_on)
    inputs = fingerprint(source.project, composition.engagement.catalogue, wishes, brand, days, found)
    day = composition.engagement.day
    orders = []
    for reader in (AUDITOR, INTERNAL) if wishes.reader == AUDITOR else (wishes.reader,):
        name = f"{company}-{day.isoformat()}{PART if wishes.only else ''}" + ("" if reader == AUDITOR else f"-{reader}")
        files = plan_files(composition.documents, reader, wishes.formats, wishes.only)
        if files:
            calendars = enclosed_calendars(composition, company, {file.document.id for file in files})
            is_asked, is_part = reader == wishes.reader, bool(wishes.only)
            zipped, in_one = wishes.zip and is_asked, wishes.in_one and is_asked
            order = Order(wishes.out, name, reader, files, inputs, zipped, calendars, is_part=is_part, in_one=in_one)
            orders.append(replace(order, key=wishes.key))
    if not orders:
        message = f"There is nothing to make for {wishes.reader} with these choices."
        raise UsageProblem(message, hint="Ask for other documents or formats.")
    return tuple(orders)


def _day_of_forms(composition: Composition, wishes: Wishes, made: date) -> str:
    """Return the day of making where a form or a register bears it; a choice of other documents does not hang on it."""
    day = composition.engagement.day.isoformat()
    own = {one.id for one in composition.documents if one.date != day}
    forms = own | {one.id for one in composition.documents if one.kind == "record" or one.id == EVIDENCE_INDEX}
    return made.isoformat() if not wishes.only or forms & set(wishes.only) else ""


def look_of(composition: Composition, source: Source) -> Look:
    """Return the brand that the answers ask for, with the style that the project keeps.

    Raises FileProblem when a logo or a style was chosen and cannot be used: nothing is drawn without it unsaid.
    """
    look = brand_of(composition.engagement, logo_of(source), logo_of(source, FIRM_LOGO), style_of(source))
    return marked(look, source, composition.engagement.catalogue.phrases)


def fingerprint(
    project: Project,
    catalogue: Catalogue,
    wishes: Wishes,
    brand: tuple[bytes, ...],
    days: tuple[str, ...],
    found: Mapping[str, str],
) -> str:
    """Return the SHA-256 of all inputs: answers, logos, style, content, both days, formats and choice of documents.

    `found` says of which evidence the file is missing or changed: findings and registers say it too.
    """
    from soc2desk.storage.codec import project_to_plain

    # The date on the documents counts; whether the project keeps it already does not.
    undated = replace(project, document_date=None)
    answers = json.dumps(project_to_plain(undated, catalogue), sort_keys=True, ensure_ascii=True)
    content = hashlib.sha256(repr(catalogue).encode()).hexdigest()
    parts = (answers, content, *days, *wishes.formats, *wishes.only, str(wishes.final))
    parts += ("evidence",) if wishes.evidence else ()
    parts += (json.dumps(found, sort_keys=True),) if found else ()
    parts += (catalogue.own_templates.mark,) if catalogue.own_templates else ()
    parts += ("days told",) if project.days_are_told else ()
    parts += () if wishes.in_one else ("apart",)
    parts += tuple(hashlib.sha256(raw).hexdigest() for raw in brand if raw)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
