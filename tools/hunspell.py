"""Reads a dictionary in the form of Hunspell: stems with flags, and what each flag puts before or behind a stem."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ONLY_IN_NUMBERS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Affix:
    """One line of a flag: what is taken from the stem and put in its place, where the stem looks so."""

    before: bool
    crosses: bool
    strip: str
    add: str
    fits: re.Pattern[str]

    def put_to(self, stem: str) -> str | None:
        """Return the word a stem becomes, None where the stem does not look so."""
        if not self.fits.search(stem):
            return None
        if self.before:
            return self.add + stem[len(self.strip) :]
        return stem[: len(stem) - len(self.strip)] + self.add


def read_words(dictionary: Path, affixes: Path) -> frozenset[str]:
    """Return every word of a dictionary whose flags are single letters, as ours are; numbers are left out."""
    flags = _flags(affixes.read_text(encoding="utf-8"))
    words: set[str] = set()
    for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, letters = line.partition("/")
        if stem and not _ONLY_IN_NUMBERS.search(stem):
            words.update(_forms(stem, [affix for letter in letters for affix in flags.get(letter, ())]))
    return frozenset(words)


def _forms(stem: str, affixes: list[_Affix]) -> Iterator[str]:
    yield stem
    prefixes = [one for one in affixes if one.before]
    for prefix in prefixes:
        yield from filter(None, [prefix.put_to(stem)])
    for suffix in affixes:
        word = None if suffix.before else suffix.put_to(stem)
        if word:
            yield word
            crossing = (prefix.put_to(word) for prefix in prefixes if prefix.crosses and suffix.crosses)
            yield from filter(None, crossing)


def _flags(text: str) -> dict[str, list[_Affix]]:
    flags: dict[str, list[_Affix]] = {}
    crossing: dict[str, bool] = {}
    for line in text.splitlines():
        kind, *rest = line.split() or [""]
        if kind not in {"PFX", "SFX"}:
            continue
        if len(rest) == 3:  # noqa: PLR2004 - the heading of a flag: letter, whether it crosses, how many lines follow
            crossing[rest[0]] = rest[1] == "Y"
            continue
        letter, strip, add, looks = rest[:4]
        before = kind == "PFX"
        fits = re.compile(f"^{looks}" if before else f"{looks}$")
        affix = _Affix(before, crossing[letter], "" if strip == "0" else strip, "" if add == "0" else add, fits)
        flags.setdefault(letter, []).append(affix)
    return flags
