"""The headings that people write over the columns of their spreadsheets, beside our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_START = "table_page.usual"


def usual_headings(words: Mapping[str, str], table: str) -> dict[str, list[str]]:
    """Return the usual headings of a table by what they stand for, out of the words of the window."""
    start = f"{_START}.{table}."
    return {key.removeprefix(start): said.split(";") for key, said in words.items() if key.startswith(start)}
