"""The bare grid of a Word table: cells, rows, the frame around them, and widths that leave words whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import plain
from soc2desk.renderers.docx_text import escaped, paragraph, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from soc2desk.document.blocks import Table

GAP = paragraph("Gap", "")
MANY_COLUMNS = 8  # from here on the small size of text
LONGEST_WORD = 14
LETTER, EDGES = 104, 230  # twentieths of a point a letter takes, and both edges of a cell
SMALL_LETTER, SMALL_EDGES = 86, 220
LEAST_SHARE = 0.05
WHOLE_ROW = 20  # lines in a cell up to which a row stays on one page


def cell(width: int, inside: str, fill: str = "") -> str:
    """Return a cell around finished paragraphs; `fill` is RRGGBB or empty."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'


def lines_in(letters: int, width: int) -> int:
    """Return about how many lines so many letters take in a cell of this width."""
    return 1 + letters * LETTER // max(width - EDGES, LETTER)


def row(cells: Iterable[str], *, header: bool = False, height: int = 0, lines: int = 0) -> str:
    """Return a row of finished cells.

    A `header` is repeated on each page; `height` is the least height in twentieths of a point, 0 for that of the text;
    `lines` is about how many its highest cell takes: a very high row may break across pages.
    """
    look = "<w:cantSplit/>" if lines <= WHOLE_ROW else ""
    look += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    look += "<w:tblHeader/>" if header else ""
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{''.join(cells)}</w:tr>"


def framed(style: str, widths: Sequence[int], rows: str, *, title: str = "", about: str = "") -> str:
    """Return a table of finished rows and the gap after it; `title` and `about` are read out by a screen reader."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heard = "".join(
        f'<w:{name} w:val="{escaped(shortened(words, 250))}"/>'
        for name, words in (("tblCaption", title), ("tblDescription", about))
        if words
    )
    first = 1 if style == "RegisterTable" else 0
    shown = (
        f'w:firstRow="{first}" w:lastRow="0" w:firstColumn="{1 - first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    )
    value = "0620" if first else "0680"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{value}" {shown}/>{heard}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{GAP}"
    )


def column_widths(table: Table, total: int, ease: float = 1.0) -> list[int]:
    """Share `total` by the widths of the columns, but leave each as wide as its longest word where that fits.

    `ease` is how much wider than ours letters may be.
    """
    small = len(table.columns) >= MANY_COLUMNS
    letter, edges = (SMALL_LETTER, SMALL_EDGES) if small else (LETTER, EDGES)
    shares = [max(column.width, LEAST_SHARE) for column in table.columns]
    needed = [round(_longest_word(table, at) * letter * ease) + edges for at in range(len(shares))]
    if sum(needed) > total:
        needed = [0] * len(shares)
    widths = _shared(shares, needed, total)
    widths[-1] += total - sum(widths)
    return widths


def _shared(shares: list[float], needed: list[int], total: int) -> list[int]:
    """Hold the columns that would be too narrow at what they need, and share the rest anew until none is."""
    held: set[int] = set()
    while True:
        left = total - sum(needed[at] for at in held)
        parts = sum(share for at, share in enumerate(shares) if at not in held) or 1.0
        widths = [needed[at] if at in held else int(left * share / parts) for at, share in enumerate(shares)]
        tight = {at for at, width in enumerate(widths) if at not in held and width < needed[at]}
        if not tight:
            return widths
        held |= tight


def _longest_word(table: Table, at: int) -> int:
    texts = [table.columns[at].title, *(plain(row.cells[at]) for row in table.rows if at < len(row.cells))]
    return min(LONGEST_WORD, max((len(word) for words in texts for word in words.split()), default=1))
