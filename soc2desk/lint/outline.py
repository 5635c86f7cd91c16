"""The parts of a sheet as the document engine will see them: headings, clauses, tables, forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.lint.sheet import Arms, Row, Sheet

_ID = re.compile(r"@(\S+)(?:\s|$)")
_CONTROLS = re.compile(r"(?:\s*\[[A-Z]{3}-\d{2}\])+\s*$")
_CONTROL = re.compile(r"[A-Z]{3}-\d{2}")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines. `kind` is heading, clause, steps, bullets, paragraph, table, callout, form or another word.

    `name` is the typed id of a heading or clause ("" where it has none); `full` begins with the document and section.
    `section` is the section (level 1) it stands in. `controls` are those a clause states.
    """

    kind: str
    rows: tuple[Row, ...]
    name: str = ""
    full: str = ""
    section: str = ""
    controls: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """File and line of its beginning."""
        return self.rows[0].where

    @property
    def arms(self) -> Arms:
        """The ifs its first line stands in."""
        return self.rows[0].arms


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=512)
def outline(sheet: Sheet) -> tuple[Part, ...]:
    """Return the parts of a sheet in reading order."""
    tree = SyntaxTreeNode(_parser().parse("\n".join(row.words for row in sheet.rows)))
    return tuple(_Walk(sheet).parts(tree))


class _Walk:
    """One walk over a tree; remembers the headings above."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.section = ""
        self.above = sheet.id

    def parts(self, tree: SyntaxTreeNode) -> Iterator[Part]:
        for node in tree.children:
            match node.type:
                case "heading":
                    yield self.heading(node)
                case "ordered_list" if any(_inline(item).startswith("@") for item in node.children):
                    yield from (self.clause(item) for item in node.children)
                case "ordered_list":
                    yield self.part("steps", node)
                case "fence":
                    yield self.part(node.info.strip(), node)
                case other:
                    yield self.part(_SHORT.get(other, other), node)

    def heading(self, node: SyntaxTreeNode) -> Part:
        name = _name(_inline(node))
        self.above = f"{self.sheet.id}/{name}"
        if node.tag == "h2":
            self.section = self.above
        return self.part("heading", node, name=name, full=self.above)

    def clause(self, item: SyntaxTreeNode) -> Part:
        words = _inline(item)
        name = _name(words)
        found = _CONTROLS.search(words)
        controls = tuple(_CONTROL.findall(found[0])) if found else ()
        return self.part("clause", item, name=name, full=f"{self.above}/{name}", controls=controls)

    def part(
        self, kind: str, node: SyntaxTreeNode, name: str = "", full: str = "", controls: tuple[str, ...] = ()
    ) -> Part:
        start, end = node.map or (0, 1)
        return Part(kind, self.sheet.rows[start:end], name, full, self.section, controls)


_SHORT = {"bullet_list": "bullets", "blockquote": "callout"}


def _name(words: str) -> str:
    found = _ID.match(words)
    return found[1] if found else ""


def _inline(node: SyntaxTreeNode) -> str:
    if node.type == "inline":
        return node.content
    return _inline(node.children[0]) if node.children else ""
