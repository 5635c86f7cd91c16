"""Conditions as values: decided yes, no or not known yet, with no parser and no code execution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Constant = str | int | bool | None
Known = Constant | tuple[str, ...]
"""What a name may stand for in a condition. None means answered with "none"."""

Operator = Literal["name", "constant", "list", "not", "and", "or", "==", "!=", "<", "<=", ">", ">=", "in", "not in"]


class NotKnown:
    """The mark of a name nobody answered yet."""

    def __repr__(self) -> str:
        """Short, for test messages."""
        return "NOT_KNOWN"


NOT_KNOWN = NotKnown()


@dataclass(frozen=True, slots=True)
class Condition:
    """One node: an operator, the conditions it works on, and for leaves a name or a constant in `value`."""

    op: Operator
    of: tuple[Condition, ...] = ()
    value: Constant = None


ALWAYS = Condition("constant", value=True)


def names_in(condition: Condition) -> Iterator[str]:
    """Yield every name a condition asks for, in reading order, repeats included."""
    if condition.op == "name":
        yield str(condition.value)
    for part in condition.of:
        yield from names_in(part)


def decide(condition: Condition, names: Mapping[str, Known | NotKnown]) -> bool | None:
    """Return True, False, or None when the answers so far do not decide it. Raises KeyError for an unknown name."""
    value = _value(condition, names)
    return None if isinstance(value, NotKnown) else bool(value)


def _value(node: Condition, names: Mapping[str, Known | NotKnown]) -> Known | NotKnown:
    match node.op:
        case "name":
            return names[str(node.value)]
        case "constant":
            return node.value
        case "list":
            return tuple(str(part.value) for part in node.of)
        case "not":
            inner = _value(node.of[0], names)
            return inner if isinstance(inner, NotKnown) else not inner
        case "and" | "or":
            return _junction(node, names)
        case _:
            return _compare(node, names)


def _junction(node: Condition, names: Mapping[str, Known | NotKnown]) -> bool | NotKnown:
    stops_at = node.op == "or"
    open_part = False
    for part in node.of:
        value = _value(part, names)
        if isinstance(value, NotKnown):
            open_part = True
        elif bool(value) is stops_at:
            return stops_at
    return NOT_KNOWN if open_part else not stops_at


def _compare(node: Condition, names: Mapping[str, Known | NotKnown]) -> bool | NotKnown:
    left, right = (_value(part, names) for part in node.of)
    if isinstance(left, NotKnown) or isinstance(right, NotKnown):
        return NOT_KNOWN
    match node.op:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "in" | "not in":
            inside = isinstance(right, tuple) and left in right
            return inside if node.op == "in" else not inside
        case _:
            return _order(node.op, left, right)


def _order(op: Operator, left: Known, right: Known) -> bool:
    if not isinstance(left, int) or not isinstance(right, int):
        return False
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[op]
