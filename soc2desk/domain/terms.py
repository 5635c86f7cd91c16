"""The words of the trade in plain words, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the trade. `words` are its spellings in a text; `see` are ids of questions, criteria and terms."""

    id: str
    term: str
    meaning: str
    words: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text, from the character `start` up to, and not with, the character `end`."""

    term: Term
    start: int
    end: int


def terms_in(text: str, terms: tuple[Term, ...]) -> tuple[Mention, ...]:
    """Return the terms that a text mentions, each once, where it stands first.

    Whole words count, in capitals or not; where two fit, the longer one.
    """
    spelled = {word.casefold(): term for term in terms for word in term.words}
    if not spelled:
        return ()
    found: dict[str, Mention] = {}
    for match in _pattern(tuple(spelled)).finditer(text):
        term = spelled[match[0].casefold()]
        found.setdefault(term.id, Mention(term, match.start(), match.end()))
    return tuple(found.values())


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
