"""How the text of a file is written: told by its first bytes and its whole content, never by its name."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

UTF8, WIDE, WIDE_LITTLE, WIDE_BIG, WINDOWS = "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"
_CHUNK = 1 << 20
_HEAD = 4096
_ZERO_SHARE = 0.3  # of every second byte; plain Latin text in two bytes has nearly all of them zero
_MARKS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, WIDE), (codecs.BOM_UTF16_BE, WIDE))
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How text is written. `sure` says that the file says so itself, or that nothing else fits."""

    name: str
    sure: bool


def encoding_of(path: Path) -> Encoding:
    """Return how a file of text is written. Raises FileProblem for what is no text, and OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(_OLD_WORKBOOK):
            message = "This is a workbook of the old kind (.xls), which is not read here."
            raise FileProblem(message, where=path.name, hint="Save it as .xlsx or as CSV.")
        for mark, name in _MARKS:
            if head.startswith(mark):
                return Encoding(name, sure=True)
        if wide := _wide(head):
            return Encoding(wide, sure=False)
        if b"\0" in head:
            hint = "Export the list again as CSV or XLSX."
            raise FileProblem("This is not text, so no list can be read from it.", where=path.name, hint=hint)
        decoder = codecs.getincrementaldecoder("utf-8")()
        chunk = head
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return Encoding(WINDOWS, sure=False)
    return Encoding(UTF8, sure=True)


def _wide(head: bytes) -> str:
    """Return which of two bytes comes first where text takes two for a letter and has no mark; empty for other text."""
    pairs = len(head) // 2
    if not pairs:
        return ""
    first, second = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if second > pairs * _ZERO_SHARE and first * 10 < second:
        return WIDE_LITTLE
    if first > pairs * _ZERO_SHARE and second * 10 < first:
        return WIDE_BIG
    return ""
