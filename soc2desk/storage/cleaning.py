"""The one place where typed text is made fit for every later format."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

LONGEST_TEXT = 100_000
"""The most characters one text may hold."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Word and spreadsheet files cannot hold these at all; a byte order mark inside a text is an accident of copying. Two
# that turn the order of letters round belong to no language, and make exe.txt of txt.exe.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return text without control characters, overrides of order and lone surrogates, composed (NFC) and stripped.

    Tabs and line ends inside the text stay, the latter as plain ones.
    """
    if text.isascii() and text.isprintable():
        # Most of what is kept: there is nothing in it to look for.
        return text.strip()
    plain_ends = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNFIT.sub("", plain_ends)).strip()


def one_line(text: str, longest: int) -> str:
    """Return clean text as one line with single spaces, cut at a length."""
    return " ".join(clean(text).split())[:longest].rstrip()


def cut_text(text: str, longest: int) -> str:
    """Return clean text, cut at a length."""
    return clean(text)[:longest].rstrip()


def day_in(text: str) -> date | None:
    """Return the day that a kept text says; None for one that says none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_text(day: date | None) -> str:
    """Return a day as it is kept; empty for none."""
    return day.isoformat() if day else ""
