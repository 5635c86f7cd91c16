"""The rule about letters that cannot be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def letters_without_font(situation: Situation) -> Iterator[Finding]:
    """Yield each answer or row with letters that no font of this computer has."""
    for place, letters in situation.unprinted.items():
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
        yield see(situation, "SD-70", place, about=place, letters=" ".join(letters), codes=codes)
