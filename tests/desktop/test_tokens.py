"""Everybody can read the window: each colour stands out from every ground it stands on, in both looks."""

from __future__ import annotations

from dataclasses import fields
from itertools import product

import pytest

from soc2desk.desktop.tokens import DARK, LIGHT, Tokens

TEXT, EDGE = 4.5, 3.0
GROUNDS = ("window", "base", "side")
ROWS = ("hover", "selection")
TONES = ("good", "warn", "bad", "accent")
PAIRS = [
    *product(("text", "muted", *TONES), (*GROUNDS, "hover"), [TEXT]),
    *product(("text", "good", "warn", "bad", "accent"), ["selection"], [EDGE]),
    *product(("text", "muted"), ["selection"], [TEXT]),
    *product(["edge"], GROUNDS, [EDGE]),
    *product(["text", "muted"], [f"{tone}_soft" for tone in TONES], [TEXT]),
    *((tone, f"{tone}_soft", TEXT) for tone in TONES),
    *product(["ink"], ("paper", "changed", "open"), [TEXT]),
    ("on_accent", "accent", TEXT),
    ("window", "text", TEXT),
    ("disabled", "window", EDGE),
]


def brightness(colour: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_everybody_measures_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_stands_out_from_its_grounds(tokens: Tokens) -> None:
    found = {(front, ground): contrast(getattr(tokens, front), getattr(tokens, ground)) for front, ground, _ in PAIRS}
    weak = [f"{front} on {ground}: {found[front, ground]:.2f}" for front, ground, least in PAIRS
            if found[front, ground] < least]  # fmt: skip
    assert weak == []


def test_the_paper_of_the_preview_is_the_same_in_both_looks() -> None:
    paper = ("paper", "ink", "changed", "open")
    assert [getattr(LIGHT, name) for name in paper] == [getattr(DARK, name) for name in paper]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_marks_of_the_preview_are_told_from_paper_and_from_each_other(tokens: Tokens) -> None:
    assert len({tokens.paper, tokens.changed, tokens.open}) == 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_written_in_full(tokens: Tokens) -> None:
    colours = [getattr(tokens, field.name) for field in fields(tokens) if field.name != "dark"]
    assert [colour for colour in colours if len(colour) != 7 or int(colour[1:], 16) < 0] == []
