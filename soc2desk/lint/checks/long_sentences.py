"""A sentence is one that can be read once and understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.lint.prose import longest_sentences
from soc2desk.lint.sheets import sheets

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

MOST_WORDS = 60


def long_sentences(catalogue: Catalogue) -> Seen:
    """Yield a fault for each sentence of more than sixty words; of an if inside a line the longest arm counts."""
    for sheet in sheets(catalogue):
        for one in longest_sentences(sheet):
            if one.count > MOST_WORDS:
                first = " ".join(one.words.split()[:6])
                message = f'The sentence "{first} ..." has {one.count} words; {MOST_WORDS} are the most.'
                yield message, one.where, "Make two of it, or a list."
