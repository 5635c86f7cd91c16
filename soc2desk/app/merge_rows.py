"""What differs between two copies, in words: on which page, of what, and what each side says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from soc2desk.app.merging import FILES
from soc2desk.app.pages import PACKET, page_of, window_pages
from soc2desk.app.place_names import place_name
from soc2desk.domain.engagement import decide_engagement
from soc2desk.storage.merge_flat import VALUE
from soc2desk.storage.merge_shapes import POINTS_TO, SAID_ON, VALUES
from soc2desk.storage.row_shapes import DOCUMENT_DATE, EDITS, RECORDS, ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from soc2desk.app.desk import Desk
    from soc2desk.app.merging import Difference, Looked
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain

    Say = Callable[..., str]

_SHOWN_OF_DIGEST = 12
_LONGEST = 2_000
_SECTIONS = {section.name: section for section in ROW_SECTIONS}


@dataclass(frozen=True, slots=True)
class Told:
    """A difference in words. `page` is the id of the page it belongs to; `base` is what stood in both before."""

    difference: Difference
    page: str
    page_title: str
    what: str
    base: str
    mine: str
    theirs: str
    why: str


def told(desk: Desk, looked: Looked, say: Say) -> tuple[Told, ...]:
    """Return every difference in words, by pages in the order of the window."""
    wording = _Wording(desk.catalogue, looked, say, desk.today)
    rows = [wording.told(one) for one in looked.found]
    order = (*window_pages(desk.catalogue), *(row.page for row in rows))
    return tuple(sorted(rows, key=lambda row: order.index(row.page)))


class _Wording:
    def __init__(self, catalogue: Catalogue, looked: Looked, say: Say, day: date) -> None:
        self._catalogue, self._looked, self._say = catalogue, looked, say
        self._titles = {page.id: page.title for page in catalogue.pages}
        copies = looked.copies
        self._engagements = [decide_engagement(catalogue, one, day) for one in (copies.mine, copies.theirs)]

    def told(self, one: Difference) -> Told:
        page = self._page(one)
        title = self._titles.get(page) or self._say(f"frame.page_title.{page}")
        base, mine, theirs = (self._side(one, side) for side in (one.base, one.mine, one.theirs))
        why = self._say(f"merge.why.{one.why.value}", places=", ".join(one.named))
        return Told(one, page, title, self._what(one), base, mine, theirs, why)

    def _page(self, one: Difference) -> str:
        if one.table == DOCUMENT_DATE:
            return PACKET
        place = "answers.logo" if one.table == FILES else f"{one.table}.{one.row}"
        return page_of(self._catalogue, place)

    # ---- of what ---------------------------------------------------------------------------------

    def _what(self, one: Difference) -> str:
        if one.table == DOCUMENT_DATE:
            return self._say("merge.day")
        if one.table == FILES:
            return self._say("merge.picture", name=one.row)
        row = self._row(one)
        return self._say("merge.in_row", row=row, field=self._heading(one, one.part)) if one.part else row

    def _row(self, one: Difference) -> str:
        if one.table == EDITS.name:
            document, _, section = one.row.partition("/")
            template = self._catalogue.template.get(document)
            return self._say("merge.edit", document=template.title if template else document, section=section)
        place = f"{one.table}.{one.row}"
        known = (place_name(engagement, place, {}) for engagement in self._engagements)
        made = (_name_of(one.table, row) for row in self._rows_of(one.table, one.row))
        return next(filter(None, (*known, *made)), one.row)

    def _rows_of(self, table: str, id_: str) -> Iterator[Any]:
        copies = self._looked.copies
        for project in filter(None, (copies.mine, copies.theirs, copies.base)):
            rows = getattr(project, table, ())
            yield from (row for row in rows if row.id == id_) if isinstance(rows, tuple) else ()

    def _heading(self, one: Difference, name: str) -> str:
        if one.table == RECORDS and name.startswith(VALUES):
            found = next(self._rows_of(RECORDS, one.row), None)
            layout = self._catalogue.record.get(found.type) if found else None
            fields = {field.name: field.label for field in layout.fields} if layout else {}
            return fields.get(name.removeprefix(VALUES)) or name.removeprefix(VALUES)
        table = self._catalogue.table.get(one.table)
        headings = {column.id: column.heading for column in table.columns} if table else {}
        return headings.get(name) or name.replace("_", " ")

    # ---- what each side says ---------------------------------------------------------------------

    def _side(self, one: Difference, side: dict[str, Plain] | None) -> str:
        if side is None:
            return self._say("merge.not_there")
        shown = {name: value for name, value in side.items() if not name.startswith(SAID_ON)}
        if not shown:
            return self._say("merge.nothing")
        if set(shown) in ({VALUE}, {one.part}):
            return self._value(one, *next(iter(shown.items())))[:_LONGEST]
        pairs = ((self._heading(one, name), self._value(one, name, value)) for name, value in shown.items())
        return "\n".join(self._say("merge.pair", field=field, value=value) for field, value in pairs)[:_LONGEST]

    def _value(self, one: Difference, name: str, value: Plain) -> str:
        if isinstance(value, list):
            return ", ".join(self._value(one, name, inner) for inner in value)
        if isinstance(value, dict):
            return ", ".join(f"{key}: {self._value(one, name, inner)}" for key, inner in value.items())
        text = str(value)
        if name in {"digest", "text", "replaced"} and one.table != EDITS.name and len(text) == 64:  # noqa: PLR2004 - a SHA-256
            return text[:_SHOWN_OF_DIGEST]
        target = POINTS_TO.get((one.table, name))
        if target in {"people", "vendors", "systems"}:
            found = next(self._rows_of(target, text), None)
            return found.name if found else text
        return self._chosen(one.table, name, text)

    def _chosen(self, table: str, name: str, text: str) -> str:
        if table in self._catalogue.table:
            column = next((one for one in self._catalogue.table[table].columns if one.id == name), None)
            return column.choice_label(text) if column else text
        return text


def _name_of(table: str, row: Any) -> str:
    """Return the first of the words that a row of people's own needs."""
    section = _SECTIONS.get(table)
    if row is None or section is None:
        return ""
    needed = [field.attribute or name for name, field in section.fields.items() if field.required]
    return " ".join(str(getattr(row, name)) for name in needed[:2] if isinstance(getattr(row, name), str))
