"""Names of files and folders that every system takes, made from words that people write."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})
"""Letters that Unicode does not take apart."""
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\..*)?", re.IGNORECASE | re.DOTALL
)


def file_name(words: str, longest: int) -> str:
    """Return words as lower-case ASCII letters, digits and single hyphens, at most `longest` characters.

    Empty when nothing of the words can be written so.
    """
    apart = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    plain = apart.encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name of a file or folder for a device, whatever ending it has."""
    return _DEVICE.fullmatch(name) is not None
