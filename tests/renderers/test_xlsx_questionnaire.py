"""A questionnaire as a workbook can be read as it stands: no words on a line, and one rule under each page's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.app.asked_clients import asked, client

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

LEAST = 20.0  # points: a line of 10 points with room above and below


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    folder: Path = tmp_path_factory.mktemp("asked")
    session = client(folder)
    session.put({("people", "dana-whitfield"): {"name": "Dana Whitfield"}}, "Dana")
    return openpyxl.load_workbook(asked(session, folder / "a.xlsx", "company", "service", "people"))


def test_words_in_cells_with_lines_stand_in_their_middle_and_off_their_edges(book: Workbook) -> None:
    checked = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value and cell.border.bottom.style:
                    where = f"{sheet.title}, {cell.coordinate}"
                    assert cell.alignment.vertical == "center", where
                    assert cell.alignment.indent >= 1, where
                    assert (sheet.row_dimensions[cell.row].height or 0) >= LEAST, where
                    checked += 1
    assert checked > 100


def test_the_rule_under_the_title_of_a_page_goes_across_and_is_stronger_than_the_lines_below(book: Workbook) -> None:
    sheet = book["Questions"]
    bands = [row for row in sheet.iter_rows(min_row=2) if row[1].value and not row[0].value]
    assert [row[1].value for row in bands] == ["Your company", "The service"]
    for band in bands:
        assert {cell.border.bottom.style for cell in band} == {"medium"}
        below = sheet[band[0].row + 1]
        assert {cell.border.top.style for cell in below} == {"thin"}
