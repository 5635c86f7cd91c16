"""Older formats are brought up to date by pure steps; a newer one is refused in a sentence."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.project import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.reading.located import Located, Plain

    Step = Callable[[dict[str, Plain]], dict[str, Plain]]

STEPS: Mapping[int, Step] = MappingProxyType({})
"""What turns the plain data of one format into the next, by the older number. Format 1 is the first, so none yet."""


def to_newest(located: Located, steps: Mapping[int, Step] = STEPS, newest: int = FORMAT) -> Located:
    """Return the data in the newest format. Raises the file's problem for no, an unknown or a newer format."""
    if not isinstance(located.data, dict):
        raise located.refuse("The file must be a table that begins with its format.", (), "Begin it with: format: 1")
    data = located.data
    for number in range(_format_of(located, data, newest), newest):
        data = steps[number](data)
    return replace(located, data={**data, "format": str(newest)})


def older_than(located: Located, newest: int = FORMAT) -> str:
    """Return the number of the data's format where it is an older one; empty where it is not."""
    written = _format_of(located, located.data, newest) if isinstance(located.data, dict) else newest
    return str(written) if written < newest else ""


def _format_of(located: Located, data: dict[str, Plain], newest: int) -> int:
    written = data.get("format")
    if written is None:
        raise located.refuse("The file does not say its format.", (), f"Begin it with: format: {newest}")
    if not isinstance(written, str) or not written.isascii() or not written.isdecimal():
        raise located.refuse("The format must be a whole number.", ("format",), f"Write: format: {newest}")
    # The length is asked first: turning millions of digits into a number takes long.
    if len(written) > len(str(newest)) + 3 or int(written) > newest:
        message = f"This was written by a newer soc2desk: format {written[:8]}; this one reads up to format {newest}."
        raise located.refuse(message, ("format",), "Install the newest soc2desk and try again.")
    if int(written) < 1:
        raise located.refuse("There is no format 0.", ("format",), f"Write: format: {newest}")
    return int(written)
