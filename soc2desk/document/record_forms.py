"""The blank form of a record, from the fields of its layout: who, what and by when are filled, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Column, Form, FormField, Kind, Table
from soc2desk.document.forms import USUAL_ROWS

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordField, RecordType


def record_form(record: RecordType, _engagement: Engagement) -> tuple[Block, ...]:
    """Return a record's form, each field that is a table as a table of its own with blank rows."""
    blocks: list[Block] = []
    fields: list[FormField] = []
    for field in record.fields:
        if field.kind != Kind.TABLE:
            fields.append(FormField(field.label, Kind(field.kind), field.help, required=field.required, id=field.name))
            continue
        if fields:
            blocks.append(Form(tuple(fields)))
        blocks.append(_table(field))
        fields = []
    return (*blocks, Form(tuple(fields))) if fields else tuple(blocks)


def _table(field: RecordField) -> Table:
    columns = tuple(Column(f"c{i}", name.strip()) for i, name in enumerate(field.help.split(","), 1))
    return Table(columns, (), field.label, id=field.name, blank_rows=USUAL_ROWS)
