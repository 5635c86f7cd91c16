"""How a list is laid out: its text, what parts its cells, where its headings stand, and then its rows one by one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.exports.encodings import encoding_of
from soc2desk.storage.exports.heading_words import HEADINGS
from soc2desk.storage.exports.text_rows import Cells, rows_of_text, separator_of, tidy
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain
from soc2desk.storage.workbooks import is_workbook, rows_of_sheet, sheet_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_BYTES = 256 * 1024 * 1024
_LOOKED_AT = 40
_MOST_ABOVE = 15
_TWO = 2
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_NO_LETTER = re.compile(r"[\W_]+")
_DATA = re.compile(
    r"@|\d{4}|^\d+([.,]\d+)?$|^(true|false|yes|no|active|inactive|enabled|disabled|suspended|never)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one file is laid out. `headings` are unlike each other; `first` is the line after them.

    `above` lines stand over the headings, which take `lines` lines. `doubled` are headings that stood twice, `short`
    says that rows may end early because the last columns have no heading.
    """

    path: Path
    headings: tuple[str, ...]
    first: int
    above: int = 0
    lines: int = 1
    encoding: str = ""
    encoding_sure: bool = True
    separator: str = ""
    separator_sure: bool = True
    sheet: str = ""
    doubled: tuple[str, ...] = ()


@lru_cache(4096)
def bare(words: str) -> str:
    """Return a heading as it is compared: small letters and digits, without what stands in brackets."""
    apart = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", words).casefold())
    return _NO_LETTER.sub("", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def layout_of(path: Path, kind: str) -> Layout:
    """Return how a file is laid out that should hold a list of a `kind`. Raises FileProblem for what holds none."""
    with said_plainly("The file cannot be read.", path):
        check_plain(path)
        if path.stat().st_size > MOST_BYTES:
            message = f"The file is larger than {MOST_BYTES // 1024**2} MB."
            raise FileProblem(message, where=path.name, hint="Export the list in parts.")
        return _of_workbook(path, kind) if is_workbook(path) else _of_text(path, kind)


def rows_in(layout: Layout) -> Iterator[Cells]:
    """Yield the rows below the headings; one that is broken says what is wrong with it."""
    with said_plainly("The file cannot be read.", layout.path):
        for row in _rows(layout):
            if row.line >= layout.first:
                yield _checked(row, len(layout.headings))


def _rows(layout: Layout) -> Iterator[Cells]:
    if layout.sheet:
        width = len(layout.headings)
        for number, cells in rows_of_sheet(layout.path, layout.sheet):
            yield Cells(number, (*map(tidy, cells), *("",) * (width - len(cells))))
        return
    with layout.path.open(encoding=layout.encoding, errors="replace", newline="") as file:
        yield from rows_of_text(file, layout.separator)


def _checked(row: Cells, width: int) -> Cells:
    cells = row.cells
    if row.fault:
        return row
    if len(cells) > width and any(cells[width:]):
        return row._replace(fault=f"it has {len(cells)} cells under {width} headings")
    if len(cells) < width:
        return row._replace(fault=f"it has {len(cells)} cells under {width} headings")
    return row if len(cells) == width else row._replace(cells=cells[:width])


# ---- where the headings stand ----------------------------------------------------------------------


def _of_text(path: Path, kind: str) -> Layout:
    encoding = encoding_of(path)
    with path.open(encoding=encoding.name, errors="replace", newline="") as file:
        separator, sure = separator_of(file)
        file.seek(0)
        top = list(islice(rows_of_text(file, separator), _LOOKED_AT))
    headings, first, above, lines = _headings(path, top, kind)
    return _made(Layout(path, headings, first, above, lines, encoding.name, encoding.sure, separator, sure), top)


def _of_workbook(path: Path, kind: str) -> Layout:
    found: list[tuple[int, Layout]] = []
    for sheet in sheet_names(path):
        top = [Cells(number, cells) for number, cells in islice(rows_of_sheet(path, sheet), _LOOKED_AT)]
        if top:
            headings, first, above, lines = _headings(path, top, kind)
            known = _known(headings, kind)
            found.append((known, _made(Layout(path, headings, first, above, lines, sheet=sheet), top)))
    if not found:
        raise FileProblem("There is nothing to read: every cell is empty.", where=path.name)
    return max(found, key=lambda one: one[0])[1]


def _headings(path: Path, top: Sequence[Cells], kind: str) -> tuple[tuple[str, ...], int, int, int]:
    rows = [row for row in top if not row.fault]
    if not any(bare(cell) for row in rows for cell in row.cells):
        raise FileProblem("There is nothing to read: every cell is empty.", where=path.name)
    candidates = rows[:_MOST_ABOVE]
    scores = [_known(row.cells, kind) for row in candidates]
    widest = max(_filled(row.cells) for row in rows)
    wide = [at for at, row in enumerate(candidates) if _filled(row.cells) * _TWO >= widest]
    usual = wide[0] if wide else 0
    at = next((at for at, score in enumerate(scores) if score >= _TWO and score * _TWO >= max(scores)), usual)
    second = at + 1 < len(scores) and scores[at + 1] >= _TWO and not any(map(_DATA.search, candidates[at + 1].cells))
    cells = candidates[at].cells
    if second:
        cells = _together(cells, candidates[at + 1].cells)
    last = candidates[at + second]
    following = next((row.line for row in top if row.line > last.line), last.line + 1)
    return cells, following, at, 1 + second


def _together(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    width = max(len(upper), len(lower))
    pairs = zip(*((*row, *("",) * (width - len(row))) for row in (upper, lower)), strict=True)
    return tuple(one if one == two or not two else f"{one} / {two}" if one else two for one, two in pairs)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell)


def _known(cells: Sequence[str], kind: str) -> int:
    """Return how many cells read like headings of such a list."""
    words = {word for known in HEADINGS[kind].values() for word in known}
    return sum(1 for cell in cells if words & set(forms(cell)))


def forms(heading: str) -> tuple[str, ...]:
    """Return a heading in the forms in which it may be known: whole, by lines, and without what leads to it."""
    parts = [heading, *heading.split(" / ")]
    parts += [part.rpartition(".")[2] for part in parts]
    return tuple(dict.fromkeys(found for part in parts if (found := bare(part))))


def _made(layout: Layout, top: Sequence[Cells]) -> Layout:
    """Return a layout with headings that are unlike each other, without the empty ones at the end."""
    below = [row.cells for row in top if row.line >= layout.first and not row.fault]
    cells = list(layout.headings)
    used = max((len(row) - next((i for i, c in enumerate(reversed(row)) if c), len(row)) for row in below), default=0)
    while cells and not cells[-1] and len(cells) > used:
        cells.pop()
    names, doubled = _told_apart([" ".join(cell.split()) or f"column {at}" for at, cell in enumerate(cells, 1)])
    fields = {name: getattr(layout, name) for name in Layout.__slots__}
    return Layout(**(fields | {"headings": names, "doubled": doubled}))


def _told_apart(given: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return headings with a number behind each that stood there before, and those that did."""
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for name in given:
        made = name
        while made in names:
            numbers[name] = numbers.get(name, 1) + 1
            made = f"{name} ({numbers[name]})"
        names[made] = None
    return tuple(names), tuple(numbers)
