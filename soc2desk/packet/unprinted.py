"""Letters in answers that no font of this computer can draw, so that a document would print a stand-in for them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
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
        if isinstance(rows, dict):
            named = ((f"{table.name}.{name}", row) for name, row in rows.items())
        elif isinstance(rows, tuple):
            named = ((f"{table.name}.{getattr(row, 'id', '')}", row) for row in rows)
        else:
            continue
        for place, row in named:
            yield from ((place, words) for words in _texts(row) if _RARE.search(words))


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
