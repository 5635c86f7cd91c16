"""Letters in answers that no font of this computer can draw, so that a document would print a stand-in for them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

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
        if isinstance(rows, dict):
            named = ((f"{table.name}.{name}", row) for name, row in rows.items())
        elif isinstance(rows, tuple):
            named = ((f"{table.name}.{getattr(row, 'id', '')}", row) for row in rows)
        else:
            continue
        for place, row in named:
            yield from ((place, words) for words in _texts(row) if not words.isascii() and _RARE.search(words))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _texts(one)
    else:
        for name in _names(cast("Hashable", type(value))):
            yield from _texts(getattr(value, name))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the fields of a row or a value; none of a number, a day or nothing."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
