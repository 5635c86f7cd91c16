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
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty"
    r"|forty|forty-five|sixty|ninety)"
)
_RHYTHM = re.compile(
    r"\b(?:hourly|daily|nightly|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|half-yearly"
    r"|semi-?annual(?:ly)?|bi-?annual(?:ly)?|yearly|annual(?:ly)?"
    rf"|(?:every|each|per)\s+(?:{_COUNT}\s+|second\s+|other\s+)?{_KIND}{_SPAN}"
    rf"|(?:once|twice|times)\s+(?:a|an|every|each|per)\s+{_KIND}{_SPAN})\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\b{_COUNT}[ -]{_KIND}(?:{_SPAN}|characters?|percent|per cent)\b|\b\d+ ?%"
    r"|\b(?:within|at least|at most|up to|no more than|more than|fewer than|less than|minimum of|maximum of)\s+\d+",
    re.IGNORECASE,
)
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

    A clause and a statement may hold no figure at all besides those of a name (SOC 2, severity 1). Tables, forms and
    explanations may: the scale of a risk method limits nothing.
    """
    for template, sheet in documents(catalogue):
        for words in _typed(template.title):
            yield _message(words), f"{template.path}, line 3", "Take the rhythm out of the title."
        yield from _document(sheet)
    for control, sheet in statements(catalogue):
        for words in _typed(control.title):
            yield _message(words), f"controls/{control.id}/title", "Take the rhythm out of the title."
        for row in sheet.rows:
            for words in (*_typed(row.prose), *_figures(row.prose)):
                yield _message(words), row.where, _HINT


def _document(sheet: Sheet) -> Seen:
    for part in outline(sheet):
        for row in part.rows:
            prose = _NUMBER.sub("", row.prose)
            for words in (*_typed(prose), *(_figures(prose) if part.kind == "clause" else ())):
                yield _message(words), row.where, _HINT


def _typed(prose: str) -> Iterator[str]:
    for pattern in (_RHYTHM, _LIMIT):
        for found in pattern.finditer(prose):
            yield found[0]


def _figures(prose: str) -> Iterator[str]:
    for found in _FIGURE.finditer(_LIMIT.sub("", _NAMED.sub("", prose))):
        yield found[0]


def _message(words: str) -> str:
    return f'"{words}" is typed into the text.'
