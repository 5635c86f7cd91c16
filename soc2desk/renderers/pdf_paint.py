"""A page as PDF drawing operators: boxes first, then words, each marked with the element it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.renderers.pdf_letters import Letters, number
from soc2desk.renderers.pdf_marks import Box
from soc2desk.renderers.pdf_tags import Content, Element

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

    from soc2desk.renderers.logo import Logo
    from soc2desk.renderers.pdf_marks import Drawing, Figure, Page, Shape, Words

LOGO_NAME = "/Logo"
_DEEP = 0.24  # of the size: how far letters reach under their feet
_TALL = 0.78


@dataclass(frozen=True, slots=True)
class Area:
    """Where a link can be pressed: left, bottom, right, top, its words, its target and its element."""

    corners: tuple[float, float, float, float]
    said: str
    target: str
    element: Element


@dataclass(slots=True)
class Painted:
    """A page's operators, the elements of its marked content by number, and its links."""

    code: list[bytes] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    logos: dict[str, Logo] = field(default_factory=dict)  # by their names among the resources of the page


def painted(page: Page, at: int, file: PDFDocument) -> Painted:
    """Return the operators of a page; `at` is its number from 0, `file` the reportlab document that holds the fonts."""
    paint = Painted()
    _boxes([*page.boxes, *_behind(page)], paint)
    for figure, foot in page.figures:
        _figure(figure, foot, at, paint)
    _drawings(page, at, paint)
    letters = Letters(file, paint.code)
    open_element: Element | None = None
    opened = False
    for words, feet in _in_reading_order(page):
        element = words.ink.element
        if not opened or element is not open_element:
            if opened:
                paint.code.append(b"ET EMC")
            _open(element, at, paint)
            opened, open_element = True, element
        letters.draw(words, feet)
        if words.ink.target and element:
            paint.areas.append(Area(_corners(words, feet), words.text, words.ink.target, element))
    if opened:
        paint.code.append(b"ET EMC")
    return paint


def _in_reading_order(page: Page) -> list[tuple[Words, float]]:
    """Return the words of a page block by block: a row is laid line by line, but read cell by cell."""
    blocks: dict[Element | None, list[tuple[Words, float]]] = {}
    for words, feet in page.words:
        element = words.ink.element
        blocks.setdefault(_block_of(element) if element else None, []).append((words, feet))
    return [placed for block in blocks.values() for placed in block]


def _block_of(element: Element) -> Element:
    """Return what is read as one: the paragraph around a link, the cell around its paragraphs."""
    if element.tag == "Link" and element.parent:
        element = element.parent
    in_cell = element.parent is not None and element.parent.tag in {"TH", "TD"}
    return element.parent if in_cell and element.parent else element


def _figure(figure: Figure, foot: float, at: int, paint: Painted) -> None:
    """Draw a logo and tell its element where it stands and what is said of it."""
    logo, name = figure.logo, f"{LOGO_NAME}{len(paint.logos) + 1}" if paint.logos else LOGO_NAME
    paint.logos[name] = logo
    corners = (figure.x, foot, figure.x + logo.width, foot + logo.height)
    figure.element.attributes = f"{_spoken(logo.said)} {_placed(corners)}"
    place = " ".join(number(value) for value in (logo.width, 0.0, 0.0, logo.height, figure.x, foot))
    mark = _marked(figure.element, at, paint)
    paint.code.append(f"/Figure <</MCID {mark}>> BDC q {place} cm {name} Do Q EMC".encode("ascii"))


def _spoken(words: str) -> str:
    spoken = (b"\xfe\xff" + words.encode("utf-16-be", "replace")).hex()
    return f"/Alt <{spoken}>"


def _placed(corners: tuple[float, float, float, float]) -> str:
    return f"/A << /O /Layout /Placement /Block /BBox [{' '.join(number(value) for value in corners)}] >>"


def _drawings(page: Page, at: int, paint: Painted) -> None:
    """Draw the parts of each figure that stand on a page as one; only a figure on one page has an area of its own."""
    parts: dict[Element, list[tuple[Drawing, float]]] = {}
    for drawing, top in page.drawings:
        parts.setdefault(drawing.element, []).append((drawing, top))
    for element, drawn in parts.items():
        goes_on = any(isinstance(kid, Content) for kid in element.kids)
        points = [(x, top - y) for one, top in drawn for shape in one.shapes for x, y in shape.corners]
        element.attributes = _spoken(drawn[0][0].said)
        if points and not goes_on:
            across, up = [x for x, _ in points], [y for _, y in points]
            element.attributes += f" {_placed((min(across), min(up), max(across), max(up)))}"
        paint.code.append(f"/Figure <</MCID {_marked(element, at, paint)}>> BDC q 0.8 w".encode("ascii"))
        paint.code += [_shape(shape, top) for one, top in drawn for shape in one.shapes]
        paint.code.append(b"Q EMC")


def _shape(shape: Shape, top: float) -> bytes:
    ways = [f"{number(x)} {number(top - y)} {'l' if at else 'm'}" for at, (x, y) in enumerate(shape.corners)]
    colours = f"{shape.fill} rg " * bool(shape.fill) + f"{shape.edge} RG {_pen(shape)} " * bool(shape.edge)
    operator = {(True, True): "b", (True, False): "f", (False, True): "s", (False, False): "n"}
    drawn = "S" if shape.is_open else f"h {operator[bool(shape.fill), bool(shape.edge)]}"
    return f"{colours}{' '.join(ways)} {drawn}".encode("ascii")


def _pen(shape: Shape) -> str:
    return f"{number(shape.thick)} w [{'3 2' if shape.dashed else ''}] 0 d"


def _open(element: Element | None, at: int, paint: Painted) -> None:
    if element is None:
        paint.code.append(b"/Artifact <</Type /Pagination>> BDC BT")
        return
    mark = _marked(element, at, paint)
    paint.code.append(f"/{element.tag} <</MCID {mark}>> BDC BT".encode("ascii"))


def _marked(element: Element, at: int, paint: Painted) -> int:
    """Return the number of a new stretch of marked content of an element."""
    element.appear()
    mark = len(paint.elements)
    element.kids.append(Content(at, mark))
    paint.elements.append(element)
    return mark


def _behind(page: Page) -> list[Box]:
    """Return the areas behind words and the lines under them."""
    found = []
    for words, feet in page.words:
        ink = words.ink
        if ink.behind:
            low, high = feet - ink.size * _DEEP, ink.size * (_DEEP + _TALL)
            found.append(Box(words.x - 1.0, low, words.seen + 2.0, high, ink.behind))
        if ink.under:
            found.append(Box(words.x, feet - 1.8, words.seen, 0.5, ink.under))
    return found


def _corners(words: Words, feet: float) -> tuple[float, float, float, float]:
    size = words.ink.size
    return words.x, feet - size * _DEEP, words.x + words.width, feet + size * _TALL


def _boxes(boxes: list[Box], paint: Painted) -> None:
    if not boxes:
        return
    paint.code.append(b"/Artifact <</Type /Layout>> BDC 0.8 w")
    colour = ""
    for box in boxes:
        operator = "RG" if box.stroke else "rg"
        if box.stroke or box.colour != colour:
            paint.code.append(f"{box.colour} {operator}".encode("ascii"))
            colour = colour if box.stroke else box.colour
        corner = " ".join(number(value) for value in (box.x, box.drop, box.width, box.height))
        paint.code.append(f"{corner} re {'S' if box.stroke else 'f'}".encode("ascii"))
    paint.code.append(b"EMC")
