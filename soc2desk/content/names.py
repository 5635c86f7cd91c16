"""Conditions and statements of the content: read, and every name in them known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.domain.conditions import ALWAYS, names_in
from soc2desk.domain.problems import nearest
from soc2desk.domain.questions import QuestionKind
from soc2desk.reading.expressions import names_in_text, parse_condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.questions import Question


def read_condition(one: Found[Any], text: str, reading: Reading, *at: str | int) -> Condition:
    """Return the condition of a row; empty text means always. Unknown names and choices are problems.

    `at` leads to the text within the row. Raises ContentProblem for what is no condition.
    """
    if not text:
        return ALWAYS
    condition = parse_condition(text, one.where(*at))
    faults = [*_unknown(names_in(condition), reading), *_faults(condition, reading.names)]
    reading.problems.extend(one.refuse(message, *at, hint=hint) for message, hint in faults)
    return condition


def read_names(one: Found[Any], text: str, reading: Reading, *at: str | int) -> tuple[str, ...]:
    """Return the names a template line asks for. Unknown ones are problems."""
    found = names_in_text(text, one.where(*at))
    reading.problems.extend(one.refuse(message, *at, hint=hint) for message, hint in _unknown(found, reading))
    return found


def _unknown(found: Iterator[str] | tuple[str, ...], reading: Reading) -> Iterator[tuple[str, str | None]]:
    for name in found:
        if name not in reading.names:
            message = f"The name {name} is used here, which no question (asked before it) provides."
            yield message, nearest(name, reading.names)


def _faults(node: Condition, names: Mapping[str, Question | None]) -> Iterator[tuple[str, str | None]]:
    """Comparisons that can never hold: a misspelt choice, or yes / no compared with a word."""
    for part in node.of:
        yield from _faults(part, names)
    if node.op not in {"==", "!=", "in", "not in"}:
        return
    asked = [names.get(str(part.value)) for part in node.of if part.op == "name"]
    constants = [leaf.value for part in node.of for leaf in (part.of or (part,)) if leaf.op == "constant"]
    for question in asked:
        if question is not None:
            yield from _misfits(question, [value for value in constants if isinstance(value, str)])


def _misfits(question: Question, values: list[str]) -> Iterator[tuple[str, str | None]]:
    if question.kind is QuestionKind.YES_NO and values:
        hint = f"Write {question.id} or not {question.id}."
        yield f"{question.id} is answered yes or no and cannot equal a word.", hint
    elif question.choices:
        for value in values:
            if value not in question.choices:
                hint = nearest(value, question.choices) or f"Its choices: {', '.join(question.choices)}."
                yield f"{question.id} has no choice {value}.", hint
