"""One document drawn for reading, without a packet: it says Draft, and lies beside the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.make_packet import look_of
from soc2desk.domain.problems import UsageProblem
from soc2desk.domain.steps import Step
from soc2desk.packet.compose import compose
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import slug
from soc2desk.storage.drafts import write_draft

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source

WORD, EXCEL, PDF = "docx", "xlsx", "pdf"
_TABLES = "register"


def editable_format(kind: str) -> str:
    """Return the format in which a kind of document is worked on: Excel for registers, Word for all others."""
    return EXCEL if kind == _TABLES else WORD


def make_draft(
    desk: Desk, source: Source, document_id: str, file_format: str, folder: Path
) -> Generator[Step, None, Path]:
    """Draw one document as of today into the folder of drafts of a project's folder, and return the file.

    Raises UsageProblem for a document that is not made here, FileProblem for what cannot be written.
    """
    composition = compose(desk.catalogue, source.project, desk.today)
    document = next((one for one in composition.documents if one.id == document_id), None)
    if document is None:
        raise UsageProblem(f'There is no document "{document_id}" here.', hint="See why in the list of documents.")
    yield Step(1, 2, document.title)
    content = draw(file_format, document, look_of(composition, source))
    path = write_draft(folder, f"{document.id}-{slug(document.title)}.{file_format}", content)
    yield Step(2, 2, document.title)
    return path
