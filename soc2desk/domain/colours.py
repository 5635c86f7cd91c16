"""Colours of a firm as numbers: how well words in them read, and the nearest tone in which they do."""

from __future__ import annotations

import re
from functools import cache

READABLE = 4.5
"""The least contrast of small words to their ground (WCAG 2.2, AA)."""
WHITE = "#ffffff"
TINT = 0.09
"""How much of a colour is in its tint; the rest is white."""

Shares = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_BEND, _FLAT, _SLOPE = 0.04045, 0.0031308, 12.92  # sRGB is a straight line near black
_BRIGHT = (0.2126, 0.7152, 0.0722)
_STEP = 0.995
_LIFT = 0.05  # the light of a dark room, as contrast is measured


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as #rrggbb; nothing else is ever read as one."""
    return _HEX.fullmatch(text) is not None


def shares(colour: str) -> Shares:
    """Return #rrggbb as shares of red, green and blue."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(first: str, second: str = WHITE) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((_light(first), _light(second)), reverse=True)
    return (light + _LIFT) / (dark + _LIFT)


@cache
def tint(colour: str) -> str:
    """Return the pale ground that goes with a colour."""
    return _written([1 - (1 - share) * TINT for share in shares(colour)])


@cache
def readable(colour: str) -> str:
    """Return the nearest tone of a colour that reads on white and on a tint of it; its hue is kept.

    All three lights are dimmed by the same factor, so that the colour stays what it is and only gets darker.
    """
    if reads(colour):
        return colour.lower()
    wanted = (_light(tint(colour)) + _LIFT) / READABLE - _LIFT
    lights, factor = [_linear(share) for share in shares(colour)], wanted / _light(colour)
    tone = _dimmed(lights, factor)
    while not reads(tone) or contrast(tone, tint(colour)) < READABLE:
        factor *= _STEP
        tone = _dimmed(lights, factor)
    return tone


def reads(colour: str) -> bool:
    """Tell whether small words in a colour read on white and on its tint, which is the darker of the two."""
    return contrast(colour, tint(colour)) >= READABLE


def _dimmed(lights: list[float], factor: float) -> str:
    return _written([int(_bent(light * factor) * 255) / 255 for light in lights])


def _light(colour: str) -> float:
    """Return the luminance of a colour, from 0 to 1."""
    return sum(weight * _linear(share) for weight, share in zip(_BRIGHT, shares(colour), strict=True))


def _linear(share: float) -> float:
    return share / _SLOPE if share <= _BEND else float(((share + 0.055) / 1.055) ** 2.4)


def _bent(share: float) -> float:
    return share * _SLOPE if share <= _FLAT else float(1.055 * share ** (1 / 2.4) - 0.055)


def _written(parts: list[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
