"""The form of a record as the window shows it: fields in words, what is required now, what is known already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.record_cells import Cells
from soc2desk.app.record_entering import Entering, record_id
from soc2desk.document.record_forms import help_of
from soc2desk.document.record_rows import offered, rows_of
from soc2desk.document.record_words import plainly
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.record_fields import AHEAD, is_required
from soc2desk.domain.record_lacks import TABLE, Looked, fields_that_matter
from soc2desk.domain.records import source_of

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Entry
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a table on the form. `choices` are ids and words."""

    name: str
    label: str
    kind: str
    choices: tuple[Choice, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether a day in it says what was done, so that it cannot lie ahead."""
        return self.name not in AHEAD


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form. `required` is always, now (by what other fields say) or no; `offers` are known words."""

    name: str
    label: str
    kind: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    offers: tuple[str, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    has_known_lines: bool = False

    @property
    def is_done(self) -> bool:
        """Whether its day says what was done, so that it cannot lie ahead."""
        return self.name not in AHEAD


def form_fields(layout: RecordType, engagement: Engagement) -> tuple[FormField, ...]:
    """Return the fields of a layout that this company needs, in words."""
    return tuple(_field(one, layout, engagement) for one in fields_that_matter(layout, engagement))


def _field(field: RecordField, layout: RecordType, engagement: Engagement) -> FormField:
    return FormField(
        field.name,
        plainly(field.label, engagement, layout.id),
        field.kind,
        help_of(field, layout, engagement),
        tuple(zip(field.choices, field.choice_labels or field.choices, strict=True)),
        () if field.choices else offered(field.filled_from or field.choices_from, layout, engagement),
        tuple(_column(one, layout, engagement) for one in field.columns),
        any(one.filled_from for one in field.columns),
    )


def _column(column: RecordColumn, layout: RecordType, engagement: Engagement) -> FormColumn:
    label = plainly(column.label, engagement, layout.id)
    choices = tuple(zip(column.choices, column.choice_labels or column.choices, strict=True))
    return FormColumn(column.name, label, column.kind, choices)


def required_now(record: KeptRecord, engagement: Engagement) -> frozenset[str]:
    """Return the fields that must be filled in, by what the record says so far."""
    layout = engagement.catalogue.record[record.type]
    looked = Looked(record, layout, engagement)
    return frozenset(one.name for one in fields_that_matter(layout, engagement) if is_required(looked, one))


def known_lines(layout: RecordType, name: str, engagement: Engagement) -> list[dict[str, Plain]]:
    """Return the lines of a table that are known: who and what, never what was done."""
    columns = next(one.columns for one in layout.fields if one.name == name and one.kind == TABLE)
    sources = {one: source for one in columns if (source := source_of(one.filled_from))}
    table = next((source.table for source in sources.values()), "")
    cells = Cells(engagement.project)
    lines: list[dict[str, Plain]] = []
    for row in rows_of(table, layout, engagement) if table else ():
        said = {one.name: (one, row[source.column]) for one, source in sources.items() if row[source.column]}
        lines.append({key: cells.person(text) if one.kind == "person" else text for key, (one, text) in said.items()})
    return lines


def begun(layout: RecordType, occurrence: str, engagement: Engagement, entering: Entering) -> KeptRecord:
    """Return a new record, entered now: its period stands in it and what has one answer, nothing that was done."""
    values: dict[str, Entry] = {}
    cells = Cells(engagement.project)
    period = occurrence.rpartition("/")[2]
    for field in fields_that_matter(layout, engagement):
        known = offered(field.filled_from, layout, engagement)
        if field.filled_from == "period.id" and period:
            values[field.name] = period
        elif len(known) == 1 and field.kind in {"person", "text"}:
            values[field.name] = cells.person(known[0]) if field.kind == "person" else known[0]
    id_ = record_id(layout, values, occurrence, {one.id for one in engagement.project.records})
    return entering.stamped(KeptRecord(id_, layout.id, occurrence, values), None)
