"""One thing has one name, so that a reader never asks whether two words mean two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents
from soc2desk.lint.texts import texts
from soc2desk.lint.used_terms import misused, used_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_OTHERS_WORDS = ("terms/", "baseline/", "criteria/", "tables/")
"""The glossary and spreadsheets hold the words of others; criteria and baseline speak of all companies."""


def _summaries_of_law(catalogue: Catalogue) -> Iterator[str]:
    """Yield the place of each line of a summary of law, which may use the words of the law."""
    for _, sheet in documents(catalogue):
        yield from (row.where for part in outline(sheet) if part.is_of_law for row in part.rows)


def one_term(catalogue: Catalogue) -> Seen:
    """Yield a fault for each word that stands for a thing which has another name here."""
    terms = used_terms()
    of_law = frozenset(_summaries_of_law(catalogue))
    for where, words in texts(catalogue):
        if where not in of_law and not where.startswith(_OTHERS_WORDS):
            for found, term in misused(words, terms):
                yield f'"{found}" has another name here.', where, f"Say {term.say}."
