"""How long, how deep and how wide a template may be, so that reading and filling it always comes to an end."""

from __future__ import annotations

import re

LONGEST_TEXT = 300_000
"""Characters of one template or piece; the longest of ours has eighteen thousand."""
LONGEST_WITH_PIECES = 1_000_000
"""Characters of a template with all the pieces that it includes."""
LONGEST_FILLED = 3_000_000
"""Characters that a filled template may have, each turn of a loop counted as one more: some thousand pages."""
DEEPEST_TAG = 60
"""How many things of the language may stand one in another, brackets and words such as not among them."""

_BLOCK = re.compile(r"\{%[-+]?\s*(if|for|endif|endfor)\b")
_LONG_NUMBER = re.compile(r"[0-9_]{1000,}")
_NESTING = re.compile(r"[(\[{|]|\bnot\b|[-+~]")


Fault = tuple[str, int, str]
"""What is wrong, on which line of the text, and what to do."""


def fault_of_text(text: str) -> Fault | None:
    """Return what would be too much for the parser, before it is asked; None for a usual text."""
    if len(text) > LONGEST_TEXT:
        last = text.count("\n", 0, LONGEST_TEXT) + 1
        return f"The template has more than {LONGEST_TEXT:,} characters.", last, "Split the document."
    line = _line_of_deep_block(text)
    return too_deep(text, line) if line else None


def too_deep(text: str, line: int | None = None) -> Fault:
    """Return that a text goes too deep, on a line or else on the one that most likely was too much."""
    hint = "Split it into shorter conditions, with smaller numbers."
    return "This goes deeper than a text needs.", line or _line_of_deepest(text), hint


def _line_of_deep_block(text: str) -> int:
    """Return where ifs and loops stand deeper in one another than any text needs; 0 for a usual text."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        for tag in _BLOCK.finditer(line):
            depth += -1 if tag[1].startswith("end") else 1
            if depth > DEEPEST_TAG:
                return number
    return 0


def _line_of_deepest(text: str) -> int:
    """Return the line of an endless number, else the one with the most brackets."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if _LONG_NUMBER.search(line):
            return number
    return max(enumerate(lines, 1), key=lambda one: len(_NESTING.findall(one[1])))[0]
