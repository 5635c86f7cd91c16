"""What stands in two copies, in words: rows and people by their names, fields by their headings, days written out."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from soc2desk.app.place_names import NAMED_BY, place_name
from soc2desk.document.record_words import plainly
from soc2desk.document.sections import sections_of
from soc2desk.document.write import pieces_of
from soc2desk.storage.merge_shapes import KEYED_BY_CONTROL, POINTS_TO, VALUES
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import ANSWERS, EDITS, RECORDS, ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.project import Project
    from soc2desk.domain.records import RecordColumn, RecordField
    from soc2desk.reading.located import Plain

_SHOWN_OF_DIGEST = 12
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SECTIONS = {section.name: section for section in ROW_SECTIONS}
_BY_FIELDS = MappingProxyType(
    {
        "own_controls": ("title",),
        "evidence": ("name", "file"),
        "completions": ("person", "course"),
        "own_documents": ("title",),
        "own_clauses": ("number", "heading"),
        "listed_controls": ("number", "title"),
        "auditor_requests": ("number", "text"),
        "retests": ("name",),
        "earlier_reports": ("report", "last"),
        "user_exports": ("system", "taken_at"),
        "seen_in_lists": ("item", "fault"),
        "client_answers": ("file",),
    }
)
"""The fields that name a row of a table that no page names by one."""


class Values:
    """Says what stands in some copies of a project. `engagements` decide about those whose content is asked for."""

    def __init__(
        self, engagements: tuple[Engagement, ...], projects: tuple[Project, ...], say: Callable[..., str]
    ) -> None:
        self._engagements, self._projects, self._say = engagements, projects, say
        self._catalogue = engagements[0].catalogue
        self._rows: dict[str, dict[str, list[Any]]] = {}

    def row(self, table: str, id_: str) -> str:
        """Return what a row is called where its page lists it."""
        if table == EDITS.name:
            return self._edit(id_)
        found = next(self._found(table, id_), None)
        if found is not None and table in NAMED_BY:
            return str(getattr(found, NAMED_BY[table])) or id_
        if found is not None and table in _BY_FIELDS:
            return ", ".join(filter(None, (self._said_of(found, table, name) for name in _BY_FIELDS[table]))) or id_
        place = f"{'owners' if table in KEYED_BY_CONTROL else table}.{id_}"
        return next(filter(None, (place_name(one, place, {}) for one in self._engagements)), id_)

    def heading(self, table: str, id_: str, name: str) -> str:
        """Return what a field of a row is called."""
        if name.startswith(VALUES):
            field = self._record_field(id_, name)
            label = plainly(field.label, self._engagements[0], self._type_of(id_)) if field else ""
            return label or name.removeprefix(VALUES)
        words = self._catalogue.table.get(table)
        headings = {column.id: column.heading for column in words.columns} if words else {}
        return headings.get(name) or self._say(f"merge.field.{name}")

    def value(self, table: str, id_: str, name: str, value: Plain) -> str:
        """Return what a field of a row says."""
        if name.startswith(VALUES):
            return self._in_record(self._record_field(id_, name), value)
        if isinstance(value, list):
            return ", ".join(self.value(table, id_, name, inner) for inner in value)
        if isinstance(value, dict):
            return ", ".join(f"{key}: {self.value(table, id_, name, inner)}" for key, inner in value.items())
        if table == ANSWERS:
            question = self._catalogue.questions.get(id_)
            return self._day(question.choice_label(str(value)) if question else str(value))
        if table == RECORDS and name == "type":
            layout = self._catalogue.record.get(str(value))
            return layout.title if layout else str(value)
        return self._field(table, name, str(value))

    def place(self, place: str) -> str:
        """Return what a place that names a row is called: owners.ACC-07.owner."""
        table, _, rest = place.partition(".")
        if table in KEYED_BY_CONTROL and "." not in rest:
            return self.row(table, rest)
        id_, _, name = rest.rpartition(".")
        named = VALUES + name if table == RECORDS and self._record_field(id_, name) else name
        return self._say("merge.in_row", row=self.row(table, id_), field=self.heading(table, id_, named))

    # ---- rows ------------------------------------------------------------------------------------

    def _found(self, table: str, id_: str) -> Iterator[Any]:
        if table not in self._rows:
            by_id: dict[str, list[Any]] = defaultdict(list)
            for project in self._projects:
                rows = getattr(project, table, ())
                for row in rows if isinstance(rows, tuple) else ():
                    by_id[row.id].append(row)
            self._rows[table] = by_id
        return iter(self._rows[table].get(id_, ()))

    def _said_of(self, row: Any, table: str, name: str) -> str:
        value = getattr(row, _SECTIONS[table].fields[name].attribute or name)
        return self._field(table, name, value.isoformat() if hasattr(value, "isoformat") else str(value or ""))

    def _edit(self, id_: str) -> str:
        document, _, section = id_.partition("/")
        template = self._catalogue.template.get(document)
        sections = sections_of(template, pieces_of(self._engagements[0])) if template else ()
        heading = next((one.title for one in sections if one.id == id_), section)
        return self._say("merge.edit", document=template.title if template else document, section=heading)

    # ---- values ----------------------------------------------------------------------------------

    def _field(self, table: str, name: str, text: str) -> str:
        field = _SECTIONS[table].fields.get(name) if table in _SECTIONS else None
        holds = field.holds if field else Holds.TEXT
        if not text or holds is Holds.DIGEST:
            return self._say("merge.digest", digest=text[:_SHOWN_OF_DIGEST]) if text else ""
        target = POINTS_TO.get((table, name))
        if target is not None and any(True for _ in self._found(target, text)):
            return self.row(target, text)
        if field is not None and holds in {Holds.YES_NO, Holds.CHOICE, Holds.LEVEL, Holds.ROLE, Holds.WRITTEN}:
            return self._chosen(table, name, text, holds)
        return self._day(text)

    def _chosen(self, table: str, name: str, text: str, holds: Holds) -> str:
        words = self._catalogue.table.get(table)
        column = next((one for one in words.columns if one.id == name), None) if words else None
        if column is not None and column.choices:
            return column.choice_label(text)
        if holds is Holds.ROLE or holds is Holds.WRITTEN or name == "course":
            place = f"{'roles' if holds is Holds.ROLE else 'documents'}.{text}"
            return place_name(self._engagements[0], place, {}) or text
        return self._say(f"merge.choice.{text}") if holds is Holds.CHOICE else text

    def _day(self, text: str) -> str:
        if not _DAY.fullmatch(text):
            return text
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return text
        return self._say("dates.day", day=day.day, month=self._say(f"dates.month.{day.month}"), year=day.year)

    # ---- records ---------------------------------------------------------------------------------

    def _type_of(self, id_: str) -> str:
        found = next(self._found(RECORDS, id_), None)
        return found.type if found else ""

    def _record_field(self, id_: str, name: str) -> RecordField | None:
        layout = self._catalogue.record.get(self._type_of(id_))
        wanted = name.removeprefix(VALUES)
        return next((field for field in layout.fields if field.name == wanted), None) if layout else None

    def _in_record(self, field: RecordField | RecordColumn | None, value: Plain) -> str:
        if isinstance(value, list):
            return "\n".join(self._in_record(field, one) for one in value)
        if isinstance(value, dict) and "by" in value:
            says = {"by": self._person}
            return ", ".join(says.get(key, self._day)(str(one)) for key, one in value.items())
        if isinstance(value, dict):
            columns = {one.name: one for one in getattr(field, "columns", ())}
            cells = ((columns.get(name), name, cell) for name, cell in value.items())
            return ", ".join(f"{one.label if one else name} {self._in_record(one, cell)}" for one, name, cell in cells)
        text = str(value)
        if field is not None and field.choices and field.choice_labels:
            return dict(zip(field.choices, field.choice_labels, strict=True)).get(text, text)
        return self._person(text) if field is not None and field.kind == "person" else self._day(text)

    def _person(self, id_: str) -> str:
        found = next(self._found("people", id_), None)
        return found.name if found else id_
