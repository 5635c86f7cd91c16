"""A questionnaire as a file for the client: Word or a workbook, by the ending of its name."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.asking import questionnaire
from soc2desk.app.brand import brand_of
from soc2desk.app.house_style import style_of
from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from soc2desk.app.asking import Asking
    from soc2desk.app.session import Session
    from soc2desk.domain.looks import Look
    from soc2desk.domain.questionnaire import Questionnaire

FORMATS: Mapping[str, str] = MappingProxyType(
    {".docx": "soc2desk.renderers.docx_questionnaire", ".xlsx": "soc2desk.renderers.xlsx_questionnaire"}
)
"""What a questionnaire can be made as, by the ending of its file."""


def write_questionnaire(session: Session, asking: Asking, file: Path, *, replacing: bool = False) -> Questionnaire:
    """Write what is asked of the client of a project, and return it. The project stays as it is.

    Raises UsageProblem for another kind of file or an unknown page, ProjectProblem where nothing is open, FileProblem
    where a file stands already or nothing can be written.
    """
    ending = file.suffix.lower()
    if ending not in FORMATS:
        hint = f"Name it FILE{' or FILE'.join(FORMATS)}."
        raise UsageProblem("A questionnaire is a Word file or a workbook.", where=file.name, hint=hint)
    asked = questionnaire(session.engagement, session.plain, session.name, asking, session.stands.lineage.identity)
    render: Callable[[Questionnaire, Look], bytes] = import_module(FORMATS[ending]).render
    content = render(asked, brand_of(session.engagement, b"", b"", style_of(session.source)))
    if file.exists() and not replacing:
        raise FileProblem("A file of this name stands there already.", where=str(file), hint="Choose another name.")
    with said_plainly("The questionnaire cannot be written.", file):
        replace_whole(file, content)
    return asked
