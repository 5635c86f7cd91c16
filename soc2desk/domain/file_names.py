"""Names of files and folders that every system takes, made from words that people write."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})
"""Letters that Unicode does not take apart."""


def file_name(words: str, longest: int) -> str:
    """Return words as lower-case ASCII letters, digits and single hyphens, at most `longest` characters.

    Empty when nothing of the words can be written so.
    """
    apart = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    plain = apart.encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")
