"""Rows whose colour follows a word chosen from a list: when somebody chooses another word, the colour goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from soc2desk.renderers.xlsx_look import TONE_LOOKS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from soc2desk.document.blocks import Table
    from soc2desk.renderers.xlsx_look import Formats


def follows_choice(table: Table) -> bool:
    """Whether the tones of a table's rows come from a word that is chosen in them."""
    return any(column.tones for column in table.columns)


def add_tones(sheet: Worksheet, table: Table, last_row: int, formats: Formats) -> None:
    """Colour the first cell of each row and the chosen word by that word."""
    for at, column in enumerate(table.columns):
        for word, tone in column.tones:
            if tone not in TONE_LOOKS:
                continue
            quoted = word.replace('"', '""')
            rule = {"type": "formula", "criteria": f'=${xl_col_to_name(at)}2="{quoted}"', "format": formats.tone(tone)}
            for place in sorted({0, at}):
                sheet.conditional_format(1, place, last_row, place, rule)
