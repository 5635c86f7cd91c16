"""The rule about colours of a brand in which words cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.colours import READABLE, contrast, is_colour, readable, reads, tint
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

_ACCENT = "accent_color"


def colour_too_pale(situation: Situation) -> Iterator[Finding]:
    """Yield the brand colour when words in it do not read on white or on its own tint, with the tone used instead."""
    colour = situation.engagement.answer_text(_ACCENT)
    if not is_colour(colour) or reads(colour):
        return
    least = min(contrast(colour), contrast(colour, tint(colour)))
    words = {"colour": colour, "contrast": f"{least:.1f}", "least": f"{READABLE:g}", "tone": readable(colour)}
    yield see(situation, "SD-71", f"answers.{_ACCENT}", about=_ACCENT, **words)
