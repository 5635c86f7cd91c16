"""A line of an auditor's own list, found among our evidence requests by what its words mean."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.auditing import Matched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from soc2desk.domain.requests import EvidenceRequest

SAMPLE, WHOLE, SETTINGS, WALK = "sample", "whole", "settings", "walkthrough"
_FORM_OF = MappingProxyType({
    "population": WHOLE, "sample": SAMPLE, "configuration_export": SETTINGS, "screenshot": SETTINGS,
    "walkthrough": WALK,
})  # fmt: skip
_FIRST = 0.7
"""How much of what a request is about its first word makes; the others share the rest."""
_MISFIT, _FIT, _KNOWN_WORDS, _WORDS = 0.6, 1.1, 0.45, 0.15
SURE_FROM, SURE_LEAD, SURE_EXPLAINED, CHECK_FROM, NEAR = 0.8, 0.2, 0.75, 0.28, 0.6
SURE_WORDS, SURE_COVERED = 2, 0.6
"""Words of a line that have to speak for a request, and which part of all its words, before a match is sure."""
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Meanings:
    """Which words mean one thing, and what each request is about; words without meaning and the forms of evidence.

    `said_of_controls` are more words for what controls do, by meaning, and `controls` what some of them are about.
    """

    noise: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    about: Mapping[str, tuple[str, ...]]
    said_of_controls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    controls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """What a line asks for: our requests, the best first, and how sure it is. `score` runs from 0 to about 1."""

    requests: tuple[str, ...] = ()
    matched: Matched = Matched.NONE
    score: float = 0.0


class Matcher:
    """Matches lines with the requests of one engagement; made once for a whole list."""

    def __init__(self, meanings: Meanings, requests: Sequence[EvidenceRequest]) -> None:
        self._noise = {stem(word) for word in meanings.noise}
        self._phrases = _phrases(meanings.groups)
        self._forms = _phrases(meanings.forms)
        self._form_words = {word for phrases in meanings.forms.values() for one in phrases for word in stems(one)}
        self._requests = requests
        self._about = {one.id: meanings.about.get(one.id, ()) for one in requests}
        self._weight = _rareness(self._about.values())
        self._words = {one.id: set(self._plain_words(f"{one.request} {one.good_shows}")) for one in requests}
        self._word_weight = _rareness(self._words.values())

    def match(self, line: str) -> Match:
        """Return what a line asks for."""
        words = stems(line)
        lengths, left = _found(words, self._phrases)
        forms, found = set(_found(words, self._forms)[0]), set(lengths)
        plain = [word for word in left if word not in self._noise]
        scores = sorted(((self._score(one, found, forms, plain), one.id) for one in self._requests), reverse=True)
        if not scores or scores[0][0] < CHECK_FROM:
            return Match()
        best, first = scores[0]
        if self._is_sure(first, found, scores) and self._is_covered(first, lengths, plain):
            return Match((first,), Matched.SURE, best)
        near = [id_ for score, id_ in scores[:MOST_OFFERED] if score >= best * NEAR]
        return Match(tuple(near), Matched.CHECK, best)

    def _is_sure(self, first: str, found: set[str], scores: Sequence[tuple[float, str]]) -> bool:
        """Say whether nothing but the first request can be meant: it is met wholly, and nothing else is asked."""
        lead = scores[0][0] - scores[1][0] if len(scores) > 1 else scores[0][0]
        explained = self._explained(self._about[first], found)
        return scores[0][0] >= SURE_FROM and lead >= SURE_LEAD and explained >= SURE_EXPLAINED

    def _is_covered(self, first: str, lengths: Mapping[str, int], plain: Sequence[str]) -> bool:
        """Say whether enough of the line speaks for a request: one word that may mean much is never enough."""
        met = sum(lengths.get(one, 0) for one in self._about[first])
        own = sum(word in self._words[first] or word in self._form_words for word in plain)
        whole = sum(lengths.values()) + len(plain)
        return met + min(own, 1) >= SURE_WORDS and met + own >= whole * SURE_COVERED

    def _explained(self, about: Sequence[str], found: set[str]) -> float:
        whole = sum(self._weight.get(one, 1.0) for one in found)
        return sum(self._weight.get(one, 1.0) for one in found & set(about)) / whole if whole else 0.0

    def _score(self, one: EvidenceRequest, found: set[str], forms: set[str], plain: Sequence[str]) -> float:
        about = self._about[one.id]
        alike = self._alike(one.id, plain)
        if not about or not found & set(about):
            return alike * _KNOWN_WORDS
        rest = about[1:]
        met = _FIRST * (about[0] in found) if rest else float(about[0] in found)
        met += (1 - _FIRST) * sum(word in found for word in rest) / len(rest) if rest else 0.0
        score = met * (0.4 + 0.6 * self._explained(about, found)) + alike * _WORDS
        return score * _form_factor(one.kind, forms)

    def _alike(self, id_: str, plain: Sequence[str]) -> float:
        """Return which part of the words that no group knows stand in the request too, the rare ones counting more."""
        whole = sum(self._word_weight.get(word, 1.0) for word in plain)
        met = sum(self._word_weight.get(word, 1.0) for word in plain if word in self._words[id_])
        return met / whole if whole else 0.0

    def _plain_words(self, text: str) -> Iterable[str]:
        return (word for word in stems(text) if word not in self._noise)


def _form_factor(kind: str, forms: set[str]) -> float:
    asked = _FORM_OF.get(kind, "")
    if not forms or not asked:
        return 1.0
    if asked in forms:
        return _FIT
    return _MISFIT if forms & {SAMPLE, WHOLE, WALK} and asked in {SAMPLE, WHOLE, WALK} else 1.0


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def _phrases(groups: Mapping[str, Sequence[str]]) -> Phrases:
    """Return every phrase by its first word, the longest first."""
    found: Phrases = defaultdict(list)
    for meaning, phrases in groups.items():
        for phrase in phrases:
            words = tuple(stems(phrase))
            if words:
                found[words[0]].append((words, meaning))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


def _found(words: Sequence[str], phrases: Phrases) -> tuple[dict[str, int], list[str]]:
    """Return what is meant, with how many words say so, the longest phrases first, and the words that are left."""
    found: dict[str, int] = defaultdict(int)
    left: list[str] = []
    at = 0
    while at < len(words):
        for phrase, meaning in phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found[meaning] += len(phrase)
                at += len(phrase)
                break
        else:
            left.append(words[at])
            at += 1
    return found, left


def _rareness(rows: Iterable[Iterable[str]]) -> dict[str, float]:
    counted: dict[str, int] = defaultdict(int)
    whole = 0
    for row in rows:
        whole += 1
        for word in set(row):
            counted[word] += 1
    most = math.log(1 + whole)
    return {word: math.log(1 + whole / count) / most for word, count in counted.items()}


def meant_by(texts: Iterable[str], meanings: Meanings) -> list[tuple[str, ...]]:
    """Return the meanings that each text holds, each once, in the order in which they are met."""
    phrases = _phrases(meanings.groups)
    return [tuple(_found(stems(text), phrases)[0]) for text in texts]


def stems(text: str) -> list[str]:
    """Return the words of a text as they are compared: small, without signs, without usual endings."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return [stem(word) for word in re.findall(r"[a-z0-9]+", re.sub(r"'s?\b", "", bare))]


def stem(word: str) -> str:
    """Return a word without the endings of plural and time: policies and policy, reviewed and reviews are one."""
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies" is no plural
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word  # noqa: PLR2004
