"""What every block of one PDF is drawn with: the page's measures, the colours, the ids to link to, the structure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Chart, Clause, Form, Heading, Picture, Table
from soc2desk.renderers import pdf_style
from soc2desk.renderers.manners import manner_of
from soc2desk.renderers.pdf_tags import Element
from soc2desk.renderers.pdf_text import Setting
from soc2desk.renderers.safe import is_next_door

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.document.blocks import Block, Column, Document, Look, Row
    from soc2desk.renderers.manners import Manner
    from soc2desk.renderers.pdf_style import Palette, Sheet, TextStyle


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """The surroundings of the blocks of one document. `root` is the top of its structure tree.

    `rows_under` are the rows of all tables by their columns, and `widths` those that columns were given so far.
    """

    sheet: Sheet
    palette: Palette
    setting: Setting
    root: Element
    look: Look
    manner: Manner
    rows_under: Mapping[tuple[Column, ...], tuple[Row, ...]]
    widths: dict[tuple[tuple[Column, ...], bool], tuple[list[float], float]] = field(default_factory=dict)

    def type(self, style: TextStyle) -> TextStyle:
        """Return a type in the letters of the look."""
        return pdf_style.set_in(style, self.manner.family)

    @property
    def left(self) -> float:
        """Return where the text area starts, from the page's left edge."""
        return self.sheet.left

    @property
    def measure(self) -> float:
        """Return the width of the text area."""
        return self.sheet.measure


def laid(document: Document, look: Look) -> Desk:
    """Return the desk for a document in a look."""
    palette = pdf_style.palette(look)
    ids = frozenset({document.id, *(name for block in document.blocks for name in _ids(block))})
    beside = frozenset(name for name, path in document.beside if is_next_door(path))
    setting = Setting(ids - {""}, palette.words, beside)
    sheet = pdf_style.sheet(landscape=document.landscape)
    return Desk(sheet, palette, setting, Element("Document"), look, manner_of(look), _rows_under(document))


def _rows_under(document: Document) -> dict[tuple[Column, ...], tuple[Row, ...]]:
    found: dict[tuple[Column, ...], tuple[Row, ...]] = {}
    for block in document.blocks:
        if isinstance(block, Table):
            found[block.columns] = (*found.get(block.columns, ()), *block.rows)
    return found


def _ids(block: Block) -> Iterator[str]:
    """Yield the ids a link can lead to."""
    match block:
        case Heading() | Clause() | Chart() | Picture():
            yield block.id
        case Table():
            yield block.id
            yield from (row.id for row in block.rows)
        case Form():
            yield from (entry.id for entry in block.fields)
        case _:
            return
