"""How cells look: one quiet style for the whole workbook, the accent in its headers only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark
from soc2desk.domain.colours import readable, tint
from soc2desk.domain.spreadsheet_cells import begins_formula
from soc2desk.renderers.manners import ROBOTO, SANS, SERIF, Rules, manner_of
from soc2desk.renderers.page_marks import marks
from soc2desk.renderers.safe import accent_of, ink_on, one_line
from soc2desk.renderers.xlsx_names import shortened

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Document, Look

Property = str | int | bool

INK, MUTED = "#1b2430", "#56616f"
MARK_LOOKS: dict[Mark, dict[str, Property]] = {
    Mark.OPEN: {"bg_color": "#fce5e3", "font_color": "#8d1414"},
    Mark.SUGGESTED: {"bg_color": "#fef1d0"},
    Mark.PLANNED: {"bg_color": "#e8eef6", "italic": True},
}
TONE_LOOKS: dict[str, dict[str, Property]] = {
    "good": {"bg_color": "#cfe8d7"},
    "warn": {"bg_color": "#ffe6a3"},
    "bad": {"bg_color": "#f6c6c0"},
}

LINK: dict[str, Property] = {"font_color": "#174f92", "underline": 1}

AMOUNT = "amount"

_CELL: dict[str, Property] = {"font_size": 10, "valign": "top", "text_wrap": True}
_LINE: dict[str, Property] = {"border": 1, "border_color": "#ccd1d8"}
_FLAT: dict[str, Property] = {"bottom": 1, "bottom_color": "#ccd1d8"}
_MEDIUM = 2  # a line of two pixels
_LETTERS = {SANS: "Arial", ROBOTO: "Calibri", SERIF: "Cambria"}
"""The fonts that come with Excel and stand nearest to the letters of a look."""
_LETTER, _A4 = 1, 9
_LETTER_COUNTRIES = ("-CA", "-US")
_MARGIN_WORDS = 60  # letters of each part at the head and foot of a page
_PAGE, _OF = "Page", "of"


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of one workbook, each made once."""

    workbook: Workbook
    look: Look
    _made: dict[tuple[tuple[str, Property], ...], Format] = field(default_factory=dict)

    def of(self, **properties: Property) -> Format:
        """Return text of 10 points that wraps and starts at the top, with these properties over it."""
        wanted = _CELL | {"font_name": _LETTERS[manner_of(self.look).family]} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self.workbook.add_format(wanted)
        return self._made[key]

    @property
    def words(self) -> str:
        """Return the tone of the brand in which words read."""
        return readable(accent_of(self.look.accent))

    def header(self, **properties: Property) -> Format:
        """Return the look of a column header, with these properties over it."""
        colour = accent_of(self.look.accent)
        match manner_of(self.look).rules:
            case Rules.SOLID:
                return self.of(**_LINE | properties, bold=True, bg_color=colour, font_color=ink_on(colour))
            case Rules.TINT:
                under: dict[str, Property] = {"bottom": _MEDIUM, "bottom_color": colour}
                return self.of(
                    **_LINE | under | properties, bold=True, bg_color=tint(colour), font_color=readable(colour)
                )
            case Rules.LINES:
                strong: dict[str, Property] = {"top": _MEDIUM, "bottom": 1, "top_color": INK, "bottom_color": INK}
                return self.of(**strong | properties, bold=True, font_color=readable(colour))

    def cell(
        self, *, mark: Mark = Mark.NONE, tone: str = "", shape: str = "", link: bool = False, value: object = ""
    ) -> Format:
        """Return the look of a table's cell; a mark wins over the tone. `shape` is a number format or "amount".

        `value` is what will stand there, for words that have to stay words when somebody edits the cell.
        """
        lines = _FLAT if manner_of(self.look).rules is not Rules.TINT else _LINE
        linked = LINK if link else {}
        return self.of(
            **(lines | _shaped(shape) | as_typed(value) | TONE_LOOKS.get(tone, {}) | linked | MARK_LOOKS.get(mark, {}))
        )

    def tone(self, tone: str) -> Format:
        """Return what a tone adds to the look that a cell has, for a rule on its words."""
        return self.workbook.add_format(TONE_LOOKS[tone])


def as_typed(value: object) -> dict[str, Property]:
    """Return what keeps words as they are when somebody edits their cell; a spreadsheet would compute them then."""
    return {"quote_prefix": True} if isinstance(value, str) and begins_formula(value) else {}


def _shaped(shape: str) -> dict[str, Property]:
    if shape == AMOUNT:
        return {"align": "right", "indent": 1}
    return {"num_format": shape, "align": "left"} if shape else {}


def set_page(sheet: Worksheet, document: Document, look: Look, *, landscape: bool) -> None:
    """Set a sheet up for paper: one page wide, with company and title at its head and page numbers at its foot."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_LETTER if document.language.endswith(_LETTER_COUNTRIES) else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    middle = _margin(" \u00b7 ".join(marks(document, look)))
    marked = f"&C&B{middle}" if middle else ""
    sheet.set_header(f"&L{_margin(document.title)}{marked}&R{_margin(document.company)}")
    sheet.set_footer(f"&L{_margin(document.footer)}&R{_PAGE} &P {_OF} &N")
    sheet.hide_gridlines(2)


def _margin(text: str) -> str:
    """Return words for the margin of a page, where & starts a command."""
    words = one_line(text)
    cut = shortened(words, _MARGIN_WORDS)
    return (cut if cut == words else f"{cut.rpartition(' ')[0] or cut}\u2026").replace("&", "&&")
