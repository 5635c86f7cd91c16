"""How wide columns of a PDF are, as the eye finds them: where the head of each begins."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from soc2desk.document.blocks import Column, Look, Row, Table, text
from soc2desk.renderers import pdf
from tests.renderers.pdf_reading import document, rendered

COLUMNS = (Column("a", "First", 3), Column("b", "Second", 1), Column("c", "Third", 1))
SENTENCE = "The owner of each system reviews who has access and removes what is no longer needed."


def table(*cells: str, blank_rows: int = 0) -> Table:
    return Table(COLUMNS, (Row(tuple(text(cell) for cell in cells)),), blank_rows=blank_rows)


def starts(*tables: Table) -> list[float]:
    """Return where each head begins, in points from the left edge of the page, table after table."""
    texts = pypdfium2.PdfDocument(rendered(*tables, kind="record"))[0].get_textpage()
    found = []
    for title in ("First", "Second", "Third"):
        searched = texts.search(title, match_case=True)
        found += [round(texts.get_charbox(searched.get_next()[0])[0]) for _ in tables]
    return found


def test_a_column_of_short_words_leaves_its_room_to_one_that_needs_lines() -> None:
    short, long = starts(table("yes", "no", "no")), starts(table("yes", SENTENCE, "no"))
    assert short[1] - short[0] > 2 * (short[2] - short[1])
    assert long[1] - long[0] < 60
    assert long[2] - long[1] > 300


def test_no_column_is_so_narrow_that_its_head_is_cut() -> None:
    texts = pypdfium2.PdfDocument(rendered(table("", SENTENCE * 9, ""), kind="record"))[0].get_textpage()
    found = [texts.search(title, match_case=True).get_next() for title in ("First", "Second", "Third")]
    for at, count in filter(None, found):
        assert texts.get_charbox(at)[1] == pytest.approx(texts.get_charbox(at + count - 1)[1], abs=1.0)
        assert texts.get_charbox(at + count - 1)[2] < 540
    assert None not in found


def test_tables_of_the_same_columns_stand_under_each_other() -> None:
    found = starts(table("yes", SENTENCE, "no"), table("yes", "no", "no"))
    assert found[0::2] == found[1::2]


def test_columns_that_people_write_in_keep_their_width() -> None:
    assert starts(table("yes", SENTENCE, "", blank_rows=2)) == starts(table("yes", "no", "", blank_rows=2))


NAME = "Wolfeschlegelsteinhausenbergerdorff-Maximilianovich Anastasia"
CELL = (
    "Every quarter the owner exports all accounts, compares them with the list of staff and removes the rest. " * 3
)[:300]
TITLES = tuple(f"Head{letter}" for letter in "ABCDEFGHIJ")


@pytest.mark.parametrize("style", ["plain", "modern", "classic"])
def test_long_names_and_long_cells_stay_in_their_columns_with_all_their_letters(style: str) -> None:
    columns = tuple(Column(title, title, 3 if title == "HeadC" else 1) for title in TITLES)
    cells = ("ACC-07", NAME, CELL, NAME, NAME.replace(" ", ""), NAME, "event-driven", "1,234.5", CELL, NAME * 2)
    rows = tuple(Row(tuple(text(cell) for cell in cells), id=f"r{at}") for at in range(4))
    made = document(Table(columns, rows), kind="register", landscape=True)
    file = pypdfium2.PdfDocument(pdf.render(made, Look(style=style)))
    letters = "".join(page.get_textpage().get_text_range() for page in file)
    assert len(re.findall("[A-Za-z]", letters)) >= 4 * len(re.findall("[A-Za-z]", "".join(cells)))
    for page in file:
        texts = page.get_textpage()
        begins = [texts.get_charbox(texts.search(title, match_case=True).get_next()[0])[0] for title in TITLES[1:]]
        top = texts.get_charbox(texts.search(TITLES[0]).get_next()[0])[1]
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, _ = item.get_bounds()
            if 60 < bottom < top - 12:
                column = sum(left >= begin - 2 for begin in begins)
                assert right <= [*begins, 792 - 46][column]
