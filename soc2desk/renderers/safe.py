"""What may go into a file: characters a format can hold, links that are safe to follow, colours that are colours."""

from __future__ import annotations

import re

USUAL_ACCENT = "#1f5fa8"

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_OUTSIDE = ("https://", "mailto:")
_BESIDE = re.compile(r"\./[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
_NEXT_DOOR = re.compile(r"\.\./\d\d-[a-z-]+(/[A-Za-z0-9_.-]+)+")
# Control characters but tab and line feed, halves of characters, and what XML calls no character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_LIGHT = 0.30  # the luminance over which black reads better than white


def clean(text: str) -> str:
    """Return `text` without control characters and lone surrogates; every line ends with a line feed."""
    if text.isascii() and text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return cleaned `text` with every stretch of white space as one space."""
    return " ".join(clean(text).split())


def is_outside(target: str) -> bool:
    """Whether `target` is an address that may be followed: https or e-mail, nothing else."""
    return target.lower().startswith(_OUTSIDE)


def is_beside(target: str) -> bool:
    """Whether `target` is a file of the same packet: ./folder/name in plain letters, never upward."""
    return _BESIDE.fullmatch(target) is not None and ".." not in target.split("/")


def is_next_door(target: str) -> bool:
    """Whether `target` is a file in another folder of the same packet: ../09-evidence/name, and nowhere else."""
    return _NEXT_DOOR.fullmatch(target) is not None and ".." not in target.split("/")[1:]


def accent_of(colour: str) -> str:
    """Return `colour` when it is #rrggbb, else the usual blue."""
    return colour.lower() if _HEX.fullmatch(colour) else USUAL_ACCENT


def ink_on(colour: str) -> str:
    """Return the colour of words that can be read on `colour` (#rrggbb): white or nearly black."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = ((part + 0.055) / 1.055 if part > 0.04 else part / 12.92 for part in parts)  # noqa: PLR2004
    luminance = 0.2126 * red**2.4 + 0.7152 * green**2.4 + 0.0722 * blue**2.4
    return "#1b2430" if luminance > _LIGHT else "#ffffff"
