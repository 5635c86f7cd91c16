"""Bullets, numbered steps and lists to tick as pieces of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run
from soc2desk.renderers import pdf_style, pdf_text
from soc2desk.renderers.pdf_marks import Box, glued, stacked
from soc2desk.renderers.pdf_style import BODY, INDENT
from soc2desk.renderers.pdf_tags import LIST_BULLETS, LIST_STEPS, Element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Bullets, Checklist, ListItem
    from soc2desk.renderers.pdf_desk import Desk
    from soc2desk.renderers.pdf_marks import Line, Piece

_HANG = 15.0  # from a bullet to its text
_TICK = 0.66  # of the leading: the side of a box to tick
_GAP = 3.5
_SIGNS = ("\u2022", "\u2013")
_DEEPEST = 4
_WHOLE = 6  # boxes to tick: a list of no more stays on one page


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item with its sign, its level, and the elements of the item and of its words."""

    item: ListItem
    sign: str
    level: int
    within: Element
    body: Element


@dataclass(slots=True)
class _Counted:
    """A list being counted. A deeper list belongs to the `body` of the last item."""

    level: int
    element: Element
    body: Element | None = None
    count: int = 0


def bullet_pieces(bullets: Bullets, desk: Desk) -> list[Piece]:
    """Return the pieces of a bullet list or of numbered steps."""
    return _kept([_item(entry, desk) for entry in _entries(bullets.items, desk, ordered=bullets.ordered)])


def checklist_pieces(checklist: Checklist, desk: Desk) -> list[Piece]:
    """Return the pieces of a list to tick: a box before each line."""
    found: list[list[Piece]] = []
    for entry in _entries(checklist.items, desk, ordered=False):
        pieces = _item(replace(entry, sign=""), desk)
        box = tick_box(_left(entry.level, desk), BODY.leading)
        found.append([replace(pieces[0], boxes=(box,), gap=5.0), *pieces[1:]])
    return _kept(found, whole=len(found) <= _WHOLE)


def _kept(items: list[list[Piece]], *, whole: bool = False) -> list[Piece]:
    """Return the pieces of items of which none stands alone on a page: the first two and the last two keep together."""
    last = len(items) - 1
    held = [at < last and (whole or at in {0, last - 1}) for at in range(len(items))]
    return [piece for item, stays in zip(items, held, strict=True) for piece in (glued(item) if stays else item)]


def tick_box(x: float, leading: float) -> Box:
    """Return an empty box to tick, in the middle of a line."""
    side = leading * _TICK
    return Box(x, (leading - side) / 2, side, side, pdf_style.INK, stroke=True)


def _entries(items: Iterable[ListItem], desk: Desk, *, ordered: bool) -> list[_Entry]:
    """Return items with their signs; a deeper list lies inside the item above it and counts for itself."""
    attributes = LIST_STEPS if ordered else LIST_BULLETS
    items = tuple(items)
    top = min((max(item.level, 0) for item in items), default=0)
    path: list[_Counted] = []
    found = []
    for item in items:
        level = min(max(item.level, 0), _DEEPEST)
        while path and path[-1].level > level:
            path.pop()
        if not path or path[-1].level < level:
            above = path[-1].body if path else None
            # Left out until it is drawn, for the words of the item above come first.
            path.append(_Counted(level, Element("L", above or desk.root, attributes, later=above is not None)))
        path[-1].count += 1
        # Steps that are all indented are steps, not parts of one.
        sign = _step(path[-1].count, level - min(top, level)) if ordered else _SIGNS[level % len(_SIGNS)]
        within = Element("LI", path[-1].element)
        path[-1].body = Element("LBody", within, later=True)
        found.append(_Entry(item, sign, level, within, path[-1].body))
    return found


def _step(count: int, level: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"{letters[count - 1]}." if level % 2 and count <= len(letters) else f"{count}."


def _item(entry: _Entry, desk: Desk) -> list[Piece]:
    left = _left(entry.level, desk)
    sign = _sign(entry.sign, left, entry.within, desk)
    entry.body.hold()
    body = desk.type(BODY)
    hang = max(_HANG, pdf_text.width_of(f"{entry.sign} ", body) + 2.0)
    inked = pdf_text.inks(entry.item.runs, body, entry.body, desk.setting)
    lines = pdf_text.lines(inked, body, left + hang, desk.left + desk.measure - left - hang) or [()]
    return stacked([(*sign, *lines[0]), *lines[1:]], body.leading, gap=_GAP)


def _sign(sign: str, left: float, within: Element, desk: Desk) -> Line:
    if not sign:
        return ()
    style = replace(desk.type(BODY), colour=desk.palette.words)
    inked = pdf_text.inks((Run(f"{sign} "),), style, Element("Lbl", within), desk.setting)
    return pdf_text.lines(inked, style, left, desk.measure)[0]


def _left(level: int, desk: Desk) -> float:
    return desk.left + (4.0 if level == 0 else INDENT + (level - 1) * _HANG)
