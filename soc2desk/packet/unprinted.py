"""Letters in answers that no font of this computer can draw, so that a document would print a stand-in for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.project import Project

_RARE = re.compile("[^\x00-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2026\u20ac\u2122]")
"""What is beyond the letters of Europe, all of which come with the program."""


def unprinted(project: Project) -> dict[str, str]:
    """Return the letters that have no font, each once, by the place of the answer or row they stand in."""
    found: dict[str, str] = {}
    for place, words in _rare(project):
        from soc2desk.renderers.pdf_fonts import missing  # noqa: PLC0415 - fonts are read only for rare letters

        lacking = missing(found.get(place, "") + words)
        if lacking:
            found[place] = lacking
    return found


def _rare(project: Project) -> Iterator[tuple[str, str]]:
    """Yield each text that holds rare letters, with its place."""
    for table in fields(project):
        rows = getattr(project, table.name)
        if isinstance(rows, (dict, tuple)):
            yield from _rare_in(_Table(table.name, rows))


class _Table:
    """A table of a project; one is another only where it holds the very same rows, which nobody changes in place."""

    __slots__ = ("name", "rows")

    def __init__(self, name: str, rows: Mapping[str, object] | tuple[object, ...]) -> None:
        self.name, self.rows = name, rows

    def __hash__(self) -> int:
        return hash((self.name, id(self.rows)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Table) and other.name == self.name and other.rows is self.rows


@lru_cache(maxsize=64)
def _rare_in(table: _Table) -> tuple[tuple[str, str], ...]:
    """Return the same of one table. A change leaves the others as they are, and they are not read through again."""
    rows = table.rows
    named = rows.items() if isinstance(rows, Mapping) else ((str(getattr(row, "id", "")), row) for row in rows)
    return tuple((f"{table.name}.{id_}", words) for id_, row in named for words in _texts(row) if _RARE.search(words))


def _texts(value: object) -> Iterator[str]:
    """Yield each text in a value; those in it that are plain ASCII are left out."""
    if isinstance(value, str):
        yield value
        return
    for inner in _inside(value):
        # Of thousands of rows most fields end here.
        if inner and not (isinstance(inner, str) and inner.isascii()):
            yield from _texts(inner)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, (tuple, list, frozenset)):
        return value
    return [getattr(value, name) for name in value.__dataclass_fields__] if is_dataclass(value) else ()
