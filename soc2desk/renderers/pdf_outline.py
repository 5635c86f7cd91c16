"""The outline of a PDF: the list of headings a reader shows beside the pages."""

from __future__ import annotations

from itertools import takewhile


def outline_objects(
    root: int, numbers: list[int], levels: list[int], titles: list[str], places: list[str]
) -> list[tuple[int, str]]:
    """Return object numbers with bodies: the root, then each entry.

    `numbers`, `levels`, `titles` (as PDF strings) and `places` (as PDF destinations) go together, in reading order.
    """
    parents = _parents(levels)
    kids: dict[int | None, list[int]] = {None: []}
    for at, parent in enumerate(parents):
        kids.setdefault(parent, []).append(at)
    found = [(root, f"<< /Type /Outlines{_ends(kids[None], len(numbers), numbers)} >>")]
    for siblings in kids.values():
        for place, at in enumerate(siblings):
            under = kids.get(at, [])
            above = parents[at]
            head = f"/Title {titles[at]} /Parent {root if above is None else numbers[above]} 0 R /Dest {places[at]}"
            body = f"{head}{_beside(siblings, place, numbers)}{_ends(under, _count(at, levels), numbers)}"
            found.append((numbers[at], f"<< {body} >>"))
    return found


def _parents(levels: list[int]) -> list[int | None]:
    """Return for each entry the index of the entry it stands under, or None at the top."""
    found: list[int | None] = []
    path: list[int] = []
    for at, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            path.pop()
        found.append(path[-1] if path else None)
        path.append(at)
    return found


def _beside(siblings: list[int], place: int, numbers: list[int]) -> str:
    before = f" /Prev {numbers[siblings[place - 1]]} 0 R" if place else ""
    after = f" /Next {numbers[siblings[place + 1]]} 0 R" if place + 1 < len(siblings) else ""
    return before + after


def _ends(under: list[int], count: int, numbers: list[int]) -> str:
    """Return the first and last entries under one, and how many there are at any depth; nothing for none."""
    return f" /First {numbers[under[0]]} 0 R /Last {numbers[under[-1]]} 0 R /Count {count}" if under else ""


def _count(at: int, levels: list[int]) -> int:
    """Return how many entries stand under one, at any depth."""
    return sum(1 for _ in takewhile(lambda level: level > levels[at], levels[at + 1 :]))
