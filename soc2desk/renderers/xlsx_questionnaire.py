"""A questionnaire as a workbook: one sheet for the questions, one for each table, codes in the first column."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from soc2desk.document.blocks import Audience, Document, Form, FormField, Kind
from soc2desk.domain.questions import QuestionKind
from soc2desk.renderers.safe import one_line
from soc2desk.renderers.xlsx_cells import fitting, height_for, put
from soc2desk.renderers.xlsx_choices import Area, Choices, add_lists, add_rule, long_lists, tidy
from soc2desk.renderers.xlsx_look import MUTED, Formats, as_typed, set_page
from soc2desk.renderers.xlsx_names import sheet_names
from soc2desk.renderers.xlsx_questions import (
    CLEAR,
    EDGE,
    TO_FILL,
    code_look,
    fill_questions,
    marks_of,
    put_words,
    row_height,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Look
    from soc2desk.domain.questionnaire import ColumnAsked, HeadLine, Questionnaire, TableAsked

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
BLANK_ROWS = 40
_NARROW, _WIDE, _MIDDLE = 13.0, 30.0, 20.0  # letters
_ABOUT_WIDTHS = (13.0, 22.0, 46.0, 52.0)
_MESSAGE = 255  # letters of what a cell says when it is entered
_TABLE_KINDS = {QuestionKind.DATE.value: Kind.DATE, QuestionKind.YES_NO.value: Kind.BOOLEAN}


def render(asked: Questionnaire, look: Look) -> bytes:
    """Return a questionnaire as an XLSX workbook; the same questionnaire and look give the same bytes."""
    document = paper(asked)
    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as workbook:
        created = datetime.fromisoformat(asked.made_on)
        author = asked.prepared_by or asked.client
        workbook.set_properties({"title": one_line(asked.title)[:255], "author": author[:255], "created": created})
        _fill(workbook, asked, document, look)
    return target.getvalue()


def paper(asked: Questionnaire) -> Document:
    """Return the document that a questionnaire is printed as, without its content."""
    return Document(
        "QUE", asked.title, "record", Audience.CUSTOMER, asked.client, asked.made_on, (), status="Final",
        language=asked.language, landscape=True,
    )  # fmt: skip


def _fill(workbook: Workbook, asked: Questionnaire, document: Document, look: Look) -> None:
    formats, words = Formats(workbook, look), asked.words
    long = long_lists([_every_choice(asked)])
    about = workbook.add_worksheet(words["asked.about_sheet"])
    set_page(about, document, look, landscape=True)
    _fill_about(about, asked, formats)
    if asked.questions:
        sheet = workbook.add_worksheet(words["asked.questions_sheet"])
        set_page(sheet, document, look, landscape=True)
        fill_questions(sheet, asked, formats, long)
    for name, table in zip(sheet_names(one.title for one in asked.tables), asked.tables, strict=True):
        sheet = workbook.add_worksheet(name)
        set_page(sheet, document, look, landscape=True)
        _fill_table(sheet, table, formats, long)
    add_lists(workbook, long)


def _every_choice(asked: Questionnaire) -> Form:
    def lists() -> Iterator[Choices]:
        yield from (question.choices for question in asked.questions)
        yield from (column.choices for table in asked.tables for column in table.columns)

    return Form(tuple(FormField("", Kind.CHOICE, choices=tidy(one, Kind.CHOICE)) for one in lists() if one))


def _fill_about(sheet: Worksheet, asked: Questionnaire, formats: Formats) -> None:
    for at, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 30)
    put(sheet, 0, 1, fitting(asked.title), formats.of(bold=True, font_size=15, text_wrap=False, valign="vcenter"))
    for row, line in enumerate(asked.head, 2):
        _head_line(sheet, row, line, formats)
    row = 3 + len(asked.head)
    put(sheet, row, 1, asked.words["asked.how_heading"], formats.of(bold=True, font_size=12, text_wrap=False))
    for number, said in enumerate(asked.how, 1):
        sheet.merge_range(row + number, 1, row + number, 3, "")
        put(sheet, row + number, 1, said, formats.of())
        sheet.set_row(row + number, height_for([(said, sum(_ABOUT_WIDTHS[1:]))]) or 18)


def _head_line(sheet: Worksheet, row: int, line: HeadLine, formats: Formats) -> None:
    put(sheet, row, 0, marks_of(line.code, line.state), code_look(formats))
    put(sheet, row, 1, line.label, formats.of(**EDGE, bg_color="#f1f3f6", bold=True))
    look = EDGE | as_typed(line.value)
    put(sheet, row, 2, fitting(line.value), formats.of(**look | (TO_FILL if line.to_fill else {})))
    put(sheet, row, 3, line.help, formats.of(**CLEAR, font_size=9, font_color=MUTED))
    sheet.set_row(row, row_height([(line.value, _ABOUT_WIDTHS[2]), (line.help, _ABOUT_WIDTHS[3])], 9))


def _fill_table(sheet: Worksheet, table: TableAsked, formats: Formats, long: Mapping[Choices, str]) -> None:
    header = formats.header(**CLEAR)
    put(sheet, 0, 0, table.code, header)
    sheet.set_column(0, 0, _NARROW)
    last = len(table.rows) + (BLANK_ROWS if table.may_grow else 0)
    for at, column in enumerate(table.columns, 1):
        put(sheet, 0, at, column.label, header)
        sheet.set_column(at, at, _width(column))
        _rule(sheet, Area(1, at, max(last, 1), at), column, long)
    sheet.set_row(0, 32)
    for at in range(1, last + 1):
        row = table.rows[at - 1] if at <= len(table.rows) else None
        put(sheet, at, 0, marks_of(row.code, row.state) if row else "", code_look(formats))
        cells = row.cells if row else ("",) * len(table.columns)
        for place, (words, column) in enumerate(zip(cells, table.columns, strict=True), 1):
            put_words(sheet, (at, place), words, formats, is_day=column.kind == QuestionKind.DATE, fixed=column.fixed)
        sheet.set_row(at, row_height([(w, _width(c)) for w, c in zip(cells, table.columns, strict=True)]))
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def _width(column: ColumnAsked) -> float:
    if column.is_short:
        return max(_NARROW, len(column.label) * 0.7 + 2)
    return _MIDDLE if column.choices or column.kind in {"person", "vendor", "system"} else _WIDE


def _rule(sheet: Worksheet, area: Area, column: ColumnAsked, long: Mapping[Choices, str]) -> None:
    kind = _TABLE_KINDS.get(column.kind, Kind.CHOICE if column.choices else Kind.TEXT)
    choices = tidy(column.choices, kind)
    if choices or kind is Kind.DATE:
        add_rule(sheet, area, choices, kind, long)
    elif column.help:
        told = {"validate": "any", "input_title": column.label[:32], "input_message": column.help[:_MESSAGE]}
        sheet.data_validation(area.first_row, area.first_column, area.last_row, area.last_column, told)
