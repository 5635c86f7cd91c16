"""The terms of the house, and the words that must not stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.content import shipped
from soc2desk.reading.convert import convert
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class UsedTerm:
    """One term. `instead_of` are words that must not stand for it, `fine` longer wordings that may hold them."""

    say: str
    instead_of: tuple[str, ...]
    fine: tuple[str, ...] = ()

    def misused_in(self, words: str) -> tuple[str, ...]:
        """Return the words of a text that stand in place of the term."""
        return tuple(found[0] for found in _pattern(self.instead_of).finditer(_without(words, self.fine)))


@dataclass(frozen=True, slots=True)
class _File:
    terms: tuple[UsedTerm, ...]


@cache
def used_terms(language: str = "en") -> tuple[UsedTerm, ...]:
    """Return the terms of a language, none where it has no list. Raises ContentProblem with file and line."""
    path = shipped.resources() / "wording" / f"{language}.yaml"
    if not path.is_file():
        return ()
    return convert(read_yaml(path.read_bytes(), f"resources/wording/{language}.yaml"), _File, "list of terms").terms


def misused(words: str, terms: tuple[UsedTerm, ...]) -> Iterator[tuple[str, UsedTerm]]:
    """Yield each word of a text that stands in place of a term, with the term."""
    # Hardly any text holds one: looking for bare letters first makes the whole check many times as fast.
    small = words.lower()
    if any(letters in small for letters in _letters_of(terms)):
        for term in terms:
            yield from ((found, term) for found in term.misused_in(words))


@cache
def _letters_of(terms: tuple[UsedTerm, ...]) -> tuple[str, ...]:
    return tuple({one.rstrip("*").lower() for term in terms for one in term.instead_of})


def _without(words: str, fine: tuple[str, ...]) -> str:
    return _pattern(fine).sub(" ", words) if fine else words


@cache
def _pattern(variants: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the variants, where no word goes on before or behind it."""
    each = (
        rf"{re.escape(one[:-1])}\w*" if one.endswith("*") else re.escape(one)
        for one in sorted(variants, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)
