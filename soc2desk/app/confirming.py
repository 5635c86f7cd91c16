"""The confirmation sheet of an engagement: made from the answers as they stand, and written as new files."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.brand import brand_of, marked
from soc2desk.app.confirming_answers import answer_parts, unused_answers
from soc2desk.app.confirming_brought import with_who_answered
from soc2desk.app.confirming_client import client_parts
from soc2desk.app.confirming_kept import kept_rows
from soc2desk.app.confirming_words import word_parts
from soc2desk.app.house_style import style_of
from soc2desk.app.logo import FIRM_LOGO, logo_of
from soc2desk.document.confirmation_sheet import Provenance, confirmation_sheet, without_captions
from soc2desk.document.registers.ground import Ground
from soc2desk.domain.clock import newest_day
from soc2desk.domain.confirming import Part, Said, waiting
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import slug
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.codec import project_to_plain
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.origin import origin_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source
    from soc2desk.document.blocks import Document, Look
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

WORKBOOK = "xlsx"
FORMATS = ("docx", "pdf", WORKBOOK)
NOT_VALUES = (
    "format", "document_date", "records", "evidence", "user_exports", "seen_in_lists", "completions",
    "auditor_requests", "walked_requests", "remedies", "earlier_reports", "retests", "entry_days",
)  # fmt: skip
"""What a project holds beside the values that are confirmed: work done and evidence, a signed sheet among it."""


@dataclass(frozen=True)
class Confirmation:
    """The sheet of one engagement. `mark` is the SHA-256 of its values, `look` that of the project's documents."""

    document: Document
    parts: tuple[Part, ...]
    mark: str
    look: Look
    name: str

    @property
    def waiting(self) -> tuple[tuple[Part, Said], ...]:
        """What nobody confirmed, with the part it stands in."""
        return tuple(waiting(self.parts))


def confirmation_of(desk: Desk, source: Source) -> Confirmation:
    """Return the sheet as of today. Raises FileProblem for a logo or a style that cannot be used."""
    # A clock that stands behind what was entered makes nothing look older than it is.
    day = max(desk.today, newest_day(source.project) or desk.today)
    engagement = decide_engagement(desk.catalogue, source.project, day)
    values = _values(source.project, desk.catalogue)
    shown = (*answer_parts(engagement), *word_parts(engagement), *client_parts(engagement))
    rest = (unused_answers(engagement), kept_rows(values, shown, engagement))
    held = (*shown, *(part for part in rest if part is not None))
    parts = tuple(with_who_answered(held, values, engagement))
    mark = _mark(values)
    ground = Ground(engagement, day.isoformat())
    document = confirmation_sheet(ground, parts, mark, _provenance(source, engagement))
    look = brand_of(engagement, logo_of(source), logo_of(source, FIRM_LOGO), style_of(source))
    look = marked(look, source, engagement.catalogue.phrases)
    company = slug(engagement.answer_text("company")) or slug(source.name) or "project"
    return Confirmation(document, parts, mark, look, f"{slug(document.title)}-{company}-{day.isoformat()}")


def mark_of(project: Project, catalogue: Catalogue) -> str:
    """Return the SHA-256 of all values that a company confirms; work done and evidence do not change it."""
    return _mark(_values(project, catalogue))


def _values(project: Project, catalogue: Catalogue) -> dict[str, Plain]:
    return {name: rows for name, rows in project_to_plain(project, catalogue).items() if name not in NOT_VALUES}


def _mark(plain: Mapping[str, Plain]) -> str:
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def save_confirmation(made: Confirmation, out: Path, formats: tuple[str, ...] = FORMATS) -> tuple[Path, ...]:
    """Write the sheet into a folder, all formats or none, and return the files. Nothing that stands is replaced.

    Raises UsageProblem for another format, FileProblem.
    """
    for kind in formats:
        if kind not in FORMATS:
            raise UsageProblem(f'The sheet is not made as "{kind}".', hint=f"Known: {', '.join(FORMATS)}.")
    targets = {kind: out / f"{made.name}.{kind}" for kind in formats}
    taken = next((path for path in targets.values() if path.exists() or path.is_symlink()), None)
    if taken is not None:
        message = "A sheet of this name stands there already; somebody may have signed it."
        raise FileProblem(message, where=str(taken), hint="Choose another folder, or move it away.")
    paper = without_captions(made.document)
    drawn = {
        path: draw(kind, made.document if kind == WORKBOOK else paper, made.look) for kind, path in targets.items()
    }
    with said_plainly("The sheet could not be written.", out):
        out.mkdir(parents=True, exist_ok=True)
        try:
            for path, content in drawn.items():
                replace_whole(path, content)
        except BaseException:
            for path in drawn:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise
    return tuple(drawn)


def _provenance(source: Source, engagement: Engagement) -> Provenance:
    phrases, told = engagement.catalogue.phrases, source.project.days_are_told
    folder = source.project_folder
    if source.file is not None and folder is None:
        return Provenance(phrases["confirmation.file"].format(file=source.file.name), told)
    came = origin_of(folder) if folder is not None else None
    if came is None:
        return Provenance(days_are_told=told)
    days = {"day": came.taken_in_on.isoformat(), "made": came.made_on.isoformat()}
    return Provenance(phrases["confirmation.origin"].format(file=came.file, **days), told)
