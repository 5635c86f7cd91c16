"""Word's own numbering, made to show the very numbers the document states.

Word counts by itself. So this counts along as Word would, and where the stated number is another one, starts a fresh
list there. A number Word cannot count ("A.1") is left to be written as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

COUNTABLE = re.compile(r"[1-9][0-9]{0,3}(?:\.[1-9][0-9]{0,3}){0,2}")
DEPTH = 3
OUTLINE, BULLETS, STEPS = 1, 2, 3  # the lists of base.docx
INDENTS = ((680, 680), (680, 680), (900, 900))
FIRST_OWN = 10


def list_place(level: int, list_id: int) -> str:
    """Return the w:numPr of a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


@dataclass(slots=True)
class Numbering:
    """What one document has counted so far, and the lists it needs beyond those of base.docx."""

    shown: list[int | None] = field(default_factory=lambda: [None] * DEPTH)
    implied: int = 0  # levels above this one were never written in the list, so Word cannot count them on
    outline: int = OUTLINE
    templates: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)

    def section(self, number: str) -> tuple[int, int] | None:
        """Return level and list for a heading or a clause numbered "4" or "4.2"; None when it must be plain text."""
        if not COUNTABLE.fullmatch(number):
            return None
        wanted = [int(part) for part in number.split(".")]
        level = len(wanted) - 1
        if not self._comes_next(wanted):
            self._start_at(wanted)
            self.implied = level
        self.shown = [*wanted, *[None] * (DEPTH - level - 1)]
        return level, self.outline

    def steps(self) -> int:
        """Return a new list of steps that starts at 1."""
        return self._add_list(STEPS, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')

    def _comes_next(self, wanted: list[int]) -> bool:
        level, above = len(wanted) - 1, wanted[:-1]
        before = self.shown[level] or 0
        return level >= self.implied and self.shown[:level] == above and wanted[level] == before + 1

    def _start_at(self, wanted: list[int]) -> None:
        starts = [*wanted, *[1] * (DEPTH - len(wanted))]
        key = FIRST_OWN + len(self.templates)
        levels = "".join(_level(level, start) for level, start in enumerate(starts))
        self.templates.append(
            f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{0x50C30000 + key:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        self.outline = self._add_list(key, "")

    def _add_list(self, template: int, change: str) -> int:
        key = FIRST_OWN + len(self.lists)
        self.lists.append(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{template}"/>{change}</w:num>')
        return key


def _level(level: int, start: int) -> str:
    words = ".".join(f"%{at + 1}" for at in range(level + 1))
    left, hanging = INDENTS[level]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{words}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
