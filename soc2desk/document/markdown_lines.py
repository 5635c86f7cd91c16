"""Where the blocks of a Markdown text begin, line by line: for texts that a person writes and we number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from soc2desk.document.markdown import parser


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading (of a level from 1) or a numbered item that stands in no other block (level 0), on a line from 0."""

    line: int
    level: int


def landmarks(text: str) -> tuple[Landmark, ...]:
    """Return the headings and the outermost numbered items of a text, in reading order."""
    found, ordered = [], False
    for token in parser().parse(text):
        if token.level == 0 and token.type in {"ordered_list_open", "ordered_list_close"}:
            ordered = token.type.endswith("open")
        if token.map is None:
            continue
        if token.type == "list_item_open" and ordered and token.level == 1:
            found.append(Landmark(token.map[0], 0))
        elif token.type == "heading_open" and token.level == 0:
            found.append(Landmark(token.map[0], int(token.tag[1])))
    return tuple(found)


def defines_links(text: str) -> bool:
    """Return whether a text defines link targets for the rest of the document ("[word]: https://...")."""
    surroundings: dict[str, Any] = {}
    parser().parse(text, surroundings)
    return bool(surroundings.get("references"))
