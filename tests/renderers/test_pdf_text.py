"""Text of every kind in a PDF: nothing a person types breaks the file, runs off the page or gets lost."""

from __future__ import annotations

import pypdfium2
import pytest

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Column,
    Form,
    FormField,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    text,
)
from tests.renderers.pdf_reading import LONG, heard, pages_of, rendered, words_of


def test_words_at_the_end_of_a_line_stay_apart_for_those_who_listen() -> None:
    listened = heard(rendered(Paragraph(text(LONG)), Callout(text(LONG), title="Note")))
    assert LONG.strip() in listened
    assert "Note " + LONG.strip() in listened


def test_a_row_is_read_cell_by_cell() -> None:
    columns = (Column("a", "What"), Column("b", "Why"))
    row = Row((text("first cell " * 20), text("second cell " * 20)))
    assert "first cell " * 20 + "second cell" in heard(rendered(Table(columns, (row,))))


@pytest.mark.parametrize(
    "words",
    ["AT&T <b>bold", "{{ x }} {% y %}", "<img src=/etc/passwd>", "(a) \\ (b", "Société Łódź Ωμέγα Привет", "→ ✓ ☐ “q”"],
)
def test_text_is_never_read_as_markup(words: str) -> None:
    table = Table((Column("a", words),), (Row((text(words),)),), title=words)
    data = rendered(Heading(text(words)), Paragraph(text(words)), table, title=words, company=words, footer=words)
    assert words_of(data).count(words) >= 7


@pytest.mark.parametrize(
    ("words", "seen"),
    [("中文公司名称 日本語テスト", "中文公司名称"), ("עברית", "עברית"), ("مرحبا", "مرحبا")],
    ids=["east asian", "hebrew", "arabic"],
)
def test_other_scripts_are_drawn_with_an_embedded_face_and_can_be_copied(words: str, seen: str) -> None:
    data = rendered(Paragraph(text(words)))
    assert seen in words_of(data)
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor")


def test_controls_and_half_characters_are_left_out() -> None:
    found = words_of(rendered(Paragraph(text("a\x00b\x0bc\x1bd \ud800 e\u202ef")), keywords=("\udfff",)))
    assert "ab cd" in found
    assert "ef" in found


@pytest.mark.parametrize("blank", [(), (Run(""),), (Run("   "),), (Run("\n\n"),)])
def test_blocks_without_words_do_no_harm(blank: tuple[Run, ...]) -> None:
    data = rendered(
        Heading(blank), Paragraph(blank), Clause("c", blank), Bullets((ListItem(blank),)),
        Checklist((ListItem(blank),)),
        Table((Column("a", ""),), (Row((blank,)), Row(()))), Table((), ()), Callout(blank), Form(()), SignOff(()),
        Form((FormField("", value=blank),)), cover=(), company="", subtitle="", status="", footer="",
    )  # fmt: skip
    assert len(pages_of(data)) == 2


def test_a_word_of_ten_thousand_letters_is_cut_and_stays_on_the_page() -> None:
    table = Table((Column("a", "Id"), Column("b", "Long")), (Row((text("ACC-07"), text("W" * 10_000))),))
    document = pypdfium2.PdfDocument(rendered(Paragraph(text("x" * 10_000)), table))
    assert sum(page.get_textpage().get_text_range().count("W") for page in document) == 10_000
    assert sum(page.get_textpage().get_text_range().count("x") for page in document) == 10_000
    for page in document:
        edges = [item.get_bounds() for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert all(left >= 60 and bottom >= 30 and right <= 552 and top <= 762 for left, bottom, right, top in edges)
