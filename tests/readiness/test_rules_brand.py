"""A colour in which words cannot be read is told, with the tone that documents use instead."""

from __future__ import annotations

from soc2desk.domain.colours import contrast
from tests.composed import after, findings


def test_a_pale_colour_is_told_with_the_tone_used_instead_until_a_darker_one_is_chosen() -> None:
    (found,) = findings(after("brightwater", "accent_color=#ffe066"), "SD-71")
    assert found.place == "answers.accent_color"
    assert "1.3 to 1" in found.message
    tone = found.message.partition("set in ")[2][:7]
    assert contrast(tone) >= 4.5
    assert findings(after("brightwater", f"accent_color={tone}"), "SD-71") == ()


def test_no_colour_is_no_finding() -> None:
    assert findings(after("brightwater", "accent_color=none"), "SD-71") == ()
