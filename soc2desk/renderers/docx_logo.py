"""The logo in a Word document: a picture in its line, with words for who cannot see it, and its file in the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from soc2desk.renderers.docx_text import escaped, paragraph

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from soc2desk.renderers.logo import Logo

STYLE = "BodyText"
KEY, FIRM_KEY = "rLogo", "rFirmLogo"
_FILES = {KEY: "logo", FIRM_KEY: "firm-logo"}
_UNITS = 12_700  # a point in the units of drawings
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
_AIR = 1900  # above the company's name on a cover, in twentieths of a point; the logo stands in it
UNDER_LOGO = '<w:spacing w:before="0" w:after="480"/>'
"""What the paragraph under the logo of a cover page has instead of that air."""
NEAR_LOGO = '<w:spacing w:before="360"/>'
"""The same where lines or an area stand around that name; what is below it stays as the style has it."""
_OVER_NAME, _OVER_TITLE = 400, 120


def on_cover(logo: Logo, *, centred: bool) -> str:
    """Return the logo for a cover page; the name of the company stands where it stands without one."""
    return _logo_xml(
        logo, max(0, _AIR - _OVER_NAME - round(logo.height * 20)), _OVER_NAME, side="center" if centred else ""
    )


def on_head(logo: Logo) -> str:
    """Return the logo for the head of a form or register."""
    return _logo_xml(logo, 0, _OVER_TITLE)


def of_firm(logo: Logo, *, centred: bool) -> str:
    """Return the logo of who prepared a document, for the foot of its cover page."""
    return _logo_xml(logo, _OVER_NAME, 0, FIRM_KEY, "center" if centred else "left")


def _logo_xml(logo: Logo, before: int, after: int, key: str = KEY, side: str = "") -> str:
    at = 1 + list(_FILES).index(key)
    size = f'cx="{round(logo.width * _UNITS)}" cy="{round(logo.height * _UNITS)}"'
    named = f'name="{"Logo" if key == KEY else "Firm logo"}" descr="{escaped(logo.said)}"'
    return paragraph(
        STYLE,
        f'<w:r><w:drawing><wp:inline {_SPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{at}" {named}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>",
        place=f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        + (f'<w:jc w:val="{side}"/>' if side else ""),
        keep=key == KEY,
    )


def add_logo(word: WordDocument, logo: Logo | None, key: str = KEY) -> None:
    """Put the file of a logo into the package."""
    if logo is None:
        return
    name = PackURI(f"/word/media/{_FILES[key]}.{logo.picture.suffix}")
    part = Part(name, f"image/{logo.picture.kind}", logo.raw, word.part.package)
    word.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, key)
