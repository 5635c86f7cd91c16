"""The small condition language: Jinja's parser reads it, a closed list of nodes becomes a Condition value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from soc2desk.domain.conditions import Condition
from soc2desk.domain.problems import ContentProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.conditions import Operator

FILTERS = frozenset({"each", "adjective", "noun", "amount", "listed", "capital"})
"""What may stand after the bar in {{ name | filter }}."""

_LONGEST = 500
_OPERATORS: dict[str, Operator] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}
_HINT = "A condition is made of names, 'constants', [lists], not, and, or, in, and one comparison."


def parse_condition(text: str, where: str) -> Condition:
    """Return the condition a text such as "has_office and not runs_own_equipment" says.

    `where` is the file and line for errors. Raises ContentProblem for everything outside the language.
    """
    if len(text) > _LONGEST:
        raise ContentProblem(f"The condition is longer than {_LONGEST} characters.", where=where, hint=_HINT)
    try:
        parser = Parser(Environment(autoescape=True), text, state="variable")
        node = parser.parse_expression()
        complete = parser.stream.eos
        return condition_from_node(node, where) if complete else _refuse(text, where)
    except TemplateSyntaxError as error:
        message = f"The condition cannot be read: {text.strip() or 'it is empty'}."
        raise ContentProblem(message, where=where, hint=_HINT) from error
    except RecursionError as error:
        raise ContentProblem("The condition is nested too deep.", where=where, hint=_HINT) from error


def condition_from_node(node: nodes.Node, where: str) -> Condition:
    """Return the condition of a parsed `if`. Raises ContentProblem for a node outside the language."""
    match node:
        case nodes.Not():
            return Condition("not", (condition_from_node(node.node, where),))
        case nodes.And() | nodes.Or():
            parts = tuple(condition_from_node(part, where) for part in _chain(node, type(node)))
            return Condition("and" if isinstance(node, nodes.And) else "or", parts)
        case nodes.Compare():
            return _comparison(node, where)
        case _:
            return _leaf(node, where)


def names_in_text(text: str, where: str) -> tuple[str, ...]:
    """Return the names a template line such as a control's statement asks for, each once, in reading order.

    Raises ContentProblem where the line uses more than {{ name | filter }} and {% if %}.
    """
    try:
        parsed = Environment(autoescape=True).parse(text)
        found = tuple(name for part in parsed.body for name in _names(part, where))
    except TemplateSyntaxError as error:
        raise ContentProblem(f"The text cannot be read: {error.message}.", where=where) from error
    except (RecursionError, ValueError) as error:
        raise ContentProblem("The text cannot be read: it is nested too deep.", where=where, hint=_HINT) from error
    return tuple(dict.fromkeys(found))


def deepest_node(tree: nodes.Node, most: int) -> nodes.Node | None:
    """Return a node that stands deeper than `most`, looked for without any recursion; None where there is none."""
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > most:
            return node
        waiting += ((inner, depth + 1) for inner in node.iter_child_nodes())
    return None


def _names(node: nodes.Node, where: str) -> Iterator[str]:
    match node:
        case nodes.TemplateData():
            return
        case nodes.Output():
            parts: list[nodes.Node] = list(node.nodes)
        case nodes.If():
            condition_from_node(node.test, where)
            yield from (name.name for name in _all_names(node.test))
            parts = [*node.body, *node.elif_, *node.else_]
        case _:
            yield _filled(node, where)
            return
    for part in parts:
        yield from _names(part, where)


def _filled(node: nodes.Node, where: str) -> str:
    while isinstance(node, nodes.Filter) and node.node is not None and not (node.args or node.kwargs):
        if node.name not in FILTERS:
            message = f"The filter {node.name} is not known."
            raise ContentProblem(message, where=where, hint=nearest(node.name, FILTERS) or f"Known: {sorted(FILTERS)}.")
        node = node.node
    if isinstance(node, nodes.Name):
        return node.name
    message = "Only {{ name }}, {{ name | filter }} and {% if %} can stand in this text."
    raise ContentProblem(message, where=where)


def _all_names(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


def _chain(node: nodes.BinExpr, kind: type[nodes.BinExpr]) -> Iterator[nodes.Node]:
    """Flatten a or b or c, which the parser nests, into its parts."""
    for part in (node.left, node.right):
        if isinstance(part, kind):
            yield from _chain(part, kind)
        else:
            yield part


def _leaf(node: nodes.Node, where: str) -> Condition:
    match node:
        case nodes.Name():
            return Condition("name", value=node.name)
        case nodes.Const():
            return _constant(node, where)
        case nodes.List():
            return Condition("list", tuple(_list_item(item, where) for item in node.items))
        case _:
            return _refuse(type(node).__name__.lower(), where)


def _constant(node: nodes.Const, where: str) -> Condition:
    value = node.value
    if value is not None and not isinstance(value, (str, int)):
        message = f"The number {value} cannot stand in a condition."
        raise ContentProblem(message, where=where, hint="Use a whole number.")
    return Condition("constant", value=value)


def _list_item(node: nodes.Node, where: str) -> Condition:
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        raise ContentProblem("A list in a condition holds 'constants' only.", where=where, hint="Write ['a', 'b'].")
    return Condition("constant", value=node.value)


def _comparison(node: nodes.Compare, where: str) -> Condition:
    if len(node.ops) != 1:
        hint = "Write a < b and b < c."
        raise ContentProblem("A condition may compare two things, not a row of them.", where=where, hint=hint)
    operand = node.ops[0]
    both = (condition_from_node(node.expr, where), condition_from_node(operand.expr, where))
    if any(part.op not in {"name", "constant", "list"} for part in both):
        raise ContentProblem("A comparison takes names, constants and lists.", where=where, hint=_HINT)
    return Condition(_OPERATORS[operand.op], both)


def _refuse(what: str, where: str) -> Condition:
    named = {"getattr": "a dot", "getitem": "square brackets after a name", "neg": "a negative number", "test": "is"}
    said = named.get(what, what)
    hint = "Write `not name` or `name`." if what == "test" else _HINT
    raise ContentProblem(f"This cannot stand in a condition: {said}.", where=where, hint=hint)
