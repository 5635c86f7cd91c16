"""A picture in a Word document: SVG for Word, the same as points for programs that draw none, and words for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from soc2desk.renderers.docx_fields import FIGURE, counted
from soc2desk.renderers.docx_text import escaped, paragraph, shortened, span
from soc2desk.renderers.picture_png import png_file
from soc2desk.renderers.picture_svg import svg_file
from soc2desk.renderers.picture_words import spoken

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from soc2desk.document.blocks import Look, Picture
    from soc2desk.renderers.docx_writing import Writing

_UNITS = 12_700  # a point in the units of drawings
_HEADED = 107.0  # points: what a heading and a caption over a picture take of a page
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
_SVG = 'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_FIRST = 100  # the number of the first picture; the logo has a smaller one
_LONGEST_TITLE = 250


def picture_xml(picture: Picture, writing: Writing) -> str:
    """Return the caption of a picture and the picture under it, and note its files to be packed."""
    writing.pictures.append(picture)
    number = len(writing.pictures)
    sketch, (wide, tallest) = picture.sketch, picture_room(writing)
    scale = min(1.0, wide / sketch.width, tallest / sketch.height)
    size = f'cx="{round(sketch.width * scale * _UNITS)}" cy="{round(sketch.height * scale * _UNITS)}"'
    title = escaped(shortened(picture.title, _LONGEST_TITLE))
    named = f'name="{title}" descr="{escaped(spoken(picture))}"'
    svg = f'<asvg:svgBlip {_SVG} r:embed="{_key(number, "svg")}"/>'
    extra = f'<a:extLst><a:ext uri="{_SVG_EXTENSION}">{svg}</a:ext></a:extLst>'
    inside = (
        f'<w:r><w:drawing><wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{_FIRST + number}" {named}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{_FIRST + number}" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_key(number, "png")}">{extra}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    place = '<w:spacing w:before="60" w:after="200" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
    caption = paragraph("Caption", counted(FIGURE) + span(picture.title), words=picture.title, keep=True)
    return caption + paragraph("BodyText", inside, place=place)


def picture_room(writing: Writing) -> tuple[float, float]:
    """Return how wide and how high a picture can be under its heading, in points."""
    return writing.width / 20, writing.height / 20 - _HEADED


def add_pictures(word: WordDocument, writing: Writing, look: Look) -> None:
    """Put the files of all pictures into the package."""
    for number, picture in enumerate(writing.pictures, 1):
        files = {"png": png_file(picture.sketch, look), "svg": svg_file(picture.sketch, look, picture.title)}
        for ending, raw in files.items():
            kind = "image/svg+xml" if ending == "svg" else f"image/{ending}"
            part = Part(PackURI(f"/word/media/picture{number}.{ending}"), kind, raw, word.part.package)
            word.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, _key(number, ending))


def _key(number: int, ending: str) -> str:
    return f"rPicture{number}{ending}"
