"""The closed template language: read by Jinja's parser, checked node by node, kept as plain values.

No template code is ever compiled or run: what is not in the short list below is refused with file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from soc2desk.document.template_limits import DEEPEST_TAG, LONGEST_WITH_PIECES, fault_of_text, too_deep
from soc2desk.domain.conditions import names_in
from soc2desk.domain.problems import ContentProblem, nearest
from soc2desk.reading.expressions import condition_from_node, deepest_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.conditions import Condition

FILTERS = ("each", "adjective", "noun", "amount", "listed", "capital")
TABLES = {
    "systems": ("name", "purpose", "owner", "data"),
    "vendors": ("name", "service", "tier", "location", "subservice"),
    "subservices": ("name", "service", "tier", "location", "method"),
    "personal_vendors": ("name", "service", "tier", "location"),
    "notice_vendors": ("name", "service", "location"),
    "roles": ("name", "duties"),
    "user_controls": ("duty", "criteria"),
    "user_responsibilities": ("duty",),
}
"""Tables a template may walk through, with the fields of their rows."""
DEEPEST_LOOP = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value. `field` is set inside a loop (`row.name`); `line` is the line in the file."""

    name: str
    field: str
    filters: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """One arm of an if: what stands when its condition holds."""

    condition: Condition
    body: Body


@dataclass(frozen=True, slots=True)
class Choice:
    """An if with its elif arms and its else."""

    branches: tuple[Branch, ...]
    otherwise: Body


@dataclass(frozen=True, slots=True)
class Loop:
    """A body repeated for each row of a table. `where` is its file and line."""

    variable: str
    table: str
    body: Body
    where: str = field(default="", compare=False)


Node = Piece | Slot | Choice | Loop
Body = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where template text came from, for messages."""

    path: str
    first_line: int = 1

    def at(self, line: int) -> str:
        """Return file and line as a person reads them."""
        return f"{self.path}, line {self.first_line + line - 1}"


_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_GRAMMAR = partial(Environment, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)


def parse_template(
    text: str, source: Source, known: Iterable[str], partials: Mapping[str, str], *, deciding: Iterable[str] = ()
) -> Body:
    """Return a template as a checked tree. Raises ContentProblem for anything outside the language.

    `known` are the names that can be printed, `deciding` those that may only stand in conditions besides; `partials`
    maps file names to texts that may be included.
    """
    return _checked(text, source, frozenset(known), frozenset(deciding), tuple(partials.items()))


@lru_cache(maxsize=2048)
def _checked(
    text: str, source: Source, printed: frozenset[str], deciding: frozenset[str], partials: tuple[tuple[str, str], ...]
) -> Body:
    """Return the tree; kept, because each change of an answer reads the same texts again."""
    return _Reader(source, printed, printed | deciding, dict(partials)).read(text)


class _Reader:
    """One reading of one file: holds the place and the loop variables in force."""

    def __init__(
        self, source: Source, printed: frozenset[str], known: frozenset[str], partials: Mapping[str, str]
    ) -> None:
        self.source, self.printed, self.known, self.partials = source, printed, known, partials
        self.rows: dict[str, str] = {}
        self.inner = False
        self.length = 0

    def read(self, text: str) -> Body:
        self.refuse_hidden(text)
        if fault := fault_of_text(text):
            raise self.problem(*fault)
        try:
            tree = _tree(text)
        except TemplateSyntaxError as error:
            raise self.problem(f"The template cannot be read: {error.message}", error.lineno) from error
        except (RecursionError, ValueError) as error:
            raise self.problem(*too_deep(text)) from error
        if deep := deepest_node(tree, DEEPEST_TAG):
            raise self.problem(*too_deep(text, deep.lineno))
        return self.body(tree.body)

    def refuse_hidden(self, text: str) -> None:
        """Refuse what leaves no trace in the tree: raw blocks, and characters that stand for values."""
        for number, line in enumerate(text.split("\n"), 1):
            if _RAW.search(line):
                raise self.problem("Raw is outside the template language.", number, "Write the words themselves.")
            if _PRIVATE_USE.search(unescape(line)):
                message = "The template holds a private-use character."
                raise self.problem(message, number, "Remove it; values are put there.")

    def body(self, items: Iterable[nodes.Node]) -> Body:
        return tuple(part for item in items for part in self.node(item))

    def node(self, item: nodes.Node) -> Iterable[Node]:
        match item:
            case nodes.Output():
                return tuple(self.output(part) for part in item.nodes)
            case nodes.If():
                return (self.choice(item),)
            case nodes.For():
                return (self.loop(item),)
            case nodes.Include():
                return self.include(item)
        raise self.refuse(item)

    def output(self, item: nodes.Node) -> Node:
        if isinstance(item, nodes.TemplateData):
            return Piece(item.data)
        filters: list[str] = []
        while isinstance(item, nodes.Filter):
            if item.name not in FILTERS or item.args or item.kwargs or item.node is None:
                raise self.problem(f'The filter "{item.name}" is not one of ours.', item.lineno, _offer(FILTERS))
            filters.insert(0, item.name)
            item = item.node
        return self.slot(item, tuple(filters))

    def slot(self, item: nodes.Node, filters: tuple[str, ...]) -> Slot:
        match item:
            case nodes.Name(name=str(name)) if name in self.printed:
                return Slot(name, "", filters, item.lineno)
            case nodes.Name(name=str(name)) if name in self.known:
                hint = f"Write {{% if {name} %}} words {{% endif %}}."
                raise self.problem(f'The name "{name}" decides and cannot be printed.', item.lineno, hint)
            case nodes.Name(name=str(name)):
                raise self.unknown(name, item.lineno)
            case nodes.Getattr(node=nodes.Name(name=str(row)), attr=field) if row in self.rows:
                allowed = TABLES[self.rows[row]]
                if field not in allowed:
                    raise self.problem(f'Rows of {self.rows[row]} have no "{field}".', item.lineno, _offer(allowed))
                return Slot(row, field, filters, item.lineno)
        raise self.refuse(item)

    def choice(self, item: nodes.If) -> Choice:
        arms = [item, *item.elif_]
        branches = tuple(Branch(self.condition(arm.test), self.body(arm.body)) for arm in arms)
        return Choice(branches, self.body(item.else_))

    def condition(self, test: nodes.Node) -> Condition:
        condition = condition_from_node(test, self.source.at(test.lineno))
        for name in names_in(condition):
            if name not in self.known:
                raise self.unknown(name, test.lineno)
        return condition

    def loop(self, item: nodes.For) -> Loop:
        extras = item.test or item.else_ or item.recursive
        if not isinstance(item.target, nodes.Name) or not isinstance(item.iter, nodes.Name) or extras:
            raise self.refuse(item)
        table, variable = item.iter.name, item.target.name
        if table not in TABLES:
            raise self.problem(f'There is no table "{table}".', item.lineno, _offer(TABLES))
        if len(self.rows) >= DEEPEST_LOOP or variable in self.known or variable in self.rows:
            raise self.problem(
                "Loops go two deep at most, each with a name of its own.", item.lineno, "Take the inner loop out."
            )
        self.rows[variable] = table
        body = self.body(item.body)
        del self.rows[variable]
        return Loop(variable, table, body, self.source.at(item.lineno))

    def include(self, item: nodes.Include) -> Body:
        name = item.template.value if isinstance(item.template, nodes.Const) else None
        if self.inner or item.ignore_missing or not isinstance(name, str) or name not in self.partials:
            raise self.problem(
                f'The piece "{name}" cannot be included here.',
                item.lineno,
                "Pieces stand in _partials/ and include nothing themselves. " + (_offer(self.partials)),
            )
        self.length += len(self.partials[name])
        if self.length > LONGEST_WITH_PIECES:
            message = f"The template and its pieces have more than {LONGEST_WITH_PIECES:,} characters."
            raise self.problem(message, item.lineno, "Include fewer or shorter pieces.")
        inner = _Reader(Source(f"_partials/{name}"), self.printed, self.known, self.partials)
        inner.rows, inner.inner = self.rows, True
        return inner.read(self.partials[name])

    def unknown(self, name: str, line: int) -> ContentProblem:
        return self.problem(f'The name "{name}" stands behind no question.', line, nearest(name, self.known))

    def problem(self, message: str, line: int, hint: str | None = None) -> ContentProblem:
        return ContentProblem(message, where=self.source.at(line), hint=hint)

    def refuse(self, item: nodes.Node) -> ContentProblem:
        what = type(item).__name__
        return self.problem(
            f"{what} is outside the template language.",
            next((one.lineno for one in (item, *item.find_all(nodes.Node)) if one.lineno), 1),
            "Allowed: text, {{ name }} with our filters, if / elif / else, for over our tables, include.",
        )


def _tree(text: str) -> nodes.Template:
    return _GRAMMAR().parse("\n".join(map(_keep_line_end, text.split("\n"))))


def _keep_line_end(line: str) -> str:
    """Keep the line end after a tag that closes a sentence; a tag on a line of its own takes its line with it."""
    ended = line.rstrip()
    before = ended.rpartition("{%")[0]
    if not ended.endswith("%}") or ended.endswith(("+%}", "-%}")) or not before.strip():
        return line
    return f"{ended[:-2]}+%}}"


def _offer(known: Iterable[str]) -> str:
    return "Known: " + ", ".join(sorted(known)) + "."


def slots_in(body: Body) -> Iterable[Slot]:
    """Yield every slot of a tree, in reading order."""
    for node in body:
        match node:
            case Slot():
                yield node
            case Choice():
                for branch in node.branches:
                    yield from slots_in(branch.body)
                yield from slots_in(node.otherwise)
            case Loop():
                yield from slots_in(node.body)
