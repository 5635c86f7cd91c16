"""The blank form of a record, from the fields of its layout: who, what and by when are filled, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Block,
    Checklist,
    Column,
    Form,
    FormField,
    Kind,
    ListItem,
    Paragraph,
    Row,
    Table,
    text,
)
from soc2desk.document.forms import USUAL_ROWS
from soc2desk.document.record_rows import offered, rows_of
from soc2desk.document.record_words import fields_of, is_kept_in_tool, plainly, rules_of, tool_of
from soc2desk.domain.records import source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType

MOST_CHOICES = 12
"""What has more choices than this is written by hand: nobody looks for a day among fifty boxes."""
MOST_ROWS = 40
"""A table that would be longer on paper stays blank there; the workbook has the rows."""
ROWS_TO_ADD = 2


def record_form(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    """Return a record's form, or the list of what each record holds where a tool keeps it."""
    if is_kept_in_tool(record, engagement):
        return _field_list(record, engagement)
    return blank_form(record, engagement)


def blank_form(record: RecordType, engagement: Engagement, *, filled: bool = True) -> tuple[Block, ...]:
    """Return the form, each field that is a table as a table of its own. `filled` False leaves who and what empty."""
    blocks: list[Block] = []
    fields: list[FormField] = []
    for field in fields_of(record, engagement):
        if field.kind != Kind.TABLE:
            fields.append(_form_field(field, record, engagement, filled=filled))
            continue
        if fields:
            blocks.append(Form(tuple(fields)))
        blocks += _table(field, record, engagement, filled=filled)
        fields = []
    return (*blocks, Form(tuple(fields))) if fields else tuple(blocks)


def record_rules(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    """Return the rules that make a record complete, each with a box to tick."""
    return (Checklist(tuple(ListItem(runs) for runs in rules_of(record, engagement))),)


def help_of(field: RecordField, record: RecordType, engagement: Engagement) -> str:
    """Return when a field is needed and how it is filled in."""
    words = (plainly(one, engagement, record.id) for one in (field.needed, field.help))
    return ". ".join(filter(None, words))


def _form_field(field: RecordField, record: RecordType, engagement: Engagement, *, filled: bool) -> FormField:
    choices, kind, value = field.choice_labels, Kind(field.kind), ""
    known = offered(field.filled_from or field.choices_from, record, engagement)
    if filled and field.filled_from and len(known) == 1:
        value = dict(zip(field.choices, choices, strict=True)).get(known[0], known[0])
    elif kind is Kind.TEXT and 1 < len(known) <= MOST_CHOICES:
        choices, kind = known, Kind.CHOICE
    label = plainly(field.label, engagement, record.id)
    told = help_of(field, record, engagement)
    return FormField(label, kind, told, text(value), choices, required=field.required, id=field.name)


def _table(field: RecordField, record: RecordType, engagement: Engagement, *, filled: bool) -> tuple[Block, ...]:
    rows = prefilled(field.columns, record, engagement) if filled else ()
    rows = rows if len(rows) <= MOST_ROWS else ()
    columns = tuple(column(one, record, engagement) for one in field.columns)
    title = plainly(field.label, engagement, record.id)
    blank = ROWS_TO_ADD if rows else USUAL_ROWS
    table = Table(columns, rows, title, f"{record.id}/{field.name}", blank_rows=blank, to_fill=True)
    note = _note(field, record, engagement)
    return (table, Paragraph(text(note), "small")) if note else (table,)


def _note(field: RecordField, record: RecordType, engagement: Engagement) -> str:
    """Return what is said under a table: how to fill it in, and what its columns offer to those who write by hand."""
    phrase = engagement.catalogue.phrases["record.of_column"]
    offers = [
        phrase.format(column=one.label, choices=", ".join(one.choice_labels)) for one in field.columns if one.choices
    ]
    return ". ".join(filter(None, (help_of(field, record, engagement), *offers)))


def column(one: RecordColumn, record: RecordType, engagement: Engagement) -> Column:
    """Return a column of a table in a record."""
    width = 1.0 if one.kind in {"text", "person"} else 0.7
    return Column(one.name, plainly(one.label, engagement, record.id), width, Kind(one.kind), one.choice_labels)


def prefilled(columns: Iterable[RecordColumn], record: RecordType, engagement: Engagement) -> tuple[Row, ...]:
    """Return a row for each row of the table that columns are filled from; none where none is."""
    sources = [source_of(one.filled_from) for one in columns]
    table = next((one.table for one in sources if one), "")
    found: Iterable[Mapping[str, str]] = rows_of(table, record, engagement) if table else ()
    return tuple(Row(tuple(text(row[one.column]) if one else () for one in sources)) for row in found)


def _field_list(record: RecordType, engagement: Engagement) -> tuple[Block, ...]:
    phrases = engagement.catalogue.phrases
    tool = tool_of(record, engagement)
    company = engagement.answer_text("company") or f"[{phrases['open.company']}]"
    columns = (
        Column("field", phrases["record.field"], 1.0),
        Column("what", phrases["record.what"], 1.8),
        Column("who", phrases["record.who"], 0.8),
    )
    rows = tuple(
        Row(
            (
                text(plainly(field.label, engagement, record.id), bold=True),
                text(what_to_write(field, record, engagement)),
                text(plainly(field.by, engagement, record.id) or engagement.catalogue.role[record.owner].name),
            ),
            field.name,
        )
        for field in fields_of(record, engagement)
    )
    intro = text(phrases["record.kept_in_intro"].format(company=company, tool=tool.text))
    return (Paragraph(intro), Table(columns, rows, phrases["record.kept_in"].format(tool=tool.text), record.id))


def what_to_write(field: RecordField, record: RecordType, engagement: Engagement) -> str:
    """Return how a field is filled in, in words: when it is needed, its help, and what it takes."""
    phrases = engagement.catalogue.phrases
    takes = {
        Kind.DATETIME: phrases["record.times"],
        Kind.SIGNATURE: phrases["record.signs"],
        Kind.BOOLEAN: phrases["record.yes_no"],
        Kind.TABLE: ", ".join(plainly(one.label, engagement, record.id) for one in field.columns),
        Kind.CHOICE: phrases["record.one_of"].format(choices=", ".join(field.choice_labels)),
    }
    optional = "" if field.required else phrases["record.optional"]
    said = (help_of(field, record, engagement), optional, takes.get(Kind(field.kind), ""))
    return ". ".join(filter(None, said))
