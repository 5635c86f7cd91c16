"""The texts of a sheet as one reads them: each paragraph, item and cell, with every arm of its ifs or the longest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.fill import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.lint.outline import Part
    from soc2desk.lint.sheet import Row, Sheet

BETWEEN = " / "
"""Stands between the arms of an if, so that words of two arms do not become neighbours."""

NEW_LINE = "new line"

_MARK = re.compile(r"^(?:>\s?)*\s*(?:(?:\d{1,9}[.)]|[-*+]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?(?:@\S+\s+)?")
_NEW_ITEM = re.compile(r"\s*(?:\d{1,9}[.)]|[-*+])\s")
_VALUE = re.compile(f"{OPEN}(\\d+){CLOSE}")
_CONTROLS = re.compile(r"\s*\[[A-Z]{3}-\d{2}\](?!\()")
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BARS = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_SILENT = frozenset({"hr", "code", "sign-off"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two tags. `tag` is the tag before them ("" for none, NEW_LINE for the beginning of a line)."""

    words: str
    where: str
    tag: str = ""


Text = tuple[Piece, ...]
"""One paragraph, list item or table cell."""


def texts_of(part: Part, sheet: Sheet) -> Iterator[Text]:
    """Yield the texts of a part: values as <name>, without marks, ids and targets of links."""
    if part.kind == "table":
        yield from _cells(part.rows, sheet)
        return
    if part.kind in _SILENT:
        return
    text: list[Piece] = []
    for row in part.rows:
        if text and (not row.words.strip() or _NEW_ITEM.match(row.words) or part.kind == "form"):
            yield tuple(text)
            text = []
        text += _pieces(row, sheet)
    if text:
        yield tuple(text)


def every_arm(text: Text) -> Text:
    """Return a text with all arms of its ifs after one another."""
    return tuple(replace(one, words=BETWEEN + one.words) if one.tag in {"else", "elif"} else one for one in text)


def longest_arms(text: Text) -> Text:
    """Return a text as the company reads it that gets the longest arm of each if."""
    waiting: list[list[list[Piece]]] = [[[]]]
    for one in text:
        match one.tag:
            case "if":
                waiting.append([[]])
            case "else" | "elif" if len(waiting) > 1:
                waiting[-1].append([])
            case "endif" if len(waiting) > 1:
                arms = waiting.pop()
                waiting[-1][-1] += max(arms, key=_length)
        waiting[-1][-1].append(one)
    return tuple(piece for arms in waiting for piece in max(arms, key=_length))


def _length(pieces: Iterable[Piece]) -> int:
    return len(" ".join(one.words for one in pieces).split())


def _cells(rows: tuple[Row, ...], sheet: Sheet) -> Iterator[Text]:
    for row in rows:
        if _BARS.match(row.words):
            continue
        cell: list[Piece] = []
        for one in _pieces(row, sheet):
            first, *others = one.words.split("|")
            cell.append(Piece(first, one.where, one.tag))
            for words in others:
                yield tuple(cell)
                cell = [Piece(words, one.where)]
        yield tuple(cell)


def _pieces(row: Row, sheet: Sheet) -> Iterator[Piece]:
    start = _MARK.match(row.words)
    at, tag = start.end() if start else 0, NEW_LINE
    for cut, next_tag, _ in (*row.cuts, (len(row.words), "", ())):
        if cut >= at:
            yield Piece(_read(row.words[at:cut], sheet), row.where, tag)
            at = cut
        tag = next_tag


def _read(words: str, sheet: Sheet) -> str:
    words = _CODE.sub("<code>", _CONTROLS.sub("", words))
    words = _LINK.sub(lambda found: "<ref>" if found[1] == "ref" else found[1], words)
    return _VALUE.sub(lambda found: f"<{_name(sheet, int(found[1]))}>", words).replace("*", "")


def _name(sheet: Sheet, number: int) -> str:
    slot = sheet.slots[number]
    return f"{slot.name}.{slot.field}" if slot.field else slot.name
