"""What stands beside a record's document: a workbook of rows, or a text to paste into the tool that keeps it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Block,
    Column,
    Companion,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
    text,
)
from soc2desk.document.record_due import due_table
from soc2desk.document.record_forms import blank_form, column, prefilled, record_rules, what_to_write
from soc2desk.document.record_rows import offered, rows_of
from soc2desk.document.record_words import fields_of, is_kept_in_tool, plainly, rules_of
from soc2desk.domain.owed import owed
from soc2desk.domain.records import ROLE, Part, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.policies import Template
    from soc2desk.domain.records import RecordField, RecordType

WORKBOOK, TO_PASTE = "xlsx", "md"
BLANK, BLANK_MORE = 60, 20
"""Empty rows of a sheet: where nothing is known in advance, and below what is."""
TICKET, PULL_REQUEST = "ticket-template", "pull-request-template"
CHANGES = "change_record"


def companions(template: Template, engagement: Engagement) -> tuple[Companion, ...]:
    """Return the files beside a document: none but beside a record, and no workbook where a tool keeps it."""
    record = engagement.catalogue.record.get(template.record)
    if record is None:
        return ()
    if is_kept_in_tool(record, engagement):
        return (Companion(TO_PASTE, _pasted_into(record, engagement), _to_paste(record, engagement)),)
    return (Companion(WORKBOOK, "", worksheet(record, engagement)),) if record.worksheet else ()


def _pasted_into(record: RecordType, engagement: Engagement) -> str:
    has_code = engagement.names.known["develops_software"] is True
    return PULL_REQUEST if record.id == CHANGES and has_code else TICKET


def _to_paste(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    rules = Heading(text(engagement.catalogue.phrases["record.rules"]))
    return (*blank_form(record, engagement, filled=False), rules, *record_rules(record, engagement))


def worksheet(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    """Return the tables of a workbook: the records, the tables inside them, what is due, and how to fill it in."""
    phrases = engagement.catalogue.phrases
    fields = fields_of(record, engagement)
    acts = owed(engagement, record.owed_by)
    return (
        Paragraph(text(phrases["record.worksheet"].format(title=record.title.lower())), "lead"),
        _records(record, fields, engagement),
        *(_inside(field, record, fields, engagement) for field in fields if field.kind == Kind.TABLE),
        *((due_table(acts, record, engagement),) if acts else ()),
        _how_to(record, fields, engagement),
        _to_check(record, engagement),
    )


def _records(record: RecordType, fields: tuple[RecordField, ...], engagement: Engagement) -> Table:
    single = [field for field in fields if field.kind != Kind.TABLE]
    columns: list[Column] = []
    fillings: list[str] = []
    for field in single:
        columns.append(_column(field, record, engagement))
        fillings.append(field.filled_from)
        if field.filled_from == "period.id":
            columns.append(Column("due_by", engagement.catalogue.phrases["record.due_by"], 0.8, Kind.DATE))
            fillings.append("period.due")
    labels = [dict(zip(field.choices, field.choice_labels, strict=True)) for field in single]
    said = {label: words for one in labels for label, words in one.items()}
    rows = tuple(_filled(fillings, found, said, engagement) for found in _every(fillings, record, engagement))
    return Table(tuple(columns), rows, record.title, record.id, blank_rows=BLANK_MORE if rows else BLANK, to_fill=True)


def _every(fillings: list[str], record: RecordType, engagement: Engagement) -> Iterator[dict[str, Mapping[str, str]]]:
    """Yield, for each record to come, the row of each table that it is filled from: each period with each system."""
    sources = [source for filling in fillings if (source := source_of(filling)) and source.table != ROLE]
    tables = list(dict.fromkeys(source.table for source in sources))
    if tables:
        for rows in product(*(rows_of(table, record, engagement) for table in tables)):
            yield dict(zip(tables, rows, strict=True))


def _filled(
    fillings: list[str], found: Mapping[str, Mapping[str, str]], said: Mapping[str, str], engagement: Engagement
) -> Row:
    cells = []
    for filling in fillings:
        source = source_of(filling)
        if source is not None and source.table == ROLE:
            holding = engagement.project.role.get(source.column)
            words = engagement.person_name(holding.holder) if holding else ""
        else:
            words = found[source.table][source.column] if source else ""
        cells.append(text(said.get(words, words)))
    return Row(tuple(cells))


def _column(field: RecordField, record: RecordType, engagement: Engagement) -> Column:
    choices = field.choice_labels or offered(field.choices_from, record, engagement)
    kind = Kind.CHOICE if choices else Kind(field.kind)
    return Column(field.name, plainly(field.label, engagement, record.id), 1.0, kind, choices)


def _keys(record: RecordType, fields: tuple[RecordField, ...], engagement: Engagement) -> tuple[Column, ...]:
    """Return the columns by which a line of a table inside a record says which record it belongs to."""
    named = [field for field in fields if (s := source_of(field.filled_from)) and s.part is not Part.WHO]
    whole = [field for field in named if source_of(field.filled_from).column in {"id", "name", "title"}]  # type: ignore[union-attr]
    keys = whole or [field for field in fields if field.kind != Kind.TABLE][:1]
    return tuple(
        Column(
            f"of_{field.name}",
            plainly(field.label, engagement, record.id),
            0.8,
            Kind.CHOICE if (found := offered(field.filled_from, record, engagement)) else Kind.TEXT,
            found,
        )
        for field in keys
    )


def _inside(field: RecordField, record: RecordType, fields: tuple[RecordField, ...], engagement: Engagement) -> Table:
    keys = _keys(record, fields, engagement)
    own = tuple(column(one, record, engagement) for one in field.columns)
    rows = tuple(Row((*((),) * len(keys), *row.cells)) for row in prefilled(field.columns, record, engagement))
    title = plainly(field.label, engagement, record.id)
    blank = BLANK_MORE if rows else BLANK
    return Table((*keys, *own), rows, title, f"{record.id}/{field.name}", blank_rows=blank, to_fill=True)


def _how_to(record: RecordType, fields: tuple[RecordField, ...], engagement: Engagement) -> Table:
    phrases = engagement.catalogue.phrases
    columns = tuple(
        Column(key, phrases[f"record.{key}"], width)
        for key, width in (("sheet", 0.8), ("column", 1.0), ("what", 2.0), ("needed", 0.5))
    )
    rows = tuple(row for field in fields for row in _explained(field, record, engagement))
    return Table(columns, rows, phrases["record.fill"], f"{record.id}/fill")


def _explained(field: RecordField, record: RecordType, engagement: Engagement) -> Iterator[Row]:
    """Yield a row for each column that a field becomes."""
    phrases = engagement.catalogue.phrases
    label = plainly(field.label, engagement, record.id)
    needed = field.needed or phrases["answer.yes" if field.required else "answer.no"]
    what = what_to_write(field, record, engagement)
    if field.kind != Kind.TABLE:
        yield Row((text(record.title), text(label), text(what), text(needed)), field.name)
        return
    yield Row((text(label), text(phrases["record.all_columns"]), text(what), text(needed)), field.name)
    for one in field.columns:
        choices = phrases["record.one_of"].format(choices=", ".join(one.choice_labels)) if one.choices else ""
        title = text(plainly(one.label, engagement, record.id))
        yield Row((text(label), title, text(choices), ()), f"{field.name}/{one.name}")


def _to_check(record: RecordType, engagement: Engagement) -> Table:
    phrases = engagement.catalogue.phrases
    columns = (Column("rule", phrases["record.rule"], 4.0), Column("seen", phrases["record.seen"], 0.5, Kind.BOOLEAN))
    rows = tuple(Row((runs, ())) for runs in rules_of(record, engagement))
    return Table(columns, rows, phrases["record.rules"], f"{record.id}/rules", to_fill=True)
