"""What differs between two copies, in words: on which page, of what, and what each side says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.merge_values import Values
from soc2desk.app.merging import FILES
from soc2desk.app.pages import PACKET, page_of, window_pages
from soc2desk.domain.engagement import decide_engagement
from soc2desk.storage.merge_flat import VALUE
from soc2desk.storage.merge_shapes import SAID_ON
from soc2desk.storage.row_shapes import DOCUMENT_DATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Desk
    from soc2desk.app.merging import Difference, Looked
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain

    Say = Callable[..., str]

_LONGEST = 2_000


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
    wording = _Wording(desk.catalogue, _values(desk, looked, say), say)
    rows = [wording.told(one) for one in looked.found]
    pages = dict.fromkeys((*window_pages(desk.catalogue), *(row.page for row in rows)))
    order = {page: number for number, page in enumerate(pages)}
    return tuple(sorted(rows, key=lambda row: order[row.page]))


def told_ids(desk: Desk, looked: Looked, say: Say) -> str:
    """Return the rows that two people made apart under one id, by their names, with the ids that they get here."""
    values = _values(desk, looked, say)
    return ", ".join(f"{values.row(table, new)} ({new})" for (table, _), new in looked.ids.items())


def _values(desk: Desk, looked: Looked, say: Say) -> Values:
    copies = looked.copies
    projects = tuple(filter(None, (copies.theirs, copies.mine, copies.base)))
    engagements = tuple(decide_engagement(desk.catalogue, one, desk.today) for one in (copies.mine, copies.theirs))
    return Values(engagements, projects, say)


class _Wording:
    def __init__(self, catalogue: Catalogue, values: Values, say: Say) -> None:
        self._catalogue, self._values, self._say = catalogue, values, say
        self._titles = {page.id: page.title for page in catalogue.pages}

    def told(self, one: Difference) -> Told:
        page = self._page(one)
        title = self._titles.get(page) or self._say(f"frame.page_title.{page}")
        base, mine, theirs = (self._side(one, side) for side in (one.base, one.mine, one.theirs))
        places = "; ".join(map(self._values.place, one.named))
        why = self._say(f"merge.why.{one.why.value}", places=places)
        return Told(one, page, title, self._what(one), base, mine, theirs, why)

    def _page(self, one: Difference) -> str:
        if one.table == DOCUMENT_DATE:
            return PACKET
        place = "answers.logo" if one.table == FILES else f"{one.table}.{one.row}"
        return page_of(self._catalogue, place)

    def _what(self, one: Difference) -> str:
        if one.table == DOCUMENT_DATE:
            return self._say("merge.day")
        if one.table == FILES:
            return self._say("merge.picture", name=one.row)
        row = self._values.row(one.table, one.row)
        if not one.part:
            return row
        return self._say("merge.in_row", row=row, field=self._values.heading(one.table, one.row, one.part))

    def _side(self, one: Difference, side: dict[str, Plain] | None) -> str:
        """Return what a side says."""
        if side is None:
            return self._say("merge.not_there")
        shown = {name: value for name, value in side.items() if not name.startswith(SAID_ON)}
        if not shown:
            return self._say("merge.nothing")
        said = ((name, self._values.value(one.table, one.row, name, value)) for name, value in shown.items())
        if set(shown) in ({VALUE}, {one.part}):
            return next(said)[1][:_LONGEST]
        pairs = ((self._values.heading(one.table, one.row, name), value) for name, value in said)
        return "\n".join(self._say("merge.pair", field=field, value=value) for field, value in pairs)[:_LONGEST]
