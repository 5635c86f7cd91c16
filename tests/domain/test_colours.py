"""Words in the colours of a firm can be read on paper."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.colours import READABLE, contrast, is_colour, readable, shares, tint

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)


@given(COLOURS)
def test_the_mended_tone_of_any_colour_reads_on_white_and_on_its_tint(colour: str) -> None:
    tone = readable(colour)
    assert contrast(tone) >= READABLE
    assert contrast(tone, tint(colour)) >= READABLE
    assert readable(tone) == tone


@given(COLOURS)
def test_a_mended_tone_is_the_nearest_that_reads(colour: str) -> None:
    tone = readable(colour)
    lighter = "#" + "".join(f"{min(round(share * 255) + 4, 255):02x}" for share in shares(tone))
    assert tone == colour or min(contrast(lighter, tint(colour)), contrast(lighter, tint(lighter))) < READABLE


@pytest.mark.parametrize("colour", ["#ffe066", "#ff8800", "#33cc66", "#66ccff", "#ff99cc"])
def test_a_mended_tone_keeps_its_hue(colour: str) -> None:
    before, after = colorsys.rgb_to_hsv(*shares(colour)), colorsys.rgb_to_hsv(*shares(readable(colour)))
    assert abs(before[0] - after[0]) < 0.04


def test_a_colour_that_reads_stays_as_it_is() -> None:
    assert readable("#1F5FA8") == "#1f5fa8"


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345", "#1f5fa8;", "#1f5fa8\n", "1f5fa8", "__import__('os')"])
def test_anything_else_is_no_colour(text: str) -> None:
    assert not is_colour(text)
