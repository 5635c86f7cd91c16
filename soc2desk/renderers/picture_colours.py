"""The colours of pictures: what each paint is in the look of a firm, so that all formats draw the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.sketches import Paint
from soc2desk.renderers import pdf_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Look

_PALE_GREEN = "0.902 0.957 0.922"
_MIDDLE = 0.38  # of the accent in the paint between it and paper; ink reads on it


def colours(look: Look) -> Mapping[Paint, str]:
    """Return each paint as "r g b" from 0 to 1; empty for no colour."""
    firm = pdf_style.palette(look)
    return {
        Paint.NONE: "",
        Paint.PAPER: pdf_style.WHITE,
        Paint.INK: pdf_style.INK,
        Paint.MUTED: pdf_style.MUTED,
        Paint.LINE: pdf_style.LINE,
        Paint.FAINT: pdf_style.FAINT,
        Paint.ACCENT: firm.words,
        Paint.MIDDLE: _paler(firm.words),
        Paint.TINT: firm.area,
        Paint.GOOD: pdf_style.GREEN,
        Paint.PALE_GOOD: _PALE_GREEN,
        Paint.WARN: pdf_style.AMBER,
        Paint.PALE_WARN: pdf_style.PALE_AMBER,
        Paint.BAD: pdf_style.RED,
        Paint.PALE_BAD: pdf_style.PALE_RED,
    }


def web_colours(look: Look) -> Mapping[Paint, str]:
    """Return each paint as #rrggbb, or "none"."""
    return {paint: _as_hex(colour) if colour else "none" for paint, colour in colours(look).items()}


def _paler(colour: str) -> str:
    return " ".join(f"{1 - _MIDDLE * (1 - float(part)):.3f}" for part in colour.split())


def _as_hex(colour: str) -> str:
    return "#" + "".join(f"{round(float(part) * 255):02x}" for part in colour.split())
