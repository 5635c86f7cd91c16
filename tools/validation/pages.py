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
_MARGIN = 14.4  # points at every edge in which nothing may stand: a fifth of an inch, which printers leave white
_EDGE = 1.0  # points from which on something runs off the page
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
                yield from (f"page {number} {fault}" for fault in _faults_of(page))
    except pypdfium2.PdfiumError as error:
        yield str(error)


def _faults_of(page: Any) -> Iterator[str]:
    ink = _ink_of(page)
    if ink is None:
        yield "shows nothing"
        return
    words = page.get_textpage()
    boxes = sorted(words.get_rect(at) for at in range(words.count_rects()))
    yield from _outside(page, boxes, ink)
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


def _outside(page: Any, boxes: list[Box], ink: Box) -> Iterator[str]:
    """Yield what stands in the margin: words, or ink. A band of colour may run off the edge of the page."""
    width, height = page.get_size()
    for box in (*boxes, ink):
        left, bottom, right, top = box
        rooms = (left, bottom, width - right, height - top)
        if any(room < _MARGIN and not (box is ink and room < _EDGE) for room in rooms):
            across, upward = f"{left:.0f} to {right:.0f} of {width:.0f}", f"{bottom:.0f} to {top:.0f} of {height:.0f}"
            yield f"has something in the margin: {across}, {upward}"


def _crowded(words: Any, boxes: list[Box]) -> Iterator[str]:
    """Yield the stretches of words that stand over other words, as those of a cut cell would."""
    letters: list[Box] = []
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[0] > box[2] - _OVERLAP:
                break
            shared = _shared(box, other)
            if shared is None:
                continue
            # Letters of a second font stand in gaps of the first: the letters themselves tell.
            letters = letters or [words.get_charbox(number) for number in range(words.count_chars())]
            if _any_over(letters, shared):
                yield f"has words over others: {words.get_text_bounded(*box)[:60]!r}"


def _shared(one: Box, other: Box) -> Box | None:
    """Return what two boxes share; None when that is no more than letters of neighbours may touch."""
    left, right = max(one[0], other[0]), min(one[2], other[2])
    bottom, top = max(one[1], other[1]), min(one[3], other[3])
    lowest = min(one[3] - one[1], other[3] - other[1])
    return (left, bottom, right, top) if right - left > _OVERLAP and top - bottom > lowest / 2 else None


def _any_over(letters: list[Box], within: Box) -> bool:
    """Whether two letters inside a box stand over each other by a third of the smaller one."""
    inside = [one for one in letters if one[2] > one[0] and _shared_area(one, within) > _area(one) / 2]
    pairs = ((one, other) for at, one in enumerate(inside) for other in inside[at + 1 :])
    return any(_shared_area(one, other) > min(_area(one), _area(other)) / 3 for one, other in pairs)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared_area(one: Box, other: Box) -> float:
    across, upward = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * upward if across > 0 and upward > 0 else 0.0


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
