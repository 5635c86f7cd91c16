"""One thing has one name, so that a reader never asks whether two words mean two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.lint.texts import texts
from soc2desk.lint.used_terms import used_terms

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_OTHERS_WORDS = ("terms/", "baseline/", "criteria/", "tables/")
"""The glossary and spreadsheets hold the words of others; criteria and baseline speak of all companies."""


def one_term(catalogue: Catalogue) -> Seen:
    """Yield a fault for each word that stands for a thing which has another name here."""
    terms = used_terms()
    for where, words in texts(catalogue):
        if not where.startswith(_OTHERS_WORDS):
            for term in terms:
                for found in term.misused_in(words):
                    yield f'"{found}" has another name here.', where, f"Say {term.say}."
