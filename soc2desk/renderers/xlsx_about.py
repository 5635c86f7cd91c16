"""The first sheet: what the workbook is, whom it is about, the words round its tables, and what its colours mean."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Form,
    Heading,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
    text,
)
from soc2desk.renderers.logo import HEAD, firm_logo_of, logo_of
from soc2desk.renderers.page_marks import confidential_mark
from soc2desk.renderers.xlsx_cells import height_for, letters_of, mark_of, put, words_of
from soc2desk.renderers.xlsx_guide import guide
from soc2desk.renderers.xlsx_look import LINK, MARK_LOOKS, MUTED, TONE_LOOKS, as_typed, set_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Block, Document, Look, Row, Runs
    from soc2desk.renderers.logo import Logo
    from soc2desk.renderers.xlsx_look import Formats, Property

_STATUS, _DATE, _VERSION, _MARKED, _PREPARED_BY = "Status", "Date", "Version", "Marked", "Prepared by"
_SHEETS, _GUIDE, _COLOURS = "Sheets", "How to use this workbook", "What the colours mean"
_ROWS = ("row", "rows")
_CALLOUTS = {"note": "Note", "warn": "Please note", "law": "Law"}
_MARK_WORDS = {
    Mark.OPEN: ("Open", "Nobody answered yet."),
    Mark.SUGGESTED: ("Suggested", "A usual value that nobody confirmed."),
    Mark.PLANNED: ("Planned", "Not done yet; the words say from when."),
}
_TONE_WORDS = {
    "good": ("In order", "Nothing to do; the row says so in words."),
    "warn": ("Look at this", "Something is planned, unconfirmed or due; the row says what."),
    "bad": ("To be settled", "Something is missing or late; the row says what."),
}
_STYLES: dict[str, dict[str, Property]] = {
    "title": {"font_size": 18, "bold": True, "text_wrap": False},
    "subtitle": {"font_size": 12, "font_color": MUTED, "text_wrap": False},
    "heading": {"font_size": 12, "bold": True, "text_wrap": False},
    "lead": {"font_size": 11},
    "small": {"font_size": 9, "font_color": MUTED},
    "callout": {"bg_color": "#f1f5fa"},
}
_TITLE_HEIGHTS = {"title": 27.0, "subtitle": 18.0, "heading": 19.0}  # points
_LABEL: dict[str, Property] = {"font_color": MUTED}
_LABEL_WIDTH, _TEXT_WIDTH = 32.0, 74.0  # letters; the longest name of a sheet fits
_POINTS, _WRAPPED = 11.0, 1.1  # the letters by which widths count; room for words that do not end with a line
_USUAL = 10.0  # points of the letters of a cell
_LOGO_AIR = 4.0  # points
_PIXEL = 0.75  # points
_BULLET = "\u2022"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a label on the left, words on the right; titles and headings stand on the left. `link` is a sheet.

    A row with a `logo` holds nothing else.
    """

    label: str = ""
    runs: Runs = ()
    style: str = "body"
    swatch: Mapping[str, Property] | None = None
    link: str = ""
    logo: Logo | None = None


def fill_about(
    sheet: Worksheet, document: Document, look: Look, formats: Formats, sheets: Mapping[str, Table | None]
) -> None:
    """Write the first sheet. `sheets` are the other ones by name; None for one that is not a table."""
    set_page(sheet, document, look, landscape=False)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    logo = logo_of(document, look, HEAD)
    lines = [
        *((Line(logo=logo),) if logo else ()),
        *_front(document, look),
        Line(),
        *_body(document.blocks),
        *_sheet_lines(sheets),
        *_guide_lines(sheets, document),
        *_legend(document),
        Line(),
        Line("", text(document.footer), "small"),
    ]
    sheet.print_area(0, 0, len(lines) - 1, 1)
    for row, line in enumerate(lines):
        if line.logo:
            _put_logo(sheet, row, line.logo)
        else:
            _write(sheet, row, line, formats)


def _put_logo(sheet: Worksheet, row: int, logo: Logo) -> None:
    """Put a logo into a row, the first at the left and another beside its label, in its real size, with its words."""
    sheet.set_row(row, logo.height + 2 * _LOGO_AIR)
    scale = logo.width / _PIXEL / logo.picture.width
    options = {"x_scale": scale, "y_scale": scale, "x_offset": 2, "y_offset": _LOGO_AIR, "object_position": 2}
    file = {"image_data": BytesIO(logo.raw), "description": logo.said}
    sheet.insert_image(row, 1 if row else 0, f"logo.{logo.picture.suffix}", options | file)


def _front(document: Document, look: Look) -> Iterator[Line]:
    yield Line(document.title, style="title")
    yield from (Line(words, style="subtitle") for words in (document.subtitle, document.company) if words)
    yield Line()
    named = (
        (_STATUS, document.status),
        (_DATE, document.date),
        (_VERSION, document.version),
        (_MARKED, confidential_mark(document, look)),
        (_PREPARED_BY, look.prepared_by),
    )
    yield from (Line(label, text(words)) for label, words in named if words)
    firm = firm_logo_of(document, look)
    yield from (Line(logo=firm),) if firm else ()
    yield from (Line(fact.label, fact.runs) for fact in document.cover)


def _body(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield the words round the tables; a heading only when words follow it before the next heading."""
    heading: Line | None = None
    for block in blocks:
        if isinstance(block, Heading):
            heading = Line(_numbered(block.number, words_of(block.runs)), style="heading")
            continue
        for line in _lines(block):
            if heading:
                yield from (Line(), heading)
                heading = None
            yield line


def _lines(block: Block) -> tuple[Line, ...]:
    match block:
        case Paragraph():
            return (Line("", block.runs, block.style),)
        case Clause():
            controls = text(f" [{', '.join(block.controls)}]" if block.controls else "")
            return (Line(block.number, block.runs + controls),)
        case Bullets():
            return tuple(_bullets(block))
        case Callout():
            label = block.title or _CALLOUTS.get(block.tone, _CALLOUTS["note"])
            return (Line(label, block.runs, "callout"),)
        case Heading() | Table() | Chart() | Picture() | Checklist() | Form() | SignOff() | PageBreak():
            return ()  # they have sheets of their own, or nothing to say here
        case _:
            assert_never(block)


def _bullets(block: Bullets) -> Iterator[Line]:
    number = 0
    for item in block.items:
        number += not item.level
        sign = f"{number}." if block.ordered and not item.level else _BULLET
        yield Line("", text(f"{'    ' * item.level}{sign} ") + item.runs)


def _numbered(number: str, words: str) -> str:
    return f"{number} {words}" if number else words


def _sheet_lines(sheets: Mapping[str, Table | None]) -> Iterator[Line]:
    yield from (Line(), Line(_SHEETS, style="heading"))
    for name, table in sheets.items():
        yield Line(name, text(_told(table)), link=name)


def _guide_lines(sheets: Mapping[str, Table | None], document: Document) -> Iterator[Line]:
    yield from (Line(), Line(_GUIDE, style="heading"))
    tables = [table for table in sheets.values() if table is not None]
    yield from (Line(label, text(words)) for label, words in guide(tables, document))


def _told(table: Table | None) -> str:
    if table is None:
        return "To fill in"
    count = len(table.rows)
    titles = ", ".join(column.title for column in table.columns)
    return f"{count} {_ROWS[count != 1]}: {titles}"


def _legend(document: Document) -> Iterator[Line]:
    marks, tones = _used_marks(document), _used_tones(document.blocks)
    if marks or tones:
        yield from (Line(), Line(_COLOURS, style="heading"))
    for mark, (label, words) in _MARK_WORDS.items():
        if mark in marks:
            yield Line(label, text(words), swatch=MARK_LOOKS[mark])
    for tone, (label, words) in _TONE_WORDS.items():
        if tone in tones:
            yield Line(label, text(words), swatch=TONE_LOOKS[tone])


def _used_marks(document: Document) -> set[Mark]:
    cells = (cell for row in _rows(document.blocks) for cell in row.cells)
    lines = (line.runs for line in _body(document.blocks))
    facts = (fact.runs for fact in document.cover)
    return {mark for group in (cells, lines, facts) for runs in group if (mark := mark_of(runs))}


def _used_tones(blocks: Iterable[Block]) -> set[str]:
    tables = [block for block in blocks if isinstance(block, Table)]
    chosen = {tone for table in tables for column in table.columns for _, tone in column.tones}
    return (chosen | {row.tone for row in _rows(tables)}) & TONE_LOOKS.keys()


def _rows(blocks: Iterable[Block]) -> Iterator[Row]:
    return (row for block in blocks if isinstance(block, Table) for row in block.rows)


def _write(sheet: Worksheet, row: int, line: Line, formats: Formats) -> None:
    style = _STYLES.get(line.style, {})
    if line.style in _TITLE_HEIGHTS:
        _write_title(sheet, row, line, formats)
        return
    words = words_of(line.runs)
    points = max(float(style.get("font_size", _USUAL)), _USUAL)
    sheet.set_row(row, height_for(((line.label, _LABEL_WIDTH), (words, _TEXT_WIDTH * _USUAL / points)), points))
    swatch = dict(line.swatch) if line.swatch is not None else _LABEL
    if line.link:
        target = line.link.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", formats.of(**LINK), line.link)
    else:
        put(sheet, row, 0, words_of(text(line.label)), formats.of(**swatch))
    put(sheet, row, 1, words, formats.of(**(style | as_typed(words) | MARK_LOOKS.get(mark_of(line.runs), {}))))


def _write_title(sheet: Worksheet, row: int, line: Line, formats: Formats) -> None:
    """Write a title over both columns; one that is longer than they are wide takes several lines."""
    words = words_of(text(line.label))
    style = _STYLES[line.style] | as_typed(words)
    if line.style == "title":
        style = style | {"font_color": formats.words}
    points = float(style["font_size"])
    width = (_LABEL_WIDTH + _TEXT_WIDTH) * _POINTS / points
    if letters_of(words) <= width:
        sheet.set_row(row, _TITLE_HEIGHTS[line.style])
        put(sheet, row, 0, words, formats.of(**style))
    else:
        sheet.merge_range(row, 0, row, 1, "", formats.of(**(style | {"text_wrap": True})))
        sheet.set_row(row, height_for(((words, width / _WRAPPED),), points))
        put(sheet, row, 0, words, formats.of(**(style | {"text_wrap": True})))
