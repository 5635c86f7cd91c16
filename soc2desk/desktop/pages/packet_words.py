"""Counts, sizes and formats as the packet page says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.verifying import Checked
    from soc2desk.desktop.words import Words

_KILO, _MEGA = 1_000, 1_000_000
MOST_NAMED = 5
"""So many names of files that differ are told."""


def counted(words: Words, key: str, count: int, **values: object) -> str:
    """Return the words of a count, which stand under one and many."""
    return words(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)


def said_files(words: Words, count: int) -> str:
    """Return "61 files"."""
    return counted(words, "packet.files", count)


def said_size(words: Words, size: int) -> str:
    """Return "4.2 MB", or "87 kB" for less than a tenth of that unit."""
    if size < _MEGA // 10:
        return words("packet.size.kilo", size=max(round(size / _KILO), 1))
    return words("packet.size.mega", size=f"{size / _MEGA:.1f}")


def said_formats(words: Words, formats: Iterable[str]) -> str:
    """Return "Word, PDF"."""
    return ", ".join(words(f"packet.format.{one}") for one in formats)


def differing(checked: Iterable[Checked]) -> tuple[int, str]:
    """Return how many files differ in all that was checked, and the first of their names."""
    names = [path for one in checked for _, paths in one.differences for path in paths]
    return len(names), ", ".join(names[:MOST_NAMED])
