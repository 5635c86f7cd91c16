"""A document that asks for the most room is whole in every format: nothing cut, crowded or in the margin."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import RENDERERS, draw
from tests.documents.drawn_once import found_by
from tests.documents.wide import CELL, NAME, ROWS, SENTENCE, UNBROKEN, wide
from tools.validation.listing import VALIDATORS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.validation.validator import Validator


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("wide")
    made = []
    for kind in RENDERERS:
        for sort in ("register", "policy"):
            made.append(folder / f"{sort}.{kind}")
            made[-1].write_bytes(draw(kind, wide(sort), Look(prepared_by=NAME)))
    return made


@pytest.mark.parametrize("validator", VALIDATORS, ids=lambda one: one.name)
def test_a_validator_finds_nothing(validator: Validator, files: list[Path]) -> None:
    assert found_by(validator, files) == []


def letters(words: str) -> str:
    """Return the letters and digits alone: a program that reads a PDF joins lines in its own way."""
    return "".join(sign for sign in words if sign.isalnum())


@pytest.mark.parametrize("sort", ["register", "policy"])
def test_no_letter_of_a_cell_is_lost_in_a_pdf(sort: str, files: list[Path]) -> None:
    with pypdfium2.PdfDocument(next(one for one in files if one.name == f"{sort}.pdf")) as document:
        found = letters("".join(page.get_textpage().get_text_range() for page in document))
    assert found.count(letters(UNBROKEN)) >= 2 * ROWS
    # A row of a table goes on over the page, and its repeated headings stand between two halves of a cell.
    assert found.count(letters(SENTENCE)) >= 5 * ROWS
    assert all(found.count(f"ROW{at:03}") == 2 for at in range(ROWS))


def test_every_cell_of_a_workbook_holds_all_its_words_in_a_row_that_is_high_enough(files: list[Path]) -> None:
    book = openpyxl.load_workbook(next(one for one in files if one.name == "register.xlsx"))
    sheet = book[book.sheetnames[2]]
    assert sheet["C2"].value == CELL
    for column in sheet.iter_cols(min_row=2, max_row=2):
        width = sheet.column_dimensions[column[0].column_letter].width
        lines = math.ceil(len(str(column[0].value or "")) / (width * 1.1))
        assert sheet.row_dimensions[2].height >= lines * 12.8, column[0].coordinate
        assert lines <= 12
    assert sum(one.width for one in sheet.column_dimensions.values()) < 330


def test_a_long_title_of_a_workbook_takes_no_more_width_than_its_first_sheet_has(files: list[Path]) -> None:
    about = openpyxl.load_workbook(next(one for one in files if one.name == "register.xlsx"))["About"]
    assert about.print_area.startswith("'About'!$A$1:$B$")
    assert "A1:B1" in {str(area) for area in about.merged_cells.ranges}
    assert about.row_dimensions[1].height > 50
