"""The space for an answer as it came back: what was written, which boxes were ticked, whatever a program made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.storage.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EMPTY_BOXES = "\u2610\u25a1\u25fb\u2b1c"
TICKED_BOXES = "\u2611\u2612\u2713\u2714\u2717\u2718\u25a0\u22a0\u25fc\u2b1b\u2705"
_BOX = re.compile(rf"[{EMPTY_BOXES}{TICKED_BOXES}]|\[\s?[xXvV]?\s?\]|\(\s?[xX]\s?\)")
_TICKED_BY_HAND = re.compile(r"^\s*[xX]\s+")
_NO_ANSWER = frozenset({
    "n/a", "na", "n.a", "n / a", "not applicable", "does not apply", "-", "--", "---", "?", "??", "tbd", "tba", "tbc",
    "to be determined", "to be confirmed", "to be defined", "s/o", "s.o", "sans objet", "\u00e0 d\u00e9terminer",
    "\u00e0 confirmer",
})  # fmt: skip
_SIGNS: Mapping[int, str] = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u00b4"), "'"),
        **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
        **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
        **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u2060"), " "),
        ord("\u2026"): "...",
    }
)


@dataclass(frozen=True, slots=True)
class Space:
    """What came back in one space: words, the labels whose boxes are ticked, and words after such a label."""

    words: str
    ticked: frozenset[str] = frozenset()
    after: str = ""


def typed(words: str) -> str:
    """Return words without what word processors make of them while they are typed: quotes, dashes, spaces."""
    return " ".join(clean(words).translate(_SIGNS).split())


def bare(words: str) -> str:
    """Return words as they are compared: as typed, in small letters, without a point at the end."""
    return typed(words).casefold().rstrip(".")


def says_nothing(words: str) -> bool:
    """Return whether words only say that there is no answer: it does not apply, or is still to come."""
    return bare(words) in _NO_ANSWER


def space_of(text: str, labels: Iterable[str], prompts: Iterable[str]) -> Space:
    """Return what a space holds. `labels` are those of its boxes, `prompts` the words that stand in an empty one."""
    known = sorted({label for label in labels if label}, key=len, reverse=True)
    empty = sorted({bare(prompt) for prompt in prompts if prompt.strip()}, key=len, reverse=True)
    ticked: set[str] = set()
    words: list[str] = []
    after: list[str] = []
    for line in clean(text).split("\n"):
        for sign, rest in _pieces(line, known) if known else [("", line)]:
            label = next((one for one in known if _begins(rest, one)), "")
            tail = _without_prompt(rest[_length(rest, label) :].lstrip(" :,") if label and sign else rest, empty)
            if sign and label and not _is_empty(sign):
                ticked.add(label)
            if tail:
                (after if sign and label else words).append(tail)
    return Space("\n".join(words).strip(), frozenset(ticked), " ".join(after).strip())


def _pieces(line: str, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each box of a line with the words behind it; words before the first one have none."""
    marks = list(_BOX.finditer(line))
    by_hand = _TICKED_BY_HAND.match(line)
    if not marks and by_hand and any(_begins(line[by_hand.end() :], one) for one in known):
        yield "x", line[by_hand.end() :].strip()
        return
    first = line[: marks[0].start()] if marks else line
    if first.strip():
        yield "", first.strip()
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(line)
        yield mark.group(), line[mark.end() : end].strip()


def _is_empty(sign: str) -> bool:
    return sign in EMPTY_BOXES or not sign.strip("[] ")


def _begins(words: str, label: str) -> bool:
    whole, start = bare(words), bare(label)
    return whole == start or whole.startswith((f"{start} ", f"{start}:", f"{start},"))


def _length(words: str, label: str) -> int:
    """Return how many letters of words the label takes, whatever spaces and quotes it was saved with."""
    wanted = len(bare(label).replace(" ", ""))
    at = 0
    while at < len(words) and wanted > 0:
        wanted -= len(typed(words[at]).casefold().replace(" ", ""))
        at += 1
    return at


def _without_prompt(words: str, empty: Iterable[str]) -> str:
    """Return words without the prompt of an empty space, which some programs leave before or behind what is typed."""
    words = words.strip()
    whole = bare(words)
    for prompt in empty if whole else ():
        if whole == prompt:
            return ""
        if whole.startswith(f"{prompt} "):
            return words[_length(words, prompt) :].strip()
        if whole.endswith(prompt):
            return _before(words, prompt)
    return words


def _before(words: str, prompt: str) -> str:
    backward = _length(words[::-1], prompt[::-1])
    return words[: len(words) - backward].strip()
