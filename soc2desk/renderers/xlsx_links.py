"""A link from a cell to a file beside the workbook that every system can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.url import Url

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


class _Beside(Url):  # type: ignore[misc]
    """The way to a file. It keeps its slashes: with the backslashes that XlsxWriter makes, only Windows finds it."""

    def _target(self) -> str:
        return str(super()._target()).replace("\\", "/")


def put_link(sheet: Worksheet, row: int, column: int, words: str, target: str, look: Format) -> None:
    """Write words that lead to a file beside the workbook (../folder/name); its name shows while the mouse rests."""
    link = _Beside(f"external:{target}")
    link.text, link.tip = words, target.rpartition("/")[2]
    sheet.write_url(row, column, link, look)
