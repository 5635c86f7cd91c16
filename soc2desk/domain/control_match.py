"""A line of a client's own list, or a section of its own policy, found among our controls by what its words mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.auditing import Matched
from soc2desk.domain.request_match import Match, Matcher, Meanings, meant_by
from soc2desk.domain.requests import EvidenceRequest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from soc2desk.domain.controls import Control

_OURS = re.compile(r"\b[A-Z]{3}-\d{2,3}\b")
LEAST_LINES, LINE_FROM, MOST_IN_SECTION = 4, 0.6, 10
"""From how many lines on each is matched by itself, how well it has to fit, and how many controls are proposed."""
MOST_LINES = 200
MOST_ABOUT = 5
"""Meanings that a control is said to be about: those of its title, then those that its statement begins with."""


class ControlMatcher:
    """Matches words with the controls of one engagement; made once for a whole list.

    `foreign` are ids of ours that the client's own list uses as numbers: named in words, nobody knows whose it is.
    """

    def __init__(
        self,
        meanings: Meanings,
        controls: Sequence[Control],
        statements: Mapping[str, str],
        foreign: Collection[str] = (),
    ) -> None:
        meanings = _of_controls(meanings)
        titles = meant_by((one.title for one in controls), meanings)
        said = meant_by((statements[one.id] for one in controls), meanings)
        about = {
            one.id: tuple(dict.fromkeys((*first, *then)))[:MOST_ABOUT]
            for one, first, then in zip(controls, titles, said, strict=True)
        }
        self._meanings = replace(meanings, about=about | dict(meanings.controls), forms={})
        self._asked = {one.id: _as_asked(one, statements[one.id]) for one in controls}
        self._criteria = {one.id: frozenset(one.criteria) for one in controls}
        self._foreign = frozenset(foreign)
        self._matchers: dict[frozenset[str], Matcher] = {}

    def match(self, words: str, criteria: Collection[str] = ()) -> Match:
        """Return which controls words speak of, the best first; `criteria` are those that the words are filed under.

        Words that name one of our ids mean it. Where criteria are named, controls that meet one of them are looked at
        first, and any other is at best a proposal.
        """
        named = tuple(dict.fromkeys(one for one in _OURS.findall(words) if one in self._asked.keys() - self._foreign))
        if named:
            return Match(named, Matched.SURE, 1.0)
        meeting = frozenset(one for one, met in self._criteria.items() if met & set(criteria))
        found = self._among(meeting).match(words) if meeting else Match()
        if found.requests:
            return found
        found = self._among(frozenset(self._asked)).match(words)
        return replace(found, matched=Matched.CHECK) if criteria and found.matched is Matched.SURE else found

    def match_section(self, heading: str, text: str) -> Match:
        """Return which controls a section speaks of: as a whole, then line by line where it is a list or a table."""
        whole = self.match(f"{heading} {text}")
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < LEAST_LINES:
            return whole
        each = [one for one in map(self.match, lines[:MOST_LINES]) if one.score >= LINE_FROM]
        found = tuple(dict.fromkeys((*whole.requests, *(one.requests[0] for one in each))))[:MOST_IN_SECTION]
        matched = whole.matched if found == whole.requests else Matched.CHECK
        return Match(found, matched, max((whole.score, *(one.score for one in each))))

    def _among(self, controls: frozenset[str]) -> Matcher:
        if controls not in self._matchers:
            asked = [one for control, one in self._asked.items() if control in controls]
            self._matchers[controls] = Matcher(self._meanings, asked)
        return self._matchers[controls]


def _of_controls(meanings: Meanings) -> Meanings:
    """Return meanings with the words that say what controls do; one that a request uses otherwise changes its group."""
    said = meanings.said_of_controls
    moved = {words for every in said.values() for words in every}
    groups = {one: tuple(words for words in every if words not in moved) for one, every in meanings.groups.items()}
    return replace(meanings, groups=groups | {one: (*groups.get(one, ()), *words) for one, words in said.items()})


def _as_asked(control: Control, statement: str) -> EvidenceRequest:
    """Return a control as the matcher reads what is asked for: its title first, then what it says."""
    return EvidenceRequest(control.id, "", control.title, "", (), (), "", good_shows=statement, controls=(control.id,))
