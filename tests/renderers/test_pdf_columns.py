"""How wide columns of a PDF are, as the eye finds them: where the head of each begins."""

from __future__ import annotations

import pypdfium2
import pytest

from soc2desk.document.blocks import Column, Row, Table, text
from tests.renderers.pdf_reading import rendered

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
