"""Pieces put on pages, with what stands at the head and the foot of every page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soc2desk.renderers import pdf_cover, pdf_style, pdf_text
from soc2desk.renderers.pdf_cover_parts import at_right
from soc2desk.renderers.pdf_marks import Box, Page, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from soc2desk.document.blocks import Document
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_style import Sheet

_CLOSE = 0.01  # boxes nearer than this touch
_TAIL = 0.2  # of a page: a last page that holds less is spared where a little less air between blocks is enough
_MARK = 18.0  # from the top of the page to the words that say draft or confidential
_AIR = (0.92, 0.84, 0.76, 0.68)  # of the space above a block, the most first


@dataclass(slots=True)
class _Stack:
    """Pages being filled: `used` points of the last one are taken."""

    sheet: Sheet
    pages: list[Page] = field(default_factory=list)
    used: float = 0.0
    columns: dict[tuple[float, float, str], int] = field(default_factory=dict)  # the last box of each upright strip

    def turn(self) -> None:
        """Start a page."""
        self.pages.append(Page())
        self.used = 0.0
        self.columns = {}

    def place(self, piece: Piece) -> None:
        """Put a piece under what is there; the space above it is left out at the top of a page."""
        top = self.sheet.height - self.sheet.top - self.used - (piece.gap if self.used else 0.0)
        put(self.pages[-1], piece, top, self.columns)
        self.used = self.sheet.height - self.sheet.top - top + piece.height


def filled(pieces: Iterable[Piece], sheet: Sheet) -> list[Page]:
    """Return pages with all pieces; what is glued together stays together unless it is taller than a page."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.fresh:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [page for part in parts if part for page in _spared(part, sheet)] or [Page()]


def _spared(part: list[Piece], sheet: Sheet) -> list[Page]:
    """Return the pages of a part; where only a few lines are left for the last one, the blocks move closer."""
    pages, used = _laid(part, sheet)
    if len(pages) > 1 and used < _TAIL * sheet.room:
        for air in _AIR:
            closer, _ = _laid([replace(piece, gap=piece.gap * air) for piece in part], sheet)
            if len(closer) < len(pages):
                return closer
    return pages


def _laid(part: list[Piece], sheet: Sheet) -> tuple[list[Page], float]:
    """Return the pages of a part and how much of the last one is taken."""
    stack = _Stack(sheet)
    stack.turn()
    for chain in _chains(part):
        if not _fits(chain, stack) and _fits(chain, _Stack(sheet)) and not all(piece.is_space for piece in chain):
            _turned(stack, chain[0])
        _flow(chain, stack)
    if stack.used or len(stack.pages) == 1:
        return stack.pages, stack.used
    return stack.pages[:-1], sheet.room


def furnished(pages: Sequence[Page], document: Document, desk: Desk) -> None:
    """Put the running head and foot on pages; the first page says it all itself."""
    head, mark = pdf_cover.running_head(document, desk)[0], pdf_cover.page_mark(document, desk)
    for at, page in enumerate(pages):
        if mark:
            put(page, mark, desk.sheet.height - _MARK, {})
        if at:
            put(page, head, desk.sheet.height - desk.sheet.top / 2 - 6.0, {})
        put(page, _foot(document, desk, at + 1, len(pages)), desk.sheet.bottom - 18.0, {})


def put(page: Page, piece: Piece, top: float, columns: dict[tuple[float, float, str], int]) -> None:
    """Put a piece on a page, its top at a height; a box that goes on from the one above becomes one with it."""
    page.words.extend([(words, top - words.drop) for words in piece.words])
    page.anchors.extend((name, top) for name in piece.anchors)
    page.figures.extend((figure, top - figure.drop) for figure in piece.figures)
    if piece.drawing:
        page.drawings.append((piece.drawing, top))
    if piece.entry:
        page.entries.append((*piece.entry, top))
    for box in piece.boxes:
        foot = top - box.drop - box.height
        key = (box.x, box.width, box.colour)
        before = page.boxes[columns[key]] if key in columns else None
        if before and not box.stroke and abs(before.drop - foot - box.height) < _CLOSE:
            page.boxes[columns[key]] = replace(before, drop=foot, height=before.height + box.height)
            continue
        if not box.stroke:
            columns[key] = len(page.boxes)
        page.boxes.append(replace(box, drop=foot))


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces that stay together."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.glue:
            yield chain
            chain = []
    if chain:
        yield chain


def _fits(chain: list[Piece], stack: _Stack) -> bool:
    tall = sum(piece.height + piece.gap for piece in chain) - (0.0 if stack.used else chain[0].gap)
    return stack.used + tall <= stack.sheet.room + _CLOSE


def _flow(chain: list[Piece], stack: _Stack) -> None:
    """Put pieces one under the other, on as many pages as they need."""
    for piece in chain:
        full = bool(stack.used) and not _fits([piece], stack)
        if piece.is_space and (full or not stack.used):
            stack.used = stack.sheet.room if full else 0.0
            continue
        if full:
            _turned(stack, piece)
        stack.place(piece)


def _turned(stack: _Stack, first: Piece) -> None:
    """Start a page with the table head its first piece asks for."""
    stack.turn()
    for piece in first.head:
        stack.place(piece)


def _foot(document: Document, desk: Desk, number: int, count: int) -> Piece:
    style = desk.type(pdf_style.RUNNING)
    pages = pdf_text.one_line(f"Page {number} of {count}", style, desk.left, desk.measure)
    beside = desk.measure - sum(words.width for words in pages) - 14.0
    left = pdf_text.one_line(document.footer, style, desk.left, beside)
    rule = Box(desk.left, -4.0, desk.measure, pdf_style.HAIR, pdf_style.LINE)
    return Piece(style.leading, (*left, *at_right(pages, desk)), (rule,))
