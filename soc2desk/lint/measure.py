"""How long and how hard to read a document is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.pieces import longest_arms, texts_of
from soc2desk.lint.prose import WORD, longest_sentences
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.policies import Template
    from soc2desk.lint.prose import Sentence
    from soc2desk.lint.sheet import Sheet

_READ_THROUGH = frozenset({"clause", "paragraph", "steps", "bullets", "callout"})
"""Parts that are read as sentences; cells of tables and fields of forms are looked up."""

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzcg]es)$")
_OF_A_VALUE = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """One document in numbers, with each if read by its longest arm.

    `words` are all words in it; `sentences`, `mean`, `longest` and `grade` speak of what is read through, without
    tables and forms. `grade` is the school grade of Flesch and Kincaid, an estimate: syllables are counted by rule.
    """

    id: str
    kind: str
    title: str
    words: int
    clauses: int
    controls: int
    sentences: int
    mean: float
    longest: int
    longest_where: str
    grade: float


def measure(catalogue: Catalogue) -> tuple[Measured, ...]:
    """Return every document in numbers, in the order of the content."""
    return tuple(_measured(template, sheet) for template, sheet in documents(catalogue))


def _measured(template: Template, sheet: Sheet) -> Measured:
    parts = outline(sheet)
    read = [one for one in longest_sentences(sheet) if one.part.kind in _READ_THROUGH]
    longest = max(read, key=lambda one: one.count, default=None)
    clauses = [part for part in parts if part.kind == "clause"]
    texts = (longest_arms(text) for part in parts for text in texts_of(part, sheet))
    return Measured(
        template.id,
        template.kind,
        template.title,
        sum(len(WORD.findall(" ".join(piece.words for piece in text))) for text in texts),
        len(clauses),
        len({control for clause in clauses for control in clause.controls}),
        len(read),
        round(_share(sum(one.count for one in read), len(read)), 1),
        longest.count if longest else 0,
        longest.where if longest else template.path,
        _grade(read),
    )


def _grade(read: list[Sentence]) -> float:
    words = [word for one in read for word in WORD.findall(one.words)]
    if not words:
        return 0.0
    per_word = _share(sum(syllables(word) for word in words), len(words))
    return round(0.39 * _share(len(words), len(read)) + 11.8 * per_word - 15.59, 1)


def _share(of: int, among: int) -> float:
    return of / among if among else 0.0


def syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowels, without an e that is not heard.

    A value counts as two, as names and amounts have.
    """
    if word.startswith("<"):
        return _OF_A_VALUE
    heard = len(_VOWELS.findall(word.lower())) - bool(_SILENT.search(word.lower()))
    return max(1, heard)
