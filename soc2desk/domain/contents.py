"""What a set of documents says, line by line with its ids: what one packet can be compared with another by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class LineKind(StrEnum):
    """What a line of a document is."""

    HEADING = "heading"
    CLAUSE = "clause"
    TEXT = "text"
    ITEM = "item"
    STEP = "step"
    BOX = "box"
    NOTE = "note"
    FIELD = "field"
    SIGN = "sign"
    CAPTION = "caption"
    COLUMNS = "columns"
    ROW = "row"


IN_TABLES = frozenset({LineKind.COLUMNS, LineKind.ROW})


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One printed line: its `texts` are one, or one a cell of a table.

    `id` is that of a section, a clause or what a row is about; `number` is only printed. `level` is the depth of a
    heading or an item. A row says by `keys` which columns its table has, and `table` is the id of that.
    """

    kind: LineKind
    texts: tuple[str, ...]
    id: str = ""
    number: str = ""
    level: int = 0
    table: str = ""
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole line as one text; empty cells are left out."""
        return " | ".join(filter(None, self.texts))

    def cell(self, key: str) -> str:
        """Return what stands in a column of a row; empty where there is no such column."""
        return next((text for name, text in zip(self.keys, self.texts, strict=False) if name == key), "")


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """One document as lines."""

    id: str
    title: str
    kind: str
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True)
class Contents:
    """What a set of documents says. `date` is ISO, `reader` whom it was made for; blank forms bear the day `made`.

    `is_part` says that only some documents were asked for, so that a missing one was not taken away. `templates` names
    a firm's own templates; empty for the shipped ones.
    """

    company: str
    date: str
    reader: str
    documents: tuple[DocumentLines, ...]
    is_final: bool = False
    is_part: bool = False
    made: str = ""
    templates: str = ""

    @property
    def days(self) -> tuple[str, ...]:
        """The days that the set bears itself: that another set bears others is no change."""
        return tuple(filter(None, (self.date, self.made)))

    @cached_property
    def document(self) -> dict[str, DocumentLines]:
        """Every document by id."""
        return {one.id: one for one in self.documents}
