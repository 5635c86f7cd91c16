"""The logo stands on every cover in every format, in its own proportions, with words for who cannot see it."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from soc2desk.document.blocks import Look
from soc2desk.domain.problems import ContentProblem
from soc2desk.packet.drawing import RENDERERS, draw
from soc2desk.renderers.logo import COVER, HEAD, logo_of
from soc2desk.storage.pictures import printable
from tests.drawn import art, jpeg, packed, png
from tests.renderers.every_kind import document, register

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.document.blocks import Document

LOGOS = {"png": printable(png()), "jpeg": printable(jpeg())}
SHOWN = tuple(kind for kind in RENDERERS if kind != "md")
"""Formats with a cover; a text to paste has no pictures."""
RECORD = replace(document(), kind="record")
MILLIMETRE = 72 / 25.4
BOX = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def placed(width: int, height: int, room: tuple[float, float] = COVER) -> tuple[float, float]:
    logo = logo_of(document(), Look(logo=packed(art(width, height, "RGB"))), room)
    assert logo is not None
    return round(logo.width / MILLIMETRE, 1), round(logo.height / MILLIMETRE, 1)


@pytest.mark.parametrize(
    ("size", "millimetres"),
    [
        ((1000, 100), (50.0, 5.0)),
        ((100, 1000), (2.0, 20.0)),
        ((600, 600), (20.0, 20.0)),
        ((16, 16), (4.2, 4.2)),
    ],
)
def test_a_logo_keeps_its_proportions_within_fifty_by_twenty_millimetres(
    size: tuple[int, int], millimetres: tuple[float, float]
) -> None:
    assert placed(*size) == millimetres
    assert all(small <= large for small, large in zip(placed(*size, HEAD), millimetres, strict=True))


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("logo", LOGOS.values(), ids=LOGOS)
def test_the_same_logo_gives_the_same_bytes_and_none_gives_others(kind: str, logo: bytes) -> None:
    drawn = draw(kind, document(), Look(logo=logo))
    assert draw(kind, document(), Look(logo=logo)) == drawn
    assert draw(kind, document(), Look()) != drawn


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("logo", [b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg/>"])
def test_bytes_that_are_no_picture_are_refused(kind: str, logo: bytes) -> None:
    with pytest.raises(ContentProblem):
        draw(kind, document(), Look(logo=logo))


def pictures_of(data: bytes) -> list[tuple[int, tuple[float, ...], Image.Image]]:
    """Return page, corners in points and points of each picture of a PDF."""
    wanted = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    return [
        (at, item.get_bounds(), item.get_bitmap().to_pil())
        for at, page in enumerate(pypdfium2.PdfDocument(data))
        for item in page.get_objects(filter=wanted)
    ]


@pytest.mark.parametrize("made", [document(), RECORD, register()], ids=["cover", "record", "register"])
@pytest.mark.parametrize("logo", LOGOS.values(), ids=LOGOS)
def test_a_pdf_shows_it_on_the_first_page_alone_inside_the_margins(made: Document, logo: bytes) -> None:
    data = draw("pdf", made, Look(logo=logo))
    ((page, (left, bottom, right, top), picture),) = pictures_of(data)
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    assert page == 0
    assert (right - left) / (top - bottom) == pytest.approx(3, rel=0.01)
    assert 40 < left < right < width - 40
    assert 0 < bottom < top < height - 8
    original = Image.open(io.BytesIO(logo)).convert("RGB")
    assert picture.size == original.size
    assert picture.convert("RGB").getpixel((50, 50))[0] > 240


def test_a_pdf_says_what_the_picture_is_and_where() -> None:
    data = draw("pdf", document(), Look(logo=LOGOS["png"]))
    (spoken, area) = re.findall(rb"/S /Figure /P \d+ 0 R /Pg \d+ 0 R /Alt <(\w+)> .*?/BBox \[([^\]]+)\]", data)[0]
    assert bytes.fromhex(spoken.decode()).decode("utf-16") == "Logo of Électro & Café Inc."
    ((_, bounds, _),) = pictures_of(data)
    assert [float(part) for part in area.split()] == pytest.approx(bounds, abs=0.1)
    assert b"/Figure" not in draw("pdf", register(), Look())


def test_no_word_of_a_pdf_stands_on_the_logo() -> None:
    for made in (document(), RECORD, register()):
        longest = replace(made, title="A title that takes more than one line of a page " * 4)
        data = draw("pdf", longest, Look(logo=LOGOS["png"]))
        ((_, bounds, _),) = pictures_of(data)
        assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded(*bounds).strip() == ""


@pytest.mark.parametrize("made", [document(), RECORD, register()], ids=["cover", "record", "register"])
@pytest.mark.parametrize("kind", LOGOS)
def test_a_word_file_holds_it_in_real_size_with_words(made: Document, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(draw("docx", made, Look(logo=LOGOS[kind])))
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        held = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/media/logo")}
    assert held == {f"word/media/logo.{'jpg' if kind == 'jpeg' else kind}": LOGOS[kind]}
    inline = next(body.iter(f"{BOX}inline"))
    extent, about = inline.find(f"{BOX}extent"), inline.find(f"{BOX}docPr")
    assert extent is not None
    assert about is not None
    assert about.get("descr") == "Logo of Électro & Café Inc."
    wide, high = (int(extent.get(side)) / 12_700 / MILLIMETRE for side in ("cx", "cy"))
    assert wide / high == pytest.approx(3, rel=0.01)
    assert wide <= 50.1
    report = OpenXmlValidator().validate(str(file))
    assert [str(error) for error in report.errors] == []


def test_a_web_page_carries_it_inside_itself() -> None:
    page = draw("html", document(), Look(logo=LOGOS["png"])).decode()
    (source, said) = re.findall(r'<img class="logo" src="data:image/png;base64,([^"]+)" alt="([^"]+)"', page)[0]
    assert b64decode(source) == LOGOS["png"]
    assert said == "Logo of Électro &amp; Café Inc."
    assert "img-src data:" in page
    without = draw("html", document(), Look()).decode()
    assert "<img" not in without


def test_hostile_names_stay_text() -> None:
    made = replace(document(), company='"><script>alert(1)</script>\x00\ud800')
    for kind in SHOWN:
        drawn = draw(kind, made, Look(logo=LOGOS["png"]))
        assert b"<script>" not in drawn


def test_a_workbook_shows_it_above_the_words_of_its_first_sheet(tmp_path: Path) -> None:
    data = draw("xlsx", register(), Look(logo=LOGOS["jpeg"]))
    book = openpyxl.load_workbook(io.BytesIO(data))
    (picture,) = book.worksheets[0]._images
    assert picture.anchor._from.row == 0
    assert book.worksheets[0]["A1"].value is None
    assert book.worksheets[0]["A2"].value == "Vendor register"
    assert picture.anchor.to.row == 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'descr="Logo of Électro &amp; Café Inc."' in archive.read("xl/drawings/drawing1.xml").decode()
    file = tmp_path / "a.xlsx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
