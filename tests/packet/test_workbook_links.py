"""Workbooks of a packet lead to the documents beside them, and nowhere else."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import openpyxl
import pytest

from soc2desk.document.blocks import Audience, Column, Look, Table, plain, text
from soc2desk.document.registers.ground import Ground, row
from soc2desk.document.walk import runs_in
from soc2desk.packet.drawing import draw
from soc2desk.packet.neighbours import with_neighbours
from soc2desk.packet.plan import READERS, plan_files
from soc2desk.packet.workbook_links import with_links
from tests.composed import DAY, SAMPLES, of_sample
from tests.packet.making import document, make, order

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.document.blocks import Document
    from soc2desk.packet.plan import PlannedFile

FORMATS = ("docx", "pdf", "xlsx")
LONG = "POL-ONE 4.1, 4.3, 5.1, 5.2, 6.1-6.4, 7.1"


@cache
def ground() -> Ground:
    made = of_sample("tamarack")
    return Ground(made.engagement, DAY.isoformat(), made.clauses)


def naming(*cells: str) -> Document:
    rows = tuple(row(str(at), cell) for at, cell in enumerate(cells))
    table = Table((Column("what", "What"),), rows, "Where", "where")
    return replace(document("REG-ONE", "Where it is written", "register", Audience.STAFF), blocks=(table,))


def planned(documents: tuple[Document, ...], reader: str = "auditor") -> list[PlannedFile]:
    files = plan_files(documents, reader, FORMATS)
    return [replace(file, document=one) for file, one in zip(files, with_neighbours(files), strict=True)]


def linked(one: Document, *others: Document) -> tuple[Document, list[tuple[str, str]]]:
    files = planned((one, *others))
    made = with_links(next(file for file in files if file.format == "xlsx"), files, ground())
    cells = [cell for block in made.blocks if isinstance(block, Table) for line in block.rows for cell in line.cells]
    return made, [(plain(cell), cell[0].target) for cell in cells if cell]


@pytest.mark.parametrize("reader", ["auditor", "internal"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_link_of_every_workbook_leads_to_a_file_of_its_packet(sample: str, reader: str) -> None:
    files = planned(of_sample(sample).documents, reader)
    there = {f"../{file.path}" for file in files}
    made = [with_links(file, files, ground()) for file in files if file.format == "xlsx"]
    targets = [run.target for one in made for run in runs_in(one.blocks) if run.target.startswith("../")]
    assert {target for target in targets if not target.startswith("../09-evidence/")} <= there
    assert len(targets) > 10


def test_a_cell_that_begins_with_one_document_leads_to_its_pdf() -> None:
    policy = document("POL-ONE", "One policy")
    _, cells = linked(naming("POL-ONE", "POL-ONE 4.1, 4.3", "See POL-ONE", "POL-ONE-X", "POL-ELSE", LONG), policy)
    beside = "../01-policies/POL-ONE-one-policy.pdf"
    assert cells[:6] == [
        ("POL-ONE", beside),
        ("POL-ONE 4.1, 4.3", beside),
        ("See POL-ONE", ""),
        ("POL-ONE-X", ""),
        ("POL-ELSE", ""),
        (LONG, ""),
    ]


def test_a_cell_that_names_several_leads_to_none_and_a_sheet_lists_them_all() -> None:
    made, cells = linked(naming("POL-ONE 1; POL-TWO 2"), document("POL-ONE"), document("POL-TWO"), document("POL-OFF"))
    assert cells[0] == ("POL-ONE 1; POL-TWO 2", "")
    listed = made.blocks[-1]
    assert isinstance(listed, Table)
    assert (listed.title, [line.id for line in listed.rows]) == ("Documents named here", ["POL-ONE", "POL-TWO"])
    assert cells[-1] == ("POL-TWO-a-title.pdf", "../01-policies/POL-TWO-a-title.pdf")


def test_a_list_of_what_every_cell_leads_to_would_say_nothing_new() -> None:
    made, _ = linked(naming("POL-ONE", "POL-TWO"), document("POL-ONE"), document("POL-TWO"))
    assert len(made.blocks) == 1


def test_a_document_that_another_reader_gets_is_not_linked() -> None:
    inside = document("POL-ONE", audience=Audience.INTERNAL)
    assert Audience.INTERNAL not in READERS["auditor"]
    made, cells = linked(naming("POL-ONE"), inside)
    assert cells == [("POL-ONE", "")]
    assert len(made.blocks) == 1


def test_only_a_workbook_is_changed() -> None:
    files = planned((naming("POL-ONE"), document("POL-ONE")))
    assert all(with_links(file, files, ground()) is file.document for file in files if file.format != "xlsx")


def test_the_links_of_a_packet_on_disk_lead_to_files_that_stand_there(tmp_path: Path) -> None:
    files = plan_files((naming("POL-ONE"), document("POL-ONE")), "auditor", FORMATS)
    made = make(replace(order(tmp_path), files=files))[0]
    book = next(made.folder.rglob("*.xlsx"))
    cells = [cell for sheet in openpyxl.load_workbook(book) for line in sheet.iter_rows() for cell in line]
    targets = [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert len(targets) == 1
    assert all((book.parent / target).is_file() for target in targets)


def test_what_a_person_types_becomes_no_link() -> None:
    typed = replace(naming(), blocks=(Table((Column("a", "A"),), (row("1", text("../01-policies/a.pdf")),), "T"),))
    made, _ = linked(typed, document("POL-ONE"))
    book = openpyxl.load_workbook(io.BytesIO(draw("xlsx", made, Look())))
    assert not any(cell.hyperlink for line in book["T"].iter_rows() for cell in line)
