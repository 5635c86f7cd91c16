"""Pages as pictures: no empty page, no ink in the margin, no heading alone at the foot, no words over other words."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Any

from tools.validation.validator import Validator, each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DPI = 100
_PAPER = 250  # the grey value, out of 255, from which on a point is paper
_MARGIN = 18.0  # points at every edge in which nothing may stand: a quarter of an inch, which printers leave white
_OVERLAP = 2.0  # points by which two stretches of words may touch
_HEADING = re.compile(r"H\d")
Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner."""

_LEFT_OVERS = ("{{", "}}", "{%", "%}")


def page_faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with the look of any page of a PDF."""
    import pypdfium2  # noqa: PLC0415 - loaded in the processes that need it

    try:
        with pypdfium2.PdfDocument(file) as document:
            if not len(document):
                yield "it has no page"
            for number, page in enumerate(document, 1):
                yield from (f"page {number} {fault}" for fault in _faults_of(page, is_cover=number == 1))
    except pypdfium2.PdfiumError as error:
        yield str(error)


def _faults_of(page: Any, *, is_cover: bool) -> Iterator[str]:
    ink = _ink_of(page)
    if ink is None:
        yield "shows nothing"
        return
    words = page.get_textpage()
    boxes = sorted(words.get_rect(at) for at in range(words.count_rects()))
    # A band of colour may run off the edge of a cover; words may not.
    yield from _outside(page, boxes if is_cover else [*boxes, ink])
    text = words.get_text_range()
    yield from (f"shows {piece}" for piece in _LEFT_OVERS if piece in text)
    yield from _crowded(words, boxes)
    if _ends_with_heading(page):
        yield "ends with a heading"


def _ink_of(page: Any) -> Box | None:
    """Return the box of everything that is seen on a page drawn at 100 dots an inch, in points; None for nothing."""
    picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
    box = picture.point(lambda grey: 255 * (grey < _PAPER)).getbbox()
    if box is None:
        return None
    left, top, right, bottom = (at * 72 / DPI for at in box)
    height = picture.height * 72 / DPI
    return (left, height - bottom, right, height - top)


def _outside(page: Any, boxes: list[Box]) -> Iterator[str]:
    width, height = page.get_size()
    for left, bottom, right, top in boxes:
        if min(left, bottom) < _MARGIN or right > width - _MARGIN or top > height - _MARGIN:
            across, upward = f"{left:.0f} to {right:.0f} of {width:.0f}", f"{bottom:.0f} to {top:.0f} of {height:.0f}"
            yield f"has something in the margin: {across}, {upward}"


def _crowded(words: Any, boxes: list[Box]) -> Iterator[str]:
    """Yield the stretches of words that stand over other words, as those of a cut cell would."""
    for at, (left, bottom, right, top) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[0] > right - _OVERLAP:
                break
            shared = min(top, other[3]) - max(bottom, other[1])
            is_wide = min(right, other[2]) - other[0] > _OVERLAP
            if is_wide and shared > 0.5 * min(top - bottom, other[3] - other[1]):
                yield f"has words over others: {words.get_text_bounded(left, bottom, right, top)[:60]!r}"


def _ends_with_heading(page: Any) -> bool:
    """Whether the last thing that is read on a page is a heading, by the tags of the page."""
    from pypdfium2 import raw  # noqa: PLC0415 - loaded in the processes that need it

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return False
    try:
        last = ""
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            last = _last_kind(raw, raw.FPDF_StructTree_GetChildAtIndex(tree, at)) or last
    finally:
        raw.FPDF_StructTree_Close(tree)
    return bool(_HEADING.fullmatch(last))


def _last_kind(raw: Any, element: Any) -> str:
    """Return the kind of the last element under this one that stands on the page; empty for none."""
    children = [
        raw.FPDF_StructElement_GetChildAtIndex(element, at)
        for at in range(raw.FPDF_StructElement_CountChildren(element))
    ]
    for child in reversed(children):
        if child and (kind := _last_kind(raw, child)):
            return kind
    if raw.FPDF_StructElement_GetMarkedContentIdCount(element) < 1:
        return ""
    name = ctypes.create_string_buffer(64)
    count = raw.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[: max(0, count - 2)].decode("utf-16-le")


PAGES = Validator("pages as pictures", (".pdf",), lambda: "", each(page_faults))
