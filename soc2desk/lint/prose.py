"""Sentences with their places: what a reader of a document takes in at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.pieces import NEW_LINE, every_arm, longest_arms, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from soc2desk.lint.outline import Part
    from soc2desk.lint.pieces import Text
    from soc2desk.lint.sheet import Sheet

WORD = re.compile(r"<[\w.]+>(?:['\u2019]s)?|[^\W_][\w'\u2019]*(?:[-.][^\W_][\w'\u2019]*)*")
"""A word, or a value, which counts as one."""

_END = re.compile(r"(?<=[.?!])[\"\u201d)]?\s+(?=[A-Z<(\"\u201c/])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, item or cell. Values stand in it as <name>."""

    words: str
    where: str
    part: Part

    @property
    def count(self) -> int:
        """Number of words."""
        return len(WORD.findall(self.words))


@lru_cache(maxsize=1024)
def sentences(sheet: Sheet) -> tuple[Sentence, ...]:
    """Return the sentences of a sheet, with all arms of an if inside a line after one another."""
    return tuple(_all(sheet, every_arm))


@lru_cache(maxsize=1024)
def longest_sentences(sheet: Sheet) -> tuple[Sentence, ...]:
    """Return the sentences of a sheet as a company reads them that gets the longest arm of each if inside a line."""
    return tuple(_all(sheet, longest_arms))


def _all(sheet: Sheet, reading: Callable[[Text], Text]) -> Iterator[Sentence]:
    for part in outline(sheet):
        if part.kind != "heading":
            for text in texts_of(part, sheet):
                yield from _cut(reading(text), part)


def _cut(text: Text, part: Part) -> Iterator[Sentence]:
    whole, starts = "", []
    for piece in text:
        glue = " " if whole and piece.tag == NEW_LINE and not whole.endswith(" ") else ""
        starts.append((len(whole), piece.where))
        whole += glue + piece.words
    at = 0
    for found in (*_END.finditer(whole), None):
        end = found.start() if found else len(whole)
        words = " ".join(whole[at:end].split()).strip("/ ")
        if WORD.search(words):
            first = at + len(whole[at:end]) - len(whole[at:end].lstrip())
            yield Sentence(words, next(where for start, where in reversed(starts) if start <= first), part)
        at = found.end() if found else end
