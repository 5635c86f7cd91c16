"""A register or a record as a workbook for Excel: a first sheet about it, then a sheet for each table."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from soc2desk.document.blocks import Table
from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers.chart_words import as_tables
from soc2desk.renderers.page_marks import footed
from soc2desk.renderers.safe import one_line
from soc2desk.renderers.xlsx_about import fill_about
from soc2desk.renderers.xlsx_choices import add_lists, long_lists
from soc2desk.renderers.xlsx_fields import add_fields
from soc2desk.renderers.xlsx_form import fill_form, is_to_fill
from soc2desk.renderers.xlsx_look import Formats
from soc2desk.renderers.xlsx_names import ABOUT, FORM, sheet_names, shortened, table_names
from soc2desk.renderers.xlsx_table import fill_table

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Look

SUFFIX = "xlsx"
TITLE = "Excel"

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PROPERTY_LIMIT = 255  # UTF-16 units


def render(document: Document, look: Look) -> bytes:
    """Return `document` as an XLSX workbook; the same document and look give the same bytes.

    Raises ContentProblem for a document without a table or anything to fill in, and for a date that is none.
    """
    document = footed(replace(document, blocks=as_tables(document.blocks)), look)
    tables = tuple(block for block in document.blocks if isinstance(block, Table) and block.columns)
    has_form = any(is_to_fill(block) for block in document.blocks)
    if not tables and not has_form:
        raise ContentProblem(
            "This document has no table, so it cannot be made for Excel.",
            where=document.id,
            hint="Make it as PDF, Word or a web page.",
        )
    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties(_properties(document, look))
        _fill(workbook, document, look, tables, has_form=has_form)
    return target.getvalue()


def _fill(workbook: Workbook, document: Document, look: Look, tables: tuple[Table, ...], *, has_form: bool) -> None:
    formats = Formats(workbook, look)
    long = long_lists(document.blocks)
    about = workbook.add_worksheet(ABOUT)
    names = dict(zip(sheet_names(table.title for table in tables), tables, strict=True))
    fill_about(about, document, look, formats, names | ({FORM: None} if has_form else {}))
    for (name, table), called in zip(names.items(), table_names(names), strict=True):
        fill_table(workbook.add_worksheet(name), called, table, document, formats, long)
    if has_form:
        fill_form(workbook.add_worksheet(FORM), document, formats, long)
    add_lists(workbook, long)
    add_fields(workbook, document, names)


def _properties(document: Document, look: Look) -> dict[str, str | datetime]:
    words = {
        "title": document.title,
        "subject": document.subtitle,
        "author": look.prepared_by or document.company,
        "company": document.company,
        "keywords": ", ".join(document.keywords),
        "status": document.status,
    }
    cut = {name: shortened(one_line(text), _PROPERTY_LIMIT) for name, text in words.items()}
    return {**cut, "created": _created(document)}


def _created(document: Document) -> datetime:
    try:
        return datetime.fromisoformat(document.date)
    except ValueError as error:
        raise ContentProblem(
            f'The date of this document, "{document.date}", is not written as year-month-day.', where=document.id
        ) from error
