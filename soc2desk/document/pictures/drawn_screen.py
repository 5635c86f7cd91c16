"""A screen with settings, drawn for an exercise: a frame, an address, lines of settings, and a band that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.sketches import Anchor, Lettering, Paint, Panel, Sketch, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.rooms.room import Screen
    from soc2desk.domain.sketches import Shape

_WIDTH, _EDGE, _BAR, _ROW = 460.0, 18.0, 26.0, 22.0
_MIDDLE = 210.0


def drawn_screen(screen: Screen, drawn: tuple[str, ...], invented: str) -> Sketch:
    """Return a screen as a sketch. `drawn` are the words of the band over it, under it, and before its day."""
    band, below, taken = drawn
    top = _EDGE + _BAR
    bottom = top + _BAR + 34 + _ROW * len(screen.settings) + 28
    shapes: tuple[Shape, ...] = (
        Panel(0, 0, _WIDTH, _BAR, fill=Paint.BAD),
        Lettering(_WIDTH / 2, _BAR - 9, band, 12, Anchor.MIDDLE, bold=True, paint=Paint.PAPER),
        Panel(_EDGE, top, _WIDTH - 2 * _EDGE, bottom - top, fill=Paint.PAPER, edge=Paint.LINE, round=6),
        *_bar(screen, top),
        Lettering(_EDGE + 16, top + _BAR + 24, screen.title, 13, bold=True),
        *_settings(screen, top + _BAR + 46),
        Lettering(_EDGE + 16, bottom - 12, f"{taken}: {screen.taken}", 9, paint=Paint.MUTED),
        Lettering(_WIDTH / 2, bottom + 18, below, 9, Anchor.MIDDLE, paint=Paint.MUTED),
        Lettering(_WIDTH / 2, bottom + 32, invented, 8, Anchor.MIDDLE, paint=Paint.MUTED),
    )
    return Sketch(_WIDTH, bottom + 44, shapes)


def _bar(screen: Screen, top: float) -> Iterator[Shape]:
    yield Panel(_EDGE, top, _WIDTH - 2 * _EDGE, _BAR, fill=Paint.TINT, edge=Paint.LINE, round=6)
    for at in range(3):
        yield Panel(_EDGE + 10 + at * 14, top + 9, 8, 8, fill=Paint.MUTED, round=4)
    yield Panel(_EDGE + 62, top + 5, _WIDTH - 2 * _EDGE - 76, _BAR - 10, fill=Paint.PAPER, edge=Paint.LINE, round=4)
    yield Lettering(_EDGE + 70, top + 17, screen.address, 9, paint=Paint.MUTED)


def _settings(screen: Screen, top: float) -> Iterator[Shape]:
    for at, (label, value) in enumerate(screen.settings):
        y = top + at * _ROW
        yield Lettering(_EDGE + 16, y, label, 10)
        yield Lettering(_MIDDLE, y, value, 10, bold=True)
        yield Stroke(((_EDGE + 16, y + 7), (_WIDTH - _EDGE - 16, y + 7)), Paint.FAINT)
