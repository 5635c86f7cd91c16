"""Cuts a sheet into stretches of lines, as Markdown does: the document engine keeps no lines, and faults need them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.lint.sheet import Row

_HEADING = re.compile(r"#{1,6} ")
_FENCE = re.compile(r"(?P<mark>```+|~~~+)\s*(?P<info>\S*)")
_RULE = re.compile(r"(\*\s*){3,}$|(-\s*){3,}$|(_\s*){3,}$")
_STEP = re.compile(r"\d{1,9}[.)]\s+")
_BULLET = re.compile(r"[-*+]\s+")
_BARS = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_CODE = "    "


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one kind: heading, steps, bullets, table, callout, hr, code, paragraph, or the info of a fence."""

    kind: str
    rows: tuple[Row, ...]


def stretches(rows: tuple[Row, ...]) -> Iterator[Stretch]:
    """Yield the stretches of a text in reading order; blank lines between them belong to none."""
    at = 0
    while at < len(rows):
        if not rows[at].words.strip():
            at += 1
            continue
        kind = _kind(rows, at)
        end = _end(rows, at, kind)
        yield Stretch(kind, _without_blank_end(rows[at:end]))
        at = end


def items(stretch: Stretch) -> Iterator[tuple[Row, ...]]:
    """Yield the lines of each item of a list."""
    starts = [i for i, row in enumerate(stretch.rows) if _item(stretch.kind, row.words)]
    for start, end in zip(starts, [*starts[1:], len(stretch.rows)], strict=True):
        yield _without_blank_end(stretch.rows[start:end])


def opening(rows: tuple[Row, ...]) -> str:
    """Return the first paragraph of a heading or list item as one line, without its mark."""
    said = [_STEP.sub("", _HEADING.sub("", rows[0].words, count=1), count=1)]
    for row in rows[1:]:
        words = row.words.strip()
        if not words or _BULLET.match(words) or _STEP.match(words):
            break
        said.append(words)
    return " ".join(said).strip()


def _kind(rows: tuple[Row, ...], at: int) -> str:
    words = rows[at].words
    fence = _FENCE.match(words)
    if fence:
        return fence["info"]
    for kind, pattern in (("heading", _HEADING), ("hr", _RULE), ("steps", _STEP), ("bullets", _BULLET)):
        if pattern.match(words):
            return kind
    if words.startswith(">"):
        return "callout"
    if words.startswith(_CODE):
        return "code"
    return "table" if _is_table(rows, at) else "paragraph"


def _is_table(rows: tuple[Row, ...], at: int) -> bool:
    return "|" in rows[at].words and at + 1 < len(rows) and bool(_BARS.match(rows[at + 1].words))


def _end(rows: tuple[Row, ...], at: int, kind: str) -> int:
    fence = _FENCE.match(rows[at].words)
    if fence:
        return _after_fence(rows, at, fence["mark"])
    if kind in {"heading", "hr"}:
        return at + 1
    end = at + 1
    while end < len(rows) and _goes_on(rows, end, kind):
        end += 1
    return end


def _after_fence(rows: tuple[Row, ...], at: int, mark: str) -> int:
    closing = (i for i in range(at + 1, len(rows)) if rows[i].words.strip().startswith(mark))
    return next(closing, len(rows) - 1) + 1


def _goes_on(rows: tuple[Row, ...], at: int, kind: str) -> bool:
    """Whether a line still belongs to the stretch above it."""
    words, above = rows[at].words, rows[at - 1].words
    if kind in {"steps", "bullets"}:
        listed = not words.strip() or words.startswith("  ") or _item(kind, words)
        return listed or (bool(above.strip()) and _kind(rows, at) == "paragraph")
    if not words.strip():
        return False
    if kind in {"table", "code"}:
        return kind == "table" or words.startswith(_CODE)
    return _kind(rows, at) in {"paragraph", "code", kind}


def _item(kind: str, words: str) -> bool:
    return bool((_STEP if kind == "steps" else _BULLET).match(words))


def _without_blank_end(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    last = max(i for i, row in enumerate(rows) if row.words.strip())
    return rows[: last + 1]
