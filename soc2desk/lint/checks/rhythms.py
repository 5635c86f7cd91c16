"""How often, how much and how soon come from answers: no such word or figure is typed into a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.sheet import Sheet

_SPAN = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|half-years?|years?)"
_KIND = r"(?:(?:working|business|calendar)[ -])?"
_COUNT = (
    r"(?:\d[\d,.]*|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
    r"|(?:an? )?(?:dozen|hundred|thousand|couple of|few)|several)"
)
_RHYTHM = re.compile(
    r"\b(?:hourly|daily|nightly|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|half-yearly"
    r"|semi-?annual(?:ly)?|bi-?annual(?:ly)?|yearly|annual(?:ly)?"
    rf"|(?:every|each|per)\s+(?:{_COUNT}\s+|second\s+|other\s+)?{_KIND}{_SPAN}"
    rf"|(?:once|twice|times)\s+(?:a|an|every|each|per)\s+{_KIND}{_SPAN}"
    rf"|(?:within|at least|at most|up to|no (?:more|less|later) than|less than|more than)\s+an?\s+{_KIND}{_SPAN}"
    rf"|(?:after|for)\s+an?\s+{_KIND}(?:hour|week|month|quarter|half-year|year)|an?\s+{_KIND}{_SPAN}\s+(?:after|before|from|later|earlier|ahead|old)"
    rf"|(?:the same|the next|the following|by the end of the)\s+{_KIND}{_SPAN}|fortnights?|overnight)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\b{_COUNT}[ -]{_KIND}(?:{_SPAN}|characters?|percent|per cent)\b|\b\d+ ?%"
    r"|\b(?:within|at least|at most|up to|no more than|more than|fewer than|less than|minimum of|maximum of)\s+\d+",
    re.IGNORECASE,
)
_IN_ANY = (
    *("day", "dail", "night", "week", "month", "quarter", "year", "annual", "hour", "minute", "second"),
    *("character", "percent", "per cent", *"0123456789"),
)
"""Letters or figures that are in whatever the two patterns find, to be looked for first, which is quick."""

_TIMES = re.compile(
    rf"\b(?!one\b|\d){_COUNT}\s+(?:\w+ed\s+)?"
    r"(?:copies|attempts|tries|times|generations|versions|retries|alerts|failures)\b",
    re.IGNORECASE,
)
"""Numbers in words of what a clause limits. Of people it may say two: a second pair of eyes is no figure of ours."""

_OF_LAW = re.compile(r"\b(?:24 months|(?:5|five) years|(?:30|thirty) days)\b", re.IGNORECASE)
"""What a summary of law may say: how long a breach is kept on record, and how long an answer to a person may take."""

_NUMBER = re.compile(r"^\s*\d+[.)]\s")
_FIGURE = re.compile(r"\d+")
_NAMED = re.compile(
    r"\b(?:SOC|ISO|TLS|AES|SHA|IPv|OAuth|SAML|severity|level|version|part|step)[ -]?\d[\d.:-]*"
    r"(?: (?:or|and|to) \d)*",
    re.IGNORECASE,
)
"""Figures that are part of a name and limit nothing: SOC 2, TLS 1.2, severity 1 or 2."""
_HINT = "Print it from an answer: {{ question | each }}, {{ question | amount }} or {{ cadence_acc_07 | each }}."


def rhythms(catalogue: Catalogue) -> Seen:
    """Yield a fault for each rhythm or limit typed into a document, a title or a statement.

    A clause and a statement may hold no figure at all besides those of a name (SOC 2, severity 1), and no number in
    words of tries, copies and their like. Tables, forms and explanations may: the scale of a risk method limits
    nothing. A summary of law may say what the law sets.
    """
    for template, sheet in documents(catalogue):
        for words in _typed(template.title):
            yield _message(words), f"{template.path}, line 3", "Take the rhythm out of the title."
        yield from _document(sheet)
    for control, sheet in statements(catalogue):
        for words in _typed(control.title):
            yield _message(words), f"controls/{control.id}/title", "Take the rhythm out of the title."
        for row in sheet.rows:
            for words in (*_typed(row.prose), *_counted(row.prose)):
                yield _message(words), row.where, _HINT


def _document(sheet: Sheet) -> Seen:
    for part in outline(sheet):
        for row in part.rows:
            prose = _NUMBER.sub("", row.prose)
            prose = _OF_LAW.sub("", prose) if part.is_of_law else prose
            for words in (*_typed(prose), *(_counted(prose) if part.kind == "clause" else ())):
                yield _message(words), row.where, _HINT


def _typed(prose: str) -> Iterator[str]:
    small = prose.lower()
    if any(letters in small for letters in _IN_ANY):
        for pattern in (_RHYTHM, _LIMIT):
            for found in pattern.finditer(prose):
                yield found[0]


def _counted(prose: str) -> Iterator[str]:
    for found in _TIMES.finditer(prose):
        yield found[0]
    for found in _FIGURE.finditer(_LIMIT.sub("", _NAMED.sub("", prose))):
        yield found[0]


def _message(words: str) -> str:
    return f'"{words}" is typed into the text.'
