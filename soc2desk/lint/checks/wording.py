"""Words that say nothing, or more than anyone may say, stay out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.sheets import documents, sheets
from soc2desk.lint.texts import asked_texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_EMPTY = re.compile(
    r"\b(?:appropriate(?:ly)?|as needed|timely|periodic(?:ally)?|regular(?:ly)?|prompt(?:ly)?|where possible"
    r"|best practices?|industry[- ]standards?|ensur(?:e|es|ed|ing)|robust|state[- ]of[- ]the[- ]art)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:certified|compliant|(?:pass(?:es|ed|ing)?|fail(?:s|ed|ing)?) (?:the|an|any|your|our|every|their) audits?"
    r"|guarantee[sd]?|guaranteeing|world[- ]class|bullet-?proof|(?:fully|completely|totally|100 ?%) secure"
    r"|unhackable|military[- ]grade|in our opinion|present(?:s|ed)? fairly|operated effectively throughout"
    r"|(?:audited|examined|attested|approved|verified) by (?:(?:an?|our|the) )?(?:independent )?"
    r"(?:CPAs?|auditors?)\b(?!')"
    r"|certif(?:y|ies|ication of) compliance)\b",
    re.IGNORECASE,
)


def empty_words(catalogue: Catalogue) -> Seen:
    """Yield a fault for each word in a document, statement or text beside a question that no auditor can test."""
    for template, _ in documents(catalogue):
        for found in _EMPTY.finditer(template.title):
            yield _says_nothing(found[0]), f"{template.path}, line 3", "Name the thing itself."
    for sheet in sheets(catalogue):
        for row in sheet.rows:
            for found in _EMPTY.finditer(row.prose):
                yield _says_nothing(found[0]), row.where, "Say who does what, how often and what shows it."
    for where, words in asked_texts(catalogue):
        for found in _EMPTY.finditer(words):
            yield _says_nothing(found[0]), where, "Say what is meant."


def _says_nothing(words: str) -> str:
    return f'"{words}" says nothing that can be tested.'


def claims(catalogue: Catalogue) -> Seen:
    """Yield a fault for each claim that only an auditor's report could carry, anywhere in the content."""
    for where, words in texts(catalogue):
        for found in claimed(words):
            message = f'"{found}" is a claim nobody may make here.'
            yield message, where, "Say what was done; only an auditor gives an opinion."


def claimed(words: str) -> Iterator[str]:
    """Yield each word of a text that claims what only an auditor's report could."""
    yield from (found[0] for found in _CLAIM.finditer(words))
