"""Short codes that stand beside a question on paper: which one it is, and which answer it had when it was asked."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No letter that a person takes for a digit, or the other way round."""
LENGTH = 5
_CODE = re.compile(rf"(?<![A-Za-z0-9])[{LETTERS}]{{{LENGTH}}}(?![A-Za-z0-9])")


def code_of(place: str) -> str:
    """Return the code of a place such as answers.company: always the same, whatever else is asked."""
    return _letters(place)


def state_of(place: str, held: object) -> str:
    """Return the code of what stands at a place now, in its plain form; None for nothing."""
    return _letters(f"{place}\n{json.dumps(held, sort_keys=True, ensure_ascii=True)}")


def codes_in(words: str) -> tuple[str, ...]:
    """Return the codes that stand in a cell, in their order: of the place, then of its state."""
    return tuple(_CODE.findall(words))


def places_by_code(places: Iterable[str]) -> dict[str, str]:
    """Return places by their codes; two places with one code are both left out, so that nothing is guessed."""
    found: dict[str, str] = {}
    twice = set()
    for place in places:
        code = code_of(place)
        if found.setdefault(code, place) != place:
            twice.add(code)
    return {code: place for code, place in found.items() if code not in twice}


def _letters(words: str) -> str:
    number = int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")
    made = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        made += LETTERS[rest]
    return made
