"""Fills a template tree: the text of the writer stays text, values become tokens that no parser ever reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run, Runs
from soc2desk.document.template_limits import LONGEST_FILLED
from soc2desk.document.templates import Body, Choice, Loop, Piece, Slot
from soc2desk.document.values import capital, say
from soc2desk.domain.conditions import decide
from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.names import Names

OPEN, CLOSE = "\ue000", "\ue001"
"""A value stands in the skeleton as OPEN, its number, CLOSE: private-use characters that no template may hold."""
_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(slots=True)
class _Filling:
    names: Names
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    phrases: Mapping[str, str]
    text: list[str] = field(default_factory=list)
    values: list[Run] = field(default_factory=list)
    length: int = 0

    def grow(self, length: int, where: str) -> None:
        """Count what a filled text takes. Raises ContentProblem for one that nobody could read any more."""
        self.length += length
        if self.length > LONGEST_FILLED:
            message = f"With these tables and answers the text has more than {LONGEST_FILLED:,} characters."
            raise ContentProblem(message, where=where or None, hint="Print less for each row, or take the loop out.")


@dataclass(frozen=True, slots=True)
class Filled:
    """A skeleton of Markdown with tokens, and the run behind each token number."""

    skeleton: str
    values: tuple[Run, ...]


def fill(
    body: Body, names: Names, tables: Mapping[str, tuple[Mapping[str, str], ...]], phrases: Mapping[str, str]
) -> Filled:
    """Return a filled template. A condition not known yet keeps its first branch: drafts show what may stand."""
    filling = _Filling(names, tables, phrases)
    _walk(body, filling, {}, "")
    return Filled("".join(filling.text), tuple(filling.values))


def _walk(body: Body, filling: _Filling, rows: Mapping[str, Mapping[str, str]], where: str) -> None:
    """Fill a body; `where` is the loop that it is repeated by, if any."""
    for node in body:
        match node:
            case Piece():
                filling.grow(len(node.text), where)
                filling.text.append(node.text)
            case Slot():
                run = _value(node, filling, rows)
                filling.grow(len(run.text), where)
                _put(run, filling)
            case Choice():
                _walk(_chosen(node, filling.names), filling, rows, where)
            case Loop():
                for row in filling.tables.get(node.table, ()):
                    filling.grow(1, node.where)
                    _walk(node.body, filling, {**rows, node.variable: row}, node.where)


def _value(slot: Slot, filling: _Filling, rows: Mapping[str, Mapping[str, str]]) -> Run:
    if slot.field:
        words = rows[slot.name][slot.field]
        return Run(capital(words) if "capital" in slot.filters else words, names=(f"row.{slot.field}",))
    return say(filling.names.stated[slot.name], slot.filters, filling.phrases)


def _put(run: Run, filling: _Filling) -> None:
    filling.text.append(f"{OPEN}{len(filling.values)}{CLOSE}")
    filling.values.append(run)


def _chosen(choice: Choice, names: Names) -> Body:
    for branch in choice.branches:
        if decide(branch.condition, names.known) is not False:
            return branch.body
    return choice.otherwise


def runs_of(words: str, values: tuple[Run, ...]) -> Runs:
    """Return words of a skeleton as runs: what the writer put there, and the value behind each token."""
    if OPEN not in words:
        return (Run(words),) if words else ()
    pieces = enumerate(_TOKEN.split(words))
    runs = (values[int(piece)] if i % 2 else Run(piece) for i, piece in pieces)
    return tuple(run for run in runs if run.text)
