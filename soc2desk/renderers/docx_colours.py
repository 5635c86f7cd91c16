"""The firm's colour in a Word document: dark enough to read on white, and a tint of it for fills."""

from __future__ import annotations

import re

from soc2desk.domain.problems import ContentProblem

HEX = re.compile(r"#[0-9a-fA-F]{6}")
READABLE = 4.5  # the contrast to white that small text needs (WCAG 2.2, AA)
TINT = 0.1
STEP = 0.94
DARKEST_LINEAR = 0.04045  # below it, sRGB is a straight line


def accent_and_tint(colour: str) -> tuple[str, str]:
    """Return `colour` (#rrggbb) as RRGGBB, darkened until it reads on white, and its tint.

    A ContentProblem is raised for anything that is not #rrggbb.
    """
    if not HEX.fullmatch(colour):
        raise ContentProblem(
            f"The colour {colour!r} cannot be used in a Word document.", hint="Write it as #rrggbb, such as #1f5fa8."
        )
    levels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while _contrast_to_white(levels) < READABLE:
        levels = [int(level * STEP) for level in levels]
    return _written(levels), _written([round(255 - (255 - level) * TINT) for level in levels])


def _contrast_to_white(levels: list[int]) -> float:
    red, green, blue = (_linear(level / 255) for level in levels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(level: float) -> float:
    return level / 12.92 if level <= DARKEST_LINEAR else float(((level + 0.055) / 1.055) ** 2.4)


def _written(levels: list[int]) -> str:
    return "".join(f"{level:02X}" for level in levels)
