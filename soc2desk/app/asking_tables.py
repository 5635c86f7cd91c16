"""Tables of a questionnaire: the rows that stand here, and room for those that are missing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.asking_words import said_cell
from soc2desk.app.import_cells import short
from soc2desk.app.table_fields import columns_of
from soc2desk.domain.question_codes import code_of, state_of
from soc2desk.domain.questionnaire import ColumnAsked, RowAsked, TableAsked
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.app.table_fields import Column
    from soc2desk.domain.engagement import Engagement
    from soc2desk.reading.located import Plain

ROLES, ROLE = "roles", "role"
MOST_ON_PAPER = 8
_ON_PAPER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "people": ("name", "title", "email", "start", "end", "contractor"),
        "vendors": (
            "name", "service", "tier", "location", "subservice", "holds_customer_data", "holds_personal_information",
        ),
        "risks": ("name", "description", "owner", "treatment", "action", "due"),
        "exceptions": ("name", "document", "reason", "approved_by", "approved_on", "ends_on"),
    }
)  # fmt: skip
"""What is asked on a page of tables with more columns than it holds."""
_SHORT = frozenset({QuestionKind.DATE.value, QuestionKind.YES_NO.value, QuestionKind.NUMBER.value})


def table_asked(
    table: str, engagement: Engagement, plain: Mapping[str, Plain], phrases: Mapping[str, str]
) -> TableAsked:
    """Return a table as it is asked: who is in it already, and its columns in words."""
    words = engagement.catalogue.table[table]
    columns = columns_of(engagement.catalogue, table)
    rows = plain.get(table)
    held = rows if isinstance(rows, dict) else {}
    asked = tuple(_column(one) for one in columns)
    if table == ROLES:
        asked = (ColumnAsked(ROLE, phrases["asked.role"], "", QuestionKind.TEXT.value, fixed=True), *asked)
        made = _roles(engagement, held, columns, plain)
    else:
        made = tuple(_row(table, id_, row, _cells(row, columns, plain, engagement)) for id_, row in held.items())
    place = f"tables.{table}"
    return TableAsked(
        place=place,
        code=code_of(place),
        title=words.title,
        intro=words.intro,
        columns=asked,
        rows=made,
        on_paper=_ON_PAPER.get(table) or tuple(one.id for one in asked[:MOST_ON_PAPER]),
        may_grow=table != ROLES,
    )


def _column(one: Column) -> ColumnAsked:
    choices = tuple(short(label) for _, label in one.choices)
    return ColumnAsked(one.id, one.heading, one.help, one.kind, choices, is_short=one.kind in _SHORT)


def _row(table: str, id_: str, row: Plain, cells: tuple[str, ...]) -> RowAsked:
    place = f"{table}.{id_}"
    return RowAsked(place, code_of(place), state_of(place, row), cells)


def _cells(
    row: Plain, columns: tuple[Column, ...], plain: Mapping[str, Plain], engagement: Engagement
) -> tuple[str, ...]:
    held = row if isinstance(row, dict) else {}
    return tuple(said_cell(held.get(one.id), one, plain, engagement.catalogue.phrases) for one in columns)


def _roles(
    engagement: Engagement, held: Mapping[str, Plain], columns: tuple[Column, ...], plain: Mapping[str, Plain]
) -> tuple[RowAsked, ...]:
    def rows() -> Iterator[RowAsked]:
        for role in engagement.catalogue.roles:
            row = held.get(role.id)
            yield _row(ROLES, role.id, row, (role.name, *_cells(row, columns, plain, engagement)))

    return tuple(rows())
