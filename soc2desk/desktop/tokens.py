"""The colours of the window: every colour has a name here, twice, and its contrast is tested."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """The colours of one look, as "#rrggbb". Grounds first, then what stands on them, then boxes and marks."""

    dark: bool

    window: str
    base: str
    side: str
    hover: str
    selection: str

    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str

    edge: str
    line: str

    good_soft: str
    warn_soft: str
    bad_soft: str
    accent_soft: str

    paper: str
    ink: str
    changed: str
    open: str


LIGHT = Tokens(
    dark=False,
    window="#f6f7f9",
    base="#ffffff",
    side="#eef1f5",
    hover="#e8ecf2",
    selection="#e0ebf8",
    text="#1b2430",
    muted="#56616f",
    disabled="#747e8b",
    accent="#1f5fa8",
    on_accent="#ffffff",
    good="#1a7342",
    warn="#8a5a00",
    bad="#b3261e",
    edge="#7d8896",
    line="#d5dbe3",
    good_soft="#e8f5ed",
    warn_soft="#fdf3dc",
    bad_soft="#fdecea",
    accent_soft="#e8f1fb",
    paper="#ffffff",
    ink="#1b2430",
    changed="#fdf0a8",
    open="#fbd5d0",
)

# The paper stays white in the dark: it is the document.
DARK = Tokens(
    dark=True,
    window="#1c2128",
    base="#242a33",
    side="#2b323c",
    hover="#303843",
    selection="#2a3d57",
    text="#e8ecf1",
    muted="#a3aebb",
    disabled="#8591a0",
    accent="#6ea8ee",
    on_accent="#0c1724",
    good="#67c58e",
    warn="#e0b25c",
    bad="#ff8a80",
    edge="#758292",
    line="#3a434f",
    good_soft="#1d3529",
    warn_soft="#3a301a",
    bad_soft="#43272a",
    accent_soft="#22354d",
    paper="#ffffff",
    ink="#1b2430",
    changed="#fdf0a8",
    open="#fbd5d0",
)
