"""Ids for the clauses that a person adds to a section: given once, kept in the text, unique in the section."""

from __future__ import annotations

import re

from soc2desk.document.blocks import Run
from soc2desk.document.fill import CLOSE, OPEN, Filled
from soc2desk.document.markdown_lines import landmarks
from soc2desk.document.sections import TAG

LONGEST_SECTION = 30_000
"""Characters of one section as a person words it: some ten pages. Of signs alone, a longer one would take seconds."""
_GIVEN = re.compile(r"@(?:[a-z0-9-]+-)?own-(\d{1,6})\b")
_ITEM = re.compile(r" {0,3}\d{1,9}[.)][ \t]+(?=\S)")
_SUBHEADING = re.compile(r" {0,3}#{3}[ \t]+(?=\S)")
_NAMED = re.compile(r"@[a-z0-9][a-z0-9-]*\s")


def with_ids(section: str, text: str, before: str = "") -> str:
    """Return a section's text with an id for each numbered clause and subheading that has none.

    `section` is the section's own part of its id. `before` is the text that stood there until now: the number of a
    clause that was taken out is not given again.
    """
    if len(text) > LONGEST_SECTION:
        return text  # which is refused when it is checked
    lines = text.split("\n")
    last = max((int(number) for number in _GIVEN.findall(f"{before}\n{text}")), default=0)
    for mark in landmarks(line_true(text).skeleton):
        start = (_SUBHEADING if mark.level else _ITEM).match(lines[mark.line])
        if start is None or _NAMED.match(lines[mark.line], start.end()):
            continue
        last += 1
        # A subheading's id stands beside those of sections, and has to differ from them.
        name = f"{section}-own-{last}" if mark.level else f"own-{last}"
        lines[mark.line] = f"{start[0]}@{name} {lines[mark.line][start.end() :]}"
    return "\n".join(lines)


def line_true(text: str) -> Filled:
    """Return a text without its tags, line for line, with some value in each place for one."""
    count = 0

    def taken(tag: re.Match[str]) -> str:
        nonlocal count
        ends = "\n" * tag[0].count("\n")
        if not tag[0].startswith("{{"):
            return ends
        count += 1
        return f"{OPEN}{count - 1}{CLOSE}{ends}"

    skeleton = TAG.sub(taken, text)
    return Filled(skeleton, (Run("value", names=("value",)),) * count)
