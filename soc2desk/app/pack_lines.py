"""Two texts of a file as the lines that differ, each with the words that came and went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.alignment import Alignment
from soc2desk.domain.word_changes import word_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.content.pack_state import PackFile
    from soc2desk.domain.word_changes import Stretch


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """Lines in a row that differ. `line` is the first of them in the text after, and where it would stand there."""

    line: int
    stretches: tuple[Stretch, ...]


def compared(file: PackFile) -> tuple[tuple[str, tuple[ChangedLines, ...]], ...]:
    """Return what differs: "mine" and "shipped" since the copy was made, or "beside" where that text is not kept."""
    pairs = [("mine", file.then, file.yours), ("shipped", file.then, file.now)]
    if file.then is None:
        pairs = [("beside", file.now, file.yours)]
    found = ((kind, changed_lines(old, new)) for kind, old, new in pairs if old is not None and new is not None)
    return tuple((kind, lines) for kind, lines in found if lines)


def changed_lines(before: str, after: str) -> tuple[ChangedLines, ...]:
    """Return what differs between two texts; lines that both have are left out."""
    return tuple(_changes(before.splitlines(), after.splitlines()))


def _changes(old: list[str], new: list[str]) -> Iterator[ChangedLines]:
    for tag, a, b, c, d in Alignment(old, new).get_opcodes():
        if tag == "equal":
            continue
        if b - a == d - c:
            # Line by line where the lines pair up, or words would be told across the end of a sentence.
            for at in range(b - a):
                yield ChangedLines(c + at + 1, word_changes(old[a + at], new[c + at]))
        else:
            yield ChangedLines(c + 1, word_changes("\n".join(old[a:b]), "\n".join(new[c:d])))
