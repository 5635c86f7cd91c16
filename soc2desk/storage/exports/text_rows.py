"""Rows out of text of any length: one after the other, with what is broken kept apart and told by its line."""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from soc2desk.storage.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEPARATORS = (",", ";", "\t", "|")
LONGEST_LINE = 200_000
MOST_JOINED = 40
"""Lines that one quoted cell may run over; an open quotation mark that goes on longer is a fault of the file."""
MOST_OPEN = 200
"""Quotation marks that are never closed, after which none is followed over its line any more."""
_SAMPLED = 40
_SHARE = 0.6
_SAID = re.compile("sep=(.)\r?\n?", re.IGNORECASE)
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


class Cells(NamedTuple):
    """One row: the line where it begins, from 1, and its cells; `fault` says what is wrong with a broken one."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""


def separator_of(lines: Iterable[str]) -> tuple[str, bool]:
    """Return what parts the cells, judged by the first lines, and whether the text leaves no doubt."""
    sample = [line for line in islice(lines, _SAMPLED) if line.strip()]
    if sample and (said := _SAID.fullmatch(sample[0])):
        return said.group(1), True
    scores = {sign: _score(sample, sign) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: scores[sign])
    others = [scores[sign] for sign in SEPARATORS if sign != best]
    return best, scores[best] > 1.0 and max(others) < scores[best] / 2


def _score(sample: list[str], sign: str) -> float:
    """Return how many cells most lines have, where most lines have equally many."""
    widths = Counter(len(row.cells) for row in rows_of_text(sample, sign) if not row.fault)
    width, times = max(widths.items(), key=lambda one: (one[1] * (one[0] > 1), one[0]), default=(1, 0))
    share = times / (sum(widths.values()) or 1)
    return width if share >= _SHARE else width * share / 2


def rows_of_text(lines: Iterable[str], separator: str) -> Iterator[Cells]:
    """Yield every row that holds something; the text comes line by line with its line ends."""
    source = _Lines(lines, separator)
    reader = csv.reader(source, delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Cells(source.began, (), f"it cannot be read ({error})")
            continue
        if source.fault:
            yield Cells(source.began, tuple(row), source.fault)
        elif any(row) and not (source.began == 1 and _SAID.fullmatch(source.text)):
            plain = source.text.isascii() and not _UNPRINTED.search(source.text)
            yield Cells(source.began, tuple([cell.strip() for cell in row] if plain else map(tidy, row)))


def tidy(cell: str) -> str:
    """Return a cell without what cannot be kept; the quick way where it is plain."""
    return cell.strip() if cell.isascii() and not _UNPRINTED.search(cell) else clean(cell)


class _Lines:
    """Whole rows as text: lines are joined while a quotation mark is open, and given back where it never closes."""

    def __init__(self, lines: Iterable[str], separator: str) -> None:
        self._source, self._number = iter(lines), 0
        self._waiting: deque[tuple[int, str]] = deque()
        sign = re.escape(separator)
        # A quoted cell begins where a cell begins; a quotation mark inside plain words is a sign like any other.
        self._closed = re.compile(f'(?:^|(?<={sign}))"(?:[^"]|"")*+"(?={sign}|[\r\n]*$)')
        self._opens = re.compile(f'(?:^|{sign})"')
        self.began, self.text, self.fault = 0, "", ""
        self._open = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.fault = ""
        self.began, self.text = self._take()
        if len(self.text) > LONGEST_LINE:
            self.fault = "it is longer than a row of a list can be"
            self.text = "\n"
        elif '"' in self.text and self._is_open(self.text):
            self._join()
        return self.text

    def _take(self) -> tuple[int, str]:
        if self._waiting:
            return self._waiting.popleft()
        text = next(self._source)
        self._number += 1
        return self._number, text.replace("\0", "")

    def _is_open(self, text: str) -> bool:
        return bool(self._opens.search(self._closed.sub("", text)))

    def _join(self) -> None:
        joined, taken = self.text, []
        for _ in range(MOST_JOINED if self._open < MOST_OPEN else 0):
            try:
                one = self._take()
            except StopIteration:
                break
            taken.append(one)
            joined += one[1]
            if len(joined) > LONGEST_LINE:
                break
            # Only a line with a quotation mark can close one.
            if '"' in one[1] and not self._is_open(joined):
                self.text = joined
                return
        self._waiting.extendleft(reversed(taken))
        self._open += 1
        self.fault = "a quotation mark in it is never closed"
        self.text = self.text.replace('"', "")
