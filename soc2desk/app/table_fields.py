"""What a row of each table is asked: the columns with their words, and the sort of value each one takes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.questions import QuestionKind
from soc2desk.storage.codec_answers import value_to_plain
from soc2desk.storage.row_fields import Field, Holds, Section
from soc2desk.storage.row_shapes import FILLED_IN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.tables import ColumnWords

SECTIONS: Mapping[str, Section[Any]] = MappingProxyType({section.name: section for section in FILLED_IN})
"""The tables that a person fills in, by name."""

PERSON, VENDOR, SYSTEM = Holds.PERSON.value, Holds.VENDOR.value, Holds.SYSTEM.value
"""Kinds of column beside those of questions: one of the people, of the vendors, of the systems."""

_KINDS = MappingProxyType(
    {
        Holds.TEXT: QuestionKind.TEXT.value,
        Holds.YES_NO: QuestionKind.YES_NO.value,
        Holds.DATE: QuestionKind.DATE.value,
        Holds.CHOICE: QuestionKind.CHOICE.value,
        Holds.ENTRIES: QuestionKind.LIST.value,
        Holds.CRITERIA: QuestionKind.LIST.value,
        Holds.PERSON: PERSON,
        Holds.VENDOR: VENDOR,
        Holds.SYSTEM: SYSTEM,
        Holds.LEVEL: QuestionKind.CHOICE.value,
        Holds.WRITTEN: QuestionKind.CHOICE.value,
        Holds.CANDIDATE: QuestionKind.CHOICE.value,
        Holds.CONTROLS: QuestionKind.LIST.value,
    }
)
_NEEDS = MappingProxyType(
    {
        ("vendors", "method"): "subservice",
        ("vendors", "expected_controls"): "subservice",
        ("user_duties", "criteria"): "needed",
    }
)
"""Columns that say something only where a yes or no of the same row is yes."""

_LONG = frozenset(
    {("risks", "description"), ("risks", "action"), ("access_rights", "rights"), ("exceptions", "reason")}
)
"""Columns of words that want more than a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `kind` is a kind of question, PERSON, VENDOR or SYSTEM; `default` is what an empty one means.

    `needs` names a yes or no of the same row without which this column says nothing.
    """

    id: str
    label: str
    heading: str
    help: str
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    default: str = ""
    needs: str = ""


def columns_of(catalogue: Catalogue, table: str) -> tuple[Column, ...]:
    """Return the columns of a table in the order in which a person is asked."""
    section = SECTIONS[table]
    words = {column.id: column for column in catalogue.table[table].columns}
    unsaid = section.defaults()
    return tuple(
        _column(section, name, field, words[name], unsaid.get(field.attribute or name), catalogue)
        for name, field in section.fields.items()
        if name in words
    )


def _column(
    section: Section[Any], name: str, field: Field, words: ColumnWords, unsaid: object, catalogue: Catalogue
) -> Column:
    return Column(
        id=name,
        label=words.label,
        heading=words.heading,
        help=words.help,
        kind=QuestionKind.LONG_TEXT.value if (section.name, name) in _LONG else _KINDS[field.holds],
        choices=_choices(field, words, catalogue),
        required=field.required,
        default=str(value_to_plain(unsaid)) if isinstance(unsaid, bool | str) else "",
        needs=_NEEDS.get((section.name, name), ""),
    )


def _choices(field: Field, words: ColumnWords, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    match field.holds:
        case Holds.WRITTEN:
            return tuple((one.id, one.title) for one in catalogue.templates if one.kind in TO_APPROVE)
        case Holds.CANDIDATE:
            return tuple((one.id, one.title) for one in catalogue.risks)
        case _:
            return tuple((choice, words.choice_label(choice)) for choice in field.choices)
