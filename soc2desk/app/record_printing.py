"""A blank workbook of one type of record, to be filled in elsewhere and read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.make_packet import look_of
from soc2desk.app.record_entering import known_layout
from soc2desk.document.record_forms import blank_form
from soc2desk.document.record_sheets import worksheet
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.compose import compose
from soc2desk.packet.drawing import draw
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk, Source


def print_workbook(desk: Desk, source: Source, type_: str, file: Path) -> None:
    """Write the workbook of a type of record: rows where many are kept in one, else the form of a single one.

    Raises FileProblem where a file stands already, ProjectProblem for a record that this company does not keep.
    """
    composition = compose(desk.catalogue, source.project, desk.today)
    layout = known_layout(composition.engagement, type_)
    templates = {one.id: one.record for one in composition.engagement.catalogue.templates}
    document = next((one for one in composition.documents if templates.get(one.id) == layout.id), None)
    if document is None:
        raise ProjectProblem(f"{layout.title} is no record that the answers so far ask for.", where=type_)
    make = worksheet if layout.worksheet else blank_form
    drawn = replace(document, blocks=make(layout, composition.engagement), companions=())
    content = draw("xlsx", drawn, look_of(composition, source))
    if file.exists():
        raise FileProblem("A file of this name stands there already.", where=str(file), hint="Choose another name.")
    with said_plainly("The workbook cannot be written.", file):
        replace_whole(file, content)
