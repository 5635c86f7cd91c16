"""The clauses of the documents that print how often, how much or how soon, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Clause, Mark, plain
from soc2desk.domain.promises import Saying, names_a_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Block, Run
    from soc2desk.domain.engagement import Engagement


def sayings_of(document: str, blocks: Iterable[Block], engagement: Engagement) -> tuple[Saying, ...]:
    """Return each clause of a document that names a control and prints a value of such a kind."""
    return tuple(_said(document, blocks, engagement))


def _said(document: str, blocks: Iterable[Block], engagement: Engagement) -> Iterator[Saying]:
    for block in blocks:
        if not isinstance(block, Clause) or not block.controls:
            continue
        values = tuple(value for run in block.runs for value in _values(run, engagement))
        if values:
            yield Saying(block.id, document, block.number, _without_lead(block), block.controls, _each_once(values))


def _values(run: Run, engagement: Engagement) -> Iterator[tuple[str, str]]:
    for name in run.names:
        if names_a_limit(name, engagement):
            yield name, run.text


def _each_once(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    first: dict[str, str] = {}
    for name, words in values:
        first.setdefault(name, words)
    return tuple(first.items())


def _without_lead(clause: Clause) -> str:
    """The state stands beside a promise, so the words "from 1 March" before the clause need not."""
    lead = clause.runs[0]
    runs = clause.runs[1:] if lead.mark in {Mark.PLANNED, Mark.OPEN} and not lead.names else clause.runs
    return plain(runs)
