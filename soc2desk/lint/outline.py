"""The parts of a sheet as the document engine will see them: headings, clauses, tables, forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.document.markdown import CONTROL_ID, CONTROLS_AT_END
from soc2desk.lint.stretches import items, opening, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.lint.sheet import Arms, Row, Sheet

_NO_ADVICE = "not legal advice"
_ID = re.compile(r"@(\S+)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines. `kind` is heading, clause, steps, bullets, paragraph, table, callout, form or another word.

    `name` is the typed id of a heading or clause ("" where it has none); `full` begins with the document and section.
    `section` is the section (level 1) it stands in. `controls` are those a clause states.
    """

    kind: str
    rows: tuple[Row, ...]
    name: str = ""
    full: str = ""
    section: str = ""
    controls: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """File and line of its beginning."""
        return self.rows[0].where

    @property
    def is_of_law(self) -> bool:
        """Whether it sums up what the law asks: a callout that says it is no legal advice."""
        return self.kind == "callout" and any(_NO_ADVICE in row.words for row in self.rows)

    @property
    def arms(self) -> Arms:
        """The ifs its first line stands in."""
        return self.rows[0].arms


@lru_cache(maxsize=512)
def outline(sheet: Sheet) -> tuple[Part, ...]:
    """Return the parts of a sheet in reading order."""
    return tuple(_Walk(sheet.id).parts(sheet.rows))


class _Walk:
    """One walk through a sheet; remembers the headings above."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.section = ""
        self.above = document

    def parts(self, rows: tuple[Row, ...]) -> Iterator[Part]:
        for stretch in stretches(rows):
            if stretch.kind == "heading":
                yield self.heading(stretch.rows)
            elif stretch.kind == "steps" and any(opening(item).startswith("@") for item in items(stretch)):
                yield from (self.clause(item) for item in items(stretch))
            else:
                yield Part(stretch.kind, stretch.rows, section=self.section)

    def heading(self, rows: tuple[Row, ...]) -> Part:
        name = _name(opening(rows))
        self.above = f"{self.document}/{name}"
        if rows[0].words.startswith("## "):
            self.section = self.above
        return Part("heading", rows, name, self.above, self.section)

    def clause(self, rows: tuple[Row, ...]) -> Part:
        words = opening(rows)
        name, found = _name(words), CONTROLS_AT_END.search(words)
        controls = tuple(CONTROL_ID.findall(found[0])) if found else ()
        return Part("clause", rows, name, f"{self.above}/{name}", self.section, controls)


def _name(words: str) -> str:
    found = _ID.match(words)
    return found[1] if found else ""
