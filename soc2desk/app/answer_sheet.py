"""The answers of one variant for whoever teaches: as lines for the window, and as a paper to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.planting import answer_key
from soc2desk.document.feedback_page import answers_page, said_answer
from soc2desk.domain.looks import Look
from soc2desk.packet.drawing import draw
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.variants import Variant


def answer_lines(desk: Desk, variant: Variant) -> tuple[tuple[str, str, str], ...]:
    """Return each fault of a variant: its title, where it stands, and what an auditor would write."""
    return tuple(said_answer(one, desk.catalogue.phrases) for one in answer_key(desk, variant).answers)


def write_answers(desk: Desk, variant: Variant, target: Path) -> Path:
    """Write the answers of a variant as a PDF and return its path. Raises FileProblem."""
    page = answers_page(variant.student, answer_key(desk, variant), desk.today.isoformat(), desk.catalogue.phrases)
    with said_plainly("The answers could not be written.", target):
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(target, draw("pdf", page, Look()))
    return target
