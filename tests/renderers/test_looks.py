"""The three looks differ to the eye and in nothing else: same words, same structure, marks where no text is."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import etree
from openpyxl import load_workbook

from soc2desk.document.blocks import Audience, Look
from soc2desk.domain.looks import FONTS, STYLES
from soc2desk.packet.drawing import RENDERERS, draw
from soc2desk.storage.pictures import printable
from tests.drawn import png
from tests.renderers.every_kind import document, register
from tests.renderers.pdf_reading import tags_of

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document

MARKS = Look(confidential="For Northpier & its auditor", footer="Harbour <Advisory>", draft_mark=True)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def heads(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("word/header"))
        return "|".join("".join(etree.fromstring(archive.read(name)).itertext()) for name in names)


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("font", ["", *FONTS])
def test_every_look_draws_everything_the_same_way_twice_and_unlike_the_others(kind: str, font: str) -> None:
    drawn = {style: draw(kind, document(), Look(style=style, font=font)) for style in STYLES}
    assert drawn["modern"] == draw(kind, document(), Look(style="modern", font=font))
    assert len(set(drawn.values())) == (1 if kind == "md" else 3)


@pytest.mark.parametrize("made", [document(), register()], ids=["document", "register"])
def test_looks_hold_the_same_structure(made: Document) -> None:
    structures = {style: tags_of(draw("pdf", made, Look(style=style))) for style in STYLES}
    assert structures["plain"] == structures["modern"] == structures["classic"]
    bodies = {part(draw("docx", made, Look(style=style)), "word/document.xml") for style in STYLES}
    texts = {"".join(etree.fromstring(body).itertext()) for body in bodies}
    assert len(texts) == 1


def test_an_unknown_look_or_font_is_the_plain_one() -> None:
    assert draw("pdf", document(), Look(style="baroque", font="comic")) == draw("pdf", document(), Look())
    assert draw("docx", document(), Look(style="../../etc")) == draw("docx", document(), Look())


@pytest.mark.parametrize("style", STYLES)
def test_every_page_of_a_pdf_says_draft_confidential_and_the_line_of_the_firm(style: str) -> None:
    data = draw("pdf", document(), replace(MARKS, style=style))
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage().get_text_range()
        assert "For Northpier & its auditor" in text
        assert "Harbour <Advisory>" in text


def test_marks_are_no_part_of_what_is_read_aloud() -> None:
    assert tags_of(draw("pdf", document(), MARKS)) == tags_of(draw("pdf", document(), Look()))
    assert b'<div class="marks" aria-hidden="true">' in draw("html", document(), MARKS)


def test_the_marks_stand_at_the_head_of_word_pages_and_of_printed_sheets() -> None:
    assert heads(draw("docx", document(), MARKS)).count("For Northpier & its auditor") == 2
    book = load_workbook(BytesIO(draw("xlsx", register(), MARKS)))
    for sheet in book.worksheets:
        assert "For Northpier" in (sheet.oddHeader.center.text or "")
        assert "Harbour <Advisory>" in (sheet.oddFooter.left.text or "")


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_a_final_document_bears_no_draft_mark_and_a_paper_for_customers_is_not_confidential(kind: str) -> None:
    final = replace(document(), status="Final")
    only_draft = Look(draft_mark=True)
    assert draw(kind, final, only_draft) == draw(kind, final, Look())
    letter = replace(document(), audience=Audience.CUSTOMER)
    secret = Look(confidential="Secret")
    assert draw(kind, letter, secret) == draw(kind, letter, Look())


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "xlsx"])
def test_the_logo_of_the_firm_stands_beside_its_name(kind: str) -> None:
    look = Look(prepared_by="Harbour Advisory", firm_logo=printable(png()), logo=printable(png(200, 100)))
    made = register() if kind == "xlsx" else document()
    data = draw(kind, made, look)
    assert data == draw(kind, made, look)
    if kind == "pdf":
        assert data.count(b"/Subtype /Image") == 2
    elif kind == "html":
        assert b'alt="Logo of Harbour Advisory"' in data
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            media = [name for name in archive.namelist() if "/media/" in name]
        assert len([name for name in media if "picture" not in name]) == 2


@pytest.mark.parametrize("style", STYLES)
def test_long_names_stay_inside_the_margins_of_a_cover(style: str) -> None:
    long = "Extraordinarily Long Company Name of Sixty Characters Indeed"
    made = replace(document(), company=long, title=f"{long} policy of {long}", subtitle=long * 3)
    for page in pypdfium2.PdfDocument(draw("pdf", made, replace(MARKS, style=style, confidential=long * 3))):
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert min(left for left, *_ in boxes if left) > 40
        assert max(right for _, _, right, _ in boxes) < page.get_width() - 40
