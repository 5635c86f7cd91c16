"""A number with its noun, as it is said: 1 line, 2 lines."""

from __future__ import annotations


def counted(number: int, noun: str, many: str = "") -> str:
    """Return how many there are; `many` is the noun for several where it does not end in s."""
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"
