"""A picture in every format: drawn where a format draws, told in words everywhere, and the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from lxml import etree

from soc2desk.document.blocks import Look, Picture
from soc2desk.domain.sketches import Anchor, Lettering, Paint, Panel, Sketch
from soc2desk.renderers import html, plain, screen
from soc2desk.renderers.picture_colours import web_colours
from soc2desk.renderers.picture_png import png_file
from soc2desk.renderers.picture_svg import svg_file
from tests.renderers.every_kind import LOOK, PICTURE, VENDORS
from tests.renderers.pdf_reading import pages_of, rendered, tags_of, words_of
from tests.renderers.word_file import HOSTILE, made, parts
from tests.renderers.workbook_file import opened

SPOKEN = "Users & <staff> send data to the service. Users & <staff>: data"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def test_a_pdf_holds_shapes_and_real_words_in_one_figure_with_all_that_is_said() -> None:
    data = rendered(PICTURE)
    assert tags_of(data).count(b"Figure") == 1
    assert "Who sends <what>" in words_of(data)
    assert "Users & <staff>" in words_of(data)
    (spoken,) = re.findall(rb"/S /Figure [^>]*/Alt <feff(\w+)>", data)
    assert bytes.fromhex(spoken.decode()).decode("utf-16-be") == SPOKEN


def test_a_picture_that_is_too_tall_is_made_smaller_and_never_cut() -> None:
    tall = Sketch(300, 3000, tuple(Lettering(5, 20 + at * 29, f"Line {at} of it") for at in range(100)))
    data = rendered(replace(PICTURE, sketch=tall))
    inside = [page for page in pages_of(data) if "Line 0 of it" in page]
    assert len(inside) == 1
    assert "Line 99 of it" in inside[0]


def test_a_word_file_holds_it_as_svg_with_points_beside_and_words_for_both() -> None:
    files = parts(made(PICTURE))
    body = etree.fromstring(files["word/document.xml"])
    (about,) = body.iter(f"{PLACE}docPr")
    assert about.get("descr") == SPOKEN
    (blip,) = body.iter(f"{DRAWING}blip")
    (svg,) = body.iter(f"{SVG}svgBlip")
    kept = etree.fromstring(files["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in kept}
    assert files[f"word/{targets[blip.get(EMBED)]}"].startswith(b"\x89PNG")
    assert etree.fromstring(files[f"word/{targets[svg.get(EMBED)]}"]).tag.endswith("}svg")
    assert b'Extension="svg" ContentType="image/svg+xml"' in files["[Content_Types].xml"]


def test_a_web_page_draws_it_inside_itself_with_a_title_and_a_description() -> None:
    page = html.render(made(PICTURE), LOOK).decode()
    (figure,) = re.findall(r'<figure class="picture" id="flow">.*?</figure>', page)
    assert 'role="img" aria-labelledby="flow-title flow-told"' in figure
    assert f'<desc id="flow-told">{escape(SPOKEN)}</desc>' in figure
    drawing = re.search(r"<svg.*</svg>", figure)
    assert drawing
    assert etree.fromstring(drawing.group()) is not None


def test_text_and_the_screen_tell_it_in_words_and_a_workbook_leaves_it_out() -> None:
    document = made(PICTURE)
    for told in (plain.render(document, Look()).decode(), screen.render(document)):
        said = told.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("\\", "")
        assert "Users & <staff> send data to the service." in said
        assert "Users & <staff>: data" in said
    sheets = opened(made(PICTURE, VENDORS))
    assert not any("send data" in str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row)


def test_hostile_words_stay_words() -> None:
    sketch = Sketch(200, 40, (Lettering(5, 20, f"</svg><script>{HOSTILE}"), Panel(0, 0, 9, 9, Paint.TINT)))
    hostile = replace(PICTURE, sketch=sketch, title=f"<script>{HOSTILE}", said=HOSTILE, points=(HOSTILE,))
    page = html.render(made(hostile), Look()).decode()
    assert "<script>" not in page
    assert etree.fromstring(svg_file(sketch, Look(), HOSTILE)) is not None
    assert parts(made(hostile))["word/document.xml"]
    assert png_file(sketch, Look()).startswith(b"\x89PNG")
    assert rendered(hostile)


def test_the_points_are_the_same_each_time_and_as_large_as_the_sheet() -> None:
    one, other = (png_file(PICTURE.sketch, LOOK) for _ in range(2))
    assert one == other
    file = parts(made(PICTURE))["word/media/picture1.png"]
    assert file.startswith(b"\x89PNG")
    assert int.from_bytes(file[16:20]) == round(PICTURE.sketch.width * 2.5)


def test_words_of_every_script_are_drawn() -> None:
    def inked(words: str) -> int:
        drawn = png_file(Sketch(120, 30, (Lettering(60, 20, words, 10, Anchor.MIDDLE),)), Look())
        return len(drawn)

    empty = inked("")
    assert all(inked(words) > empty + 100 for words in ("Ωμέγα", "Привет", "שלום", "سلام", "ไทย", "हिंदी"))


def test_words_can_be_read_on_every_paint_they_stand_on() -> None:
    for accent in ("#7a2048", "#ffe000", "#1f5fa8", "#000000"):
        inks = web_colours(Look(accent=accent))
        for paper in (Paint.PAPER, Paint.TINT, Paint.FAINT, Paint.PALE_GOOD, Paint.PALE_WARN, Paint.PALE_BAD):
            for ink in (Paint.INK, Paint.MUTED):
                assert _contrast(inks[ink], inks[paper]) >= 4.5, (accent, ink, paper)
        assert _contrast(inks[Paint.ACCENT], inks[Paint.PAPER]) >= 4.5, accent
        assert _contrast(inks[Paint.ACCENT], inks[Paint.TINT]) >= 4.5, accent
        assert _contrast(inks[Paint.BAD], inks[Paint.PAPER]) >= 4.5, accent


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts_ = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_same_picture_gives_the_same_files() -> None:
    assert rendered(PICTURE) == rendered(PICTURE)
    assert parts(made(PICTURE)) == parts(made(PICTURE))
    assert isinstance(PICTURE, Picture)
