"""Drop-downs and checks of what is typed: short lists in the cell's own rule, long ones on a hidden sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Form, Kind, Table
from soc2desk.renderers.safe import one_line
from soc2desk.renderers.xlsx_names import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Block

Choices = tuple[str, ...]

YES_NO: Choices = ("Yes", "No")

_RULE_LIMIT = 255  # UTF-16 units of a list inside a rule
_FIRST_DAY = date(1990, 1, 1)
_CHOOSE, _CHOOSE_HOW = "Choose from the list", "Take one of the choices in the list of this cell, or leave it empty."
_DATE = "Not a date"
_DATES = {
    Kind.DATE: "Write the date as year-month-day, such as 2026-11-20, or leave the cell empty.",
    Kind.DATETIME: "Write date and time as year-month-day hour:minute, such as 2026-11-20 14:30, or leave it empty.",
}


@dataclass(frozen=True, slots=True)
class Area:
    """Cells in a block, first and last included, counted from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def tidy(choices: Choices, kind: Kind) -> Choices:
    """Return the choices a column or field offers, on one line and each once; yes and no for a yes-or-no one."""
    given = choices or (YES_NO if kind is Kind.BOOLEAN else ())
    return tuple(dict.fromkeys(line for choice in given if (line := one_line(choice))))


def long_lists(blocks: Iterable[Block]) -> dict[Choices, str]:
    """Return the lists too long for a rule, each with the reference to its column on the hidden sheet."""
    long = dict.fromkeys(choices for choices in _every_list(blocks) if not _fits(choices))
    return {choices: _reference(number, len(choices)) for number, choices in enumerate(long)}


def _every_list(blocks: Iterable[Block]) -> Iterator[Choices]:
    for block in blocks:
        match block:
            case Table():
                yield from (tidy(column.choices, column.kind) for column in block.columns)
            case Form():
                yield from (tidy(field.choices, field.kind) for field in block.fields)
            case _:
                pass


def _fits(choices: Choices) -> bool:
    joined = ",".join(choices)
    is_plain = '"' not in joined and not any("," in choice for choice in choices)
    return is_plain and len(joined.encode("utf-16-le")) // 2 <= _RULE_LIMIT


def _reference(number: int, count: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"={LISTS}!${letters}$1:${letters}${count}"


def add_rule(sheet: Worksheet, area: Area, choices: Choices, kind: Kind, long: Mapping[Choices, str]) -> None:
    """Give an area its drop-down, or the check that a date or a time is one; nothing for other kinds."""
    rule: dict[str, object]
    if choices:
        source = long.get(choices) or list(choices)
        rule = {"validate": "list", "source": source, "error_title": _CHOOSE, "error_message": _CHOOSE_HOW}
    elif kind in _DATES:
        rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        rule |= {"error_title": _DATE, "error_message": _DATES[kind]}
    else:
        return
    sheet.data_validation(area.first_row, area.first_column, area.last_row, area.last_column, rule)


def add_lists(workbook: Workbook, long: Mapping[Choices, str]) -> None:
    """Add the hidden sheet of long lists, one a column; nothing when there is none."""
    if not long:
        return
    sheet = workbook.add_worksheet(LISTS)
    sheet.hide()
    for number, choices in enumerate(long):
        for row, choice in enumerate(choices):
            sheet.write_string(row, number, choice)
