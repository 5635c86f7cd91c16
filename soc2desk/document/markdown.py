"""Turns a filled skeleton into blocks. Only the skeleton is parsed; values come in afterwards as runs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from soc2desk.document.blocks import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Clause,
    Column,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Runs,
    SignOff,
    Table,
    plain,
)
from soc2desk.document.column_widths import empty_columns, weighted
from soc2desk.document.fill import OPEN, Filled, runs_of
from soc2desk.document.forms import parse_form
from soc2desk.document.parts import Insert, Inserted, Part, nothing, with_inserts
from soc2desk.document.values import one_full_stop
from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(r"@([a-z0-9][a-z0-9-]*)\s+")
CONTROLS_AT_END = re.compile(r"(?:\s*\[[A-Z]{3}-\d{2,3}\])+\s*$")
CONTROL_ID = re.compile(r"[A-Z]{3}-\d{2,3}")
INSERT = "insert"
"""The word of a fence whose lines name computed blocks."""
_DEEPEST = 30
"""How many marks of words may stand one in another; of blocks the parser takes twenty."""
_TICK = re.compile(r"\[ \]\s+")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the one reader of Markdown, without HTML."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def parse(
    filled: Filled, document: str, path: str, *, before: int | None = None, insert: Insert = nothing
) -> tuple[Part, ...]:
    """Return the blocks of a filled template as parts. `document` is its id; `path` names the file in messages.

    `before` is given for a skeleton with every line of its source: how many lines stand before those of the source.
    Messages then name the line. `insert` gives what an insert block stands for; without it, such a block is nothing.
    """
    pieces = _pieces(filled, document, path, before)
    return tuple(part for piece in pieces for part in with_inserts(piece, insert))


@lru_cache(maxsize=1024)
def _pieces(filled: Filled, document: str, path: str, before: int | None) -> tuple[Part | Inserted, ...]:
    """Return what a skeleton and its values give; kept, because a change of one answer leaves most documents as is."""
    reader = _Reader(filled.values, document, path, before)
    tree = _tree(filled.skeleton)
    if isinstance(tree, int):
        reader.line = tree
        raise reader.problem("Words in bold, italic or links stand too deep in one another.", "Take some marks out.")
    return tuple(reader.parts(tree))


@lru_cache(maxsize=1024)
def _tree(skeleton: str) -> SyntaxTreeNode | int:
    """Return a skeleton as a tree, or the line from which it is too deep for one.

    Kept, because a change of a value leaves every skeleton as it is.
    """
    tokens = parser().parse(skeleton)
    deep = (token for token in tokens for inner in token.children or () if inner.level > _DEEPEST)
    if token := next(deep, None):
        return token.map[0] + 1 if token.map else 1
    return SyntaxTreeNode(tokens)


class _Reader:
    """Walks one tree and remembers the section it is in."""

    def __init__(self, values: tuple[Run, ...], document: str, path: str, before: int | None) -> None:
        self.values, self.document, self.path, self.before = values, document, path, before
        self.section = self.top = ""
        self.line = 1

    @property
    def where(self) -> str:
        return self.path if self.before is None else f"{self.path}, line {max(1, self.line - self.before)}"

    def reached(self, node: SyntaxTreeNode) -> None:
        self.line = node.map[0] + 1 if node.map else self.line

    def parts(self, tree: SyntaxTreeNode) -> Iterator[Part | Inserted]:
        for node in tree.children:
            if node.type == "fence" and node.info.strip() == INSERT:
                yield from self.inserts(node)
                continue
            for part in self.part(node):
                yield Part(part.block, self.top, part.clause)

    def inserts(self, node: SyntaxTreeNode) -> Iterator[Inserted]:
        self.reached(node)
        lines = (plain(self.runs_of(line, {})).strip() for line in node.content.splitlines())
        return (Inserted(line, self.top) for line in lines if line)

    def part(self, node: SyntaxTreeNode) -> Iterator[Part]:
        self.reached(node)
        match node.type:
            case "heading":
                yield Part(self.heading(node))
            case "paragraph":
                yield Part(Paragraph(self.inline(node)))
            case "ordered_list":
                yield from self.ordered(node)
            case "fence":
                for block in self.fence(node):
                    yield Part(block)
            case _:
                yield Part(self.block(node))

    def block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "bullet_list":
                return self.bullets(node, level=0)
            case "blockquote":
                return self.callout(node)
            case "table":
                return self.table(node)
            case "hr":
                return PageBreak()
        raise self.problem(f'A "{node.type}" cannot stand in a document.', "Use paragraphs, lists and tables.")

    def heading(self, node: SyntaxTreeNode) -> Heading:
        name, runs = self.name_of(self.inline(node), "heading")
        level = int(node.tag[1]) - 1
        if level == 1:
            self.top = f"{self.document}/{name}"
        self.section = f"{self.document}/{name}"
        return Heading(runs, level, self.section)

    def name_of(self, runs: Runs, what: str) -> tuple[str, Runs]:
        found = _ID.match(_written(runs[:1]))
        if found is None:
            raise self.problem(f'The {what} "{plain(runs)[:60]}" has no id.', "Write @id before its text.")
        first = replace(runs[0], text=runs[0].text[found.end() :])
        return found[1], ((first, *runs[1:]) if first.text else runs[1:])

    def ordered(self, node: SyntaxTreeNode) -> Iterator[Part]:
        steps = tuple(self.items(node, 0))
        if not any(_written(item.runs[:1]).startswith("@") for item in steps):
            yield Part(Bullets(steps, ordered=True))
            return
        for item in node.children:
            yield from self.clause(item)

    def clause(self, item: SyntaxTreeNode) -> Iterator[Part]:
        self.refuse_empty(item)
        name, runs = self.name_of(self.inline(item.children[0]), "clause")
        controls: tuple[str, ...] = ()
        if found := CONTROLS_AT_END.search(_written(runs[-1:])):
            controls = tuple(CONTROL_ID.findall(found[0]))
            last = replace(runs[-1], text=runs[-1].text[: found.start()])
            runs = (*runs[:-1], last) if last.text else runs[:-1]
        full = f"{self.section}/{name}"
        yield Part(Clause(full, runs, controls=controls), clause=full)
        for child in item.children[1:]:
            if child.type == "paragraph":
                yield Part(Paragraph(self.inline(child)), clause=full)
            else:
                yield Part(self.bullets(self.a_list(child), level=1), clause=full)

    def bullets(self, node: SyntaxTreeNode, level: int) -> Block:
        items = tuple(self.items(node, level))
        if items and all(_TICK.match(_written(item.runs[:1])) for item in items):
            return Checklist(tuple(self.unticked(item) for item in items))
        return Bullets(items, ordered=node.type == "ordered_list")

    def unticked(self, item: ListItem) -> ListItem:
        first = replace(item.runs[0], text=_TICK.sub("", item.runs[0].text, count=1))
        return replace(item, runs=(first, *item.runs[1:]) if first.text else item.runs[1:])

    def items(self, node: SyntaxTreeNode, level: int) -> Iterator[ListItem]:
        for item in node.children:
            self.refuse_empty(item)
            for child in item.children:
                if child.type == "paragraph":
                    yield ListItem(self.inline(child), level)
                else:
                    yield from self.items(self.a_list(child), level + 1)

    def refuse_empty(self, item: SyntaxTreeNode) -> None:
        self.reached(item)
        if not item.children:
            raise self.problem("An item of a list has no text.", "Write its text, or take it out.")

    def a_list(self, node: SyntaxTreeNode) -> SyntaxTreeNode:
        self.reached(node)
        if node.type not in {"bullet_list", "ordered_list"}:
            raise self.problem(f'A "{node.type}" cannot stand in a list.', "Put it before the list or after it.")
        return node

    def callout(self, node: SyntaxTreeNode) -> Callout:
        for child in node.children:
            self.reached(child)
            if child.type != "paragraph":
                raise self.problem(f'A "{child.type}" cannot stand in a boxed note.', "A note holds sentences only.")
        runs = tuple(run for child in node.children for run in self.inline(child))
        if runs and runs[0].bold:
            return Callout(_stripped(runs[1:]), title=runs[0].text.rstrip("."))
        return Callout(runs)

    def table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        titles = [self.inline(cell) for cell in head.children[0].children]
        columns = tuple(Column(f"c{i}", plain(runs)) for i, runs in enumerate(titles, 1))
        rows = (row for body in bodies for row in body.children)
        filled = tuple(Row(tuple(self.inline(cell) for cell in row.children)) for row in rows)
        return Table(weighted(columns, filled), filled, to_fill=any(empty_columns(columns, filled)))

    def fence(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        lines = [self.runs_of(line, {}) for line in node.content.splitlines() if line.strip()]
        match node.info.strip():
            case "sign-off":
                return (SignOff(tuple(plain(line) for line in lines)),)
            case "form":
                return parse_form(lines, self.where)
        raise self.problem(f'A block "{node.info}" is not known.', "Known blocks: form, insert, sign-off.")

    def inline(self, node: SyntaxTreeNode) -> Runs:
        holder = node if node.type == "inline" else next((c for c in node.children if c.type == "inline"), None)
        self.reached(holder or node)
        return one_full_stop(tuple(self.spans(holder.children, {}))) if holder else ()

    def spans(self, children: list[SyntaxTreeNode], look: dict[str, object]) -> Iterator[Run]:
        for child in children:
            match child.type:
                case "text" | "html_inline":
                    yield from self.runs_of(child.content, look)
                case "softbreak" | "hardbreak":
                    yield Run(" ")
                case "strong":
                    yield from self.spans(child.children, {**look, "bold": True})
                case "em":
                    yield from self.spans(child.children, {**look, "italic": True})
                case "code_inline":
                    yield from self.runs_of(child.content, {**look, "code": True})
                case "link":
                    yield from self.spans(child.children, {**look, "target": self.target(child)})
                case other:
                    raise self.problem(f'A "{other}" cannot stand in a sentence.', "Use text, bold, italic and links.")

    def target(self, node: SyntaxTreeNode) -> str:
        href = str(node.attrs.get("href", ""))
        if OPEN in href or "%EE" in href:
            raise self.problem("A value cannot stand in a link target.", "Write the target out.")
        return href

    def runs_of(self, words: str, look: dict[str, object]) -> Runs:
        runs = runs_of(words, self.values)
        # Most words have no look of their own, and copying every one would be a quarter of composing.
        return tuple(replace(run, **look) for run in runs) if look else runs  # type: ignore[arg-type]

    def problem(self, message: str, hint: str) -> ContentProblem:
        return ContentProblem(message, where=self.where, hint=hint)


def _written(runs: Runs) -> str:
    """Return what the writer put there; a value is never read as a mark of the language."""
    return "".join(run.text for run in runs if not run.names)


def _stripped(runs: Runs) -> Runs:
    if not runs:
        return ()
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:])
