"""Words that go to a spreadsheet as text, in a CSV file or by the clipboard: none of them may be computed there."""

from __future__ import annotations

import re

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; the last four are the wide forms of the first."""
_NUMBER = re.compile(r"-[0-9]+([.,][0-9]+)?")


def begins_formula(cell: str) -> bool:
    """Tell whether a spreadsheet that is given these words would compute them."""
    return cell.startswith(_BEGINS_FORMULA) and not _NUMBER.fullmatch(cell)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet computes: what would begin a formula stands behind an apostrophe."""
    return f"'{cell}" if begins_formula(cell) else cell
