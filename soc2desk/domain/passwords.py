"""Passwords that people choose: what cannot be one, and how hard it is to guess, in plain words."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from soc2desk.domain.problems import UsageProblem

FEWEST, MOST = 8, 1024
"""Characters of a password."""
_FAIR, _STRONG = 12, 20
_FEWEST_KINDS = 5  # different characters; aaaaaaaaaaaa is long and no password
_SAID_TWICE = 2


class Strength(StrEnum):
    """How hard a password is to guess for somebody who has the file and a year of time."""

    REFUSED = "refused"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(password: str) -> Strength:
    """Return how hard a password is to guess, by its length and by how many different characters it has."""
    length = len(password)
    if not FEWEST <= length <= MOST or not password.strip():
        return Strength.REFUSED
    kinds = len(set(password.casefold()))
    if length < _FAIR or kinds < _FEWEST_KINDS or _repeats(password):
        return Strength.WEAK
    return Strength.STRONG if length >= _STRONG else Strength.FAIR


def _repeats(password: str) -> bool:
    """Whether a password is one piece said again and again, such as abcabcabcabc."""
    return password in (password * _SAID_TWICE)[1:-1]


def check_password(password: str) -> None:
    """Raise UsageProblem for a password that nothing may be locked with."""
    if strength(password) is Strength.REFUSED:
        raise UsageProblem(
            f"A password has {FEWEST} to {MOST} characters.",
            hint="Four words that do not belong together are easy to keep and hard to guess.",
        )


def as_typed(password: str) -> bytes:
    """Return the bytes of a password: the same ones whichever keyboard composed its letters."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
