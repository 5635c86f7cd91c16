"""Names in many scripts: drawn as letters, in their order, and copied out as they were written."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from soc2desk.document.blocks import Paragraph, Run, text
from soc2desk.renderers import font_search, pdf_fonts, pdf_shaping, pdf_text
from tests.renderers.made_font import made_font
from tests.renderers.pdf_reading import operators_of, rendered, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGED = {
    "french": "Zoé Lévesque-Côté, Œuvre",
    "greek": "Ελένη Παπαδοπούλου",
    "cyrillic": "Наталія Шевченко",
    "vietnamese": "Nguyễn Thị Hương",
    "accents apart": "Zoe\u0301 A\u030arne",
    "hebrew": "יעל בן־דוד",
    "arabic": "محمد عبد الله الأمين",
    "thai": "สมชาย น้ำใจดี",
    "devanagari": "क्षितिज श्रीवास्तव",
}
BROUGHT = {"chinese": "王小明", "japanese": "山田 太郎 さくら", "korean": "김민수 한글", "emoji": "🚀🔒"}
SIGNS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
"""Signs of direction, which readers of PDF add."""


@pytest.fixture
def every_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with one more font, which has the letters of BROUGHT."""
    made_font(tmp_path / "Brought.ttf", "".join(sorted(set("".join(BROUGHT.values())) - {" "})))
    monkeypatch.setenv(font_search.EXTRA, str(tmp_path))
    yield from _alone()


@pytest.fixture
def no_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer without any font."""
    monkeypatch.delenv(font_search.EXTRA, raising=False)
    monkeypatch.setattr(font_search, "_folders_of", lambda _: ())
    monkeypatch.setattr(font_search, "_BROUGHT", ())
    yield from _alone()


def _alone() -> Iterator[None]:
    kept = (font_search._places, pdf_fonts._named, pdf_text._width)
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


def page_of(*names: str) -> bytes:
    """Return a page with each name alone on a line, plain and bold.

    On a line with words of both directions pdfium gives the words of a name from right to left in the order of sight.
    """
    return rendered(*(Paragraph((Run(name, bold=bold),)) for name in names for bold in (False, True)))


def copied_by_poppler(data: bytes, folder: Path) -> str:
    """Return the text that poppler reads; skip where it is not installed."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    (folder / "page.pdf").write_bytes(data)
    made = subprocess.run([reader, str(folder / "page.pdf"), "-"], capture_output=True, check=True)
    return " ".join(made.stdout.decode().translate(SIGNS).split())


@pytest.mark.parametrize("name", PACKAGED.values(), ids=PACKAGED)
def test_a_name_can_be_copied_as_it_was_written(name: str, tmp_path: Path) -> None:
    data = page_of(name)
    assert words_of(data).count(name) == 2
    assert copied_by_poppler(data, tmp_path).count(name) == 2


@pytest.mark.usefixtures("every_font")
@pytest.mark.parametrize("name", BROUGHT.values(), ids=BROUGHT)
def test_letters_of_a_font_of_this_computer_can_be_copied_beyond_the_basic_plane_too(name: str, tmp_path: Path) -> None:
    data = page_of(name)
    assert b"+Brought" in data
    assert words_of(data).count(name) == 2
    assert copied_by_poppler(data, tmp_path).count(name) == 2


@pytest.mark.usefixtures("no_font")
def test_a_letter_without_a_font_shows_as_a_sign_and_is_copied_as_it_was_written(tmp_path: Path) -> None:
    data = page_of("Team 🚀 Ж")
    assert words_of(data).count("Team 🚀 Ж") == 2
    assert copied_by_poppler(data, tmp_path).count("Team 🚀 Ж") == 2


@pytest.mark.usefixtures("no_font")
def test_letters_without_a_font_are_told_once_and_only_those() -> None:
    assert pdf_fonts.missing("Zoé 王小王 🚀\n Ελένη \u200d") == "王小🚀"


@pytest.mark.usefixtures("every_font")
def test_a_font_put_into_the_named_folder_ends_the_lack() -> None:
    assert pdf_fonts.missing("".join(BROUGHT.values())) == ""


@pytest.mark.parametrize("name", PACKAGED.values(), ids=PACKAGED)
def test_no_packaged_script_is_drawn_as_boxes(name: str) -> None:
    """Glyph 0 of a font is the box for what it lacks."""
    for face, words in pdf_fonts.parts(name, pdf_fonts.chain()):
        row = pdf_shaping.shaped(face, words, leftward=False)
        assert all(face.font.face.charToGlyph[ord(glyph.char)] for glyph in row.glyphs)


def test_letters_of_arabic_join() -> None:
    (face, _), *_ = pdf_fonts.parts("ب", pdf_fonts.chain())
    glyphs = [face.font.face.charToGlyph[ord(g.char)] for g in pdf_shaping.shaped(face, "بببب", leftward=True).glyphs]
    assert len(set(glyphs)) == 3, "the first, those between, and the last"


def test_a_name_from_right_to_left_stands_so_and_the_words_around_it_do_not() -> None:
    data = rendered(Paragraph(text("Held by יעל from Monday")))
    page = pypdfium2.PdfDocument(data)[1].get_textpage()
    read = page.get_text_range()
    x = {letter: page.get_charbox(read.index(letter))[0] for letter in ("H", "\u05d9", "\u05dc", "M")}
    assert x["H"] < x["\u05dc"] < x["\u05d9"] < x["M"]


def test_a_text_from_right_to_left_ends_at_the_right_margin() -> None:
    page = pypdfium2.PdfDocument(rendered(Paragraph(text("יעל"))))[1]
    read = page.get_textpage().get_text_range()
    assert page.get_textpage().get_charbox(read.index("\u05d9"))[2] == pytest.approx(page.get_width() - 66, abs=2)


@pytest.mark.parametrize("name", ["क्षि" * 80, "ก็" * 120, "محمد" * 90, "ע" * 300, "e\u0301" * 300])
def test_a_long_word_of_any_script_is_cut_between_letters_and_stays_on_the_page(name: str) -> None:
    page = pypdfium2.PdfDocument(rendered(Paragraph(text(name))))[1]
    boxes = [item.get_bounds() for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
    assert all(left >= 60 and right <= 552 for left, _, right, _ in boxes)
    assert len({round(bottom) for _, bottom, _, _ in boxes}) > 3


def test_a_name_that_needs_no_shaping_is_drawn_in_one_go() -> None:
    assert operators_of(rendered(Paragraph(text("Zoé Lévesque")))).count(b"Zo") == 1
