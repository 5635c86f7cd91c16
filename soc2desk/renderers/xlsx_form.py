"""A record to fill as a sheet: label, space, help; with drop-downs, checked dates and lines to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import Checklist, Form, Heading, Kind, SignOff, text
from soc2desk.renderers.xlsx_cells import DATE_FORMAT, DATETIME_FORMAT, height_for, mark_of, put, value_of, words_of
from soc2desk.renderers.xlsx_choices import YES_NO, Area, add_rule, tidy
from soc2desk.renderers.xlsx_look import MUTED, set_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Block, Document, Runs
    from soc2desk.renderers.xlsx_choices import Choices
    from soc2desk.renderers.xlsx_look import Formats

_SIGNED = (("name", Kind.PERSON), ("signature", Kind.SIGNATURE), ("date", Kind.DATE))
_OPTIONAL = "Optional."
_WIDTHS = (36.0, 42.0, 30.0)  # letters: label, space, help
_SHAPES = {Kind.DATE: DATE_FORMAT, Kind.DATETIME: DATETIME_FORMAT}
_TALL = {Kind.LONG_TEXT: 90.0, Kind.TABLE: 90.0, Kind.SIGNATURE: 42.0}  # points
_HEIGHT, _TITLE_HEIGHT = 24.0, 21.0  # points: room for handwriting; a section title


@dataclass(frozen=True, slots=True)
class Space:
    """One row: a label, a space of a kind with what stands in it already, and help. Kind None is a section title."""

    label: str
    kind: Kind | None
    value: Runs = ()
    help: str = ""
    choices: Choices = ()


def is_to_fill(block: Block) -> bool:
    """Whether a block belongs on the sheet to fill."""
    return isinstance(block, Form | Checklist | SignOff)


def fill_form(sheet: Worksheet, document: Document, formats: Formats, long: Mapping[Choices, str]) -> None:
    """Write every form, checklist and sign-off of a document onto one sheet."""
    set_page(sheet, document, formats.look, landscape=False)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, space in enumerate(_spaces(document)):
        if space.kind is None:
            sheet.set_row(row, _TITLE_HEIGHT)
            put(sheet, row, 0, words_of(text(space.label)), formats.of(bold=True, font_size=12, text_wrap=False))
        else:
            _write(sheet, row, space, space.kind, formats)
            add_rule(sheet, Area(row, 1, row, 1), space.choices, space.kind, long)


def _spaces(document: Document) -> Iterator[Space]:
    yield Space(document.title, None)
    heading = ""
    for block in document.blocks:
        match block:
            case Heading():
                heading = words_of(block.runs)
            case Form() | Checklist() | SignOff():
                if heading:
                    yield Space(heading, None)
                yield from _block_spaces(block)
                heading = ""
            case _:
                pass


def _block_spaces(block: Form | Checklist | SignOff) -> Iterable[Space]:
    match block:
        case Form():
            return _fields(block)
        case Checklist():
            ticks = ((words_of(item.runs), "    " * item.level) for item in block.items)
            return (Space(indent + label, Kind.BOOLEAN, choices=YES_NO) for label, indent in ticks)
        case SignOff():
            return (Space(f"{role}: {what}", kind) for role in block.roles for what, kind in _SIGNED)
        case _:
            assert_never(block)


def _fields(form: Form) -> Iterator[Space]:
    for field in form.fields:
        told = " ".join(part for part in (field.help, "" if field.required else _OPTIONAL) if part)
        yield Space(field.label, field.kind, field.value, told, tidy(field.choices, field.kind))


def _write(sheet: Worksheet, row: int, space: Space, kind: Kind, formats: Formats) -> None:
    words = words_of(space.value)
    value = value_of(words, kind)
    shape = _SHAPES.get(kind, "") if not words or not isinstance(value, str) else ""
    put(sheet, row, 0, words_of(text(space.label)), formats.of(border=1, border_color="#ccd1d8", bg_color="#f1f3f6"))
    put(sheet, row, 1, value, formats.cell(mark=mark_of(space.value), shape=shape, value=value))
    put(sheet, row, 2, words_of(text(space.help)), formats.of(font_size=9, font_color=MUTED))
    needed = height_for(zip((space.label, words, space.help), _WIDTHS, strict=True)) or 0.0
    sheet.set_row(row, max(needed, _HEIGHT if words else _TALL.get(kind, _HEIGHT)))
