"""Printed numbers, the index of clauses, and "see clause 4.2": computed after every condition, for printing only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    REFERENCE_WORD,
    Block,
    Bullets,
    Callout,
    Checklist,
    Clause,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from soc2desk.document.standing import Standing
    from soc2desk.domain.project import State


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """Where one clause stands in print, and what it states."""

    id: str
    document: str
    number: str
    controls: tuple[str, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Place:
    """A printed place: its document and its number ("" for the document itself).

    One in a document of the client's own has a title and no document of the packet: nothing leads there.
    """

    document: str
    title: str
    number: str
    is_clause: bool = False


def number_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with sections numbered 1, 2, ... and clauses 1.1, 1.2, ... through each section."""
    section = clause = 0
    numbered: list[Block] = []
    for block in blocks:
        match block:
            case Heading(level=1):
                section, clause = section + 1, 0
                numbered.append(Heading(block.runs, block.level, block.id, str(section)))
            case Clause():
                clause += 1
                numbered.append(Clause(block.id, block.runs, f"{section}.{clause}", block.controls))
            case _:
                numbered.append(block)
    return tuple(numbered)


def places_of(document: str, title: str, blocks: Iterable[Block]) -> dict[str, Place]:
    """Return every id of a document that can be cited."""
    places = {document: Place(document, title, "")}
    for block in blocks:
        if isinstance(block, Heading | Clause) and block.id:
            places[block.id] = Place(document, title, block.number, isinstance(block, Clause))
    return places


def clauses_of(document: str, blocks: Iterable[Block], standings: Iterable[Standing]) -> tuple[ClauseEntry, ...]:
    """Return the index entries of the clauses that state controls."""
    numbers = {block.id: block.number for block in blocks if isinstance(block, Clause)}
    return tuple(ClauseEntry(one.clause, document, numbers[one.clause], one.controls, one.state) for one in standings)


def resolve_references(
    blocks: tuple[Block, ...], document: str, places: Mapping[str, Place], phrases: Mapping[str, str]
) -> tuple[Block, ...]:
    """Return the blocks with each reference written out; one whose target is not in the packet loses its link."""

    def runs(old: Runs) -> Runs:
        if not _refers(old):
            return old
        if len(old) == 1 and _leads_nowhere(old[0], document, places):
            return (Run(phrases["reference.not_needed"]),)
        return tuple(_resolved(run, document, places, phrases) for run in old)

    return tuple(_with_runs(block, runs) for block in blocks)


def _refers(runs: Runs) -> bool:
    # A plain loop: this is asked of every stretch of text of every document after each answer.
    for run in runs:  # noqa: SIM110
        if run.text == REFERENCE_WORD:
            return True
    return False


def _with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    match block:
        case Paragraph() | Clause() | Callout() | Heading():
            new = change(block.runs)
            return block if new is block.runs else replace(block, runs=new)
        case Bullets() | Checklist() if any(_refers(item.runs) for item in block.items):
            return replace(block, items=tuple(ListItem(change(item.runs), item.level) for item in block.items))
        case Table() if any(_refers(cell) for row in block.rows for cell in row.cells):
            rows = (replace(row, cells=tuple(change(cell) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
    return block


def _leads_nowhere(run: Run, document: str, places: Mapping[str, Place]) -> bool:
    """Say whether a cell or an item is nothing but a reference to a section of its own document that does not print."""
    inside = run.text == REFERENCE_WORD and run.target.split("/")[0] == document
    return inside and run.target not in places


def _resolved(run: Run, document: str, places: Mapping[str, Place], phrases: Mapping[str, str]) -> Run:
    if run.text != REFERENCE_WORD or not run.target or ":" in run.target:
        return run
    place = places.get(run.target)
    if place is None:
        above = places.get(run.target.split("/")[0])
        words = above.title if above else phrases["reference.elsewhere"]
        return replace(run, text=words, target=above.document if above else "")
    if not place.document:
        return replace(run, text=place.title, target="")
    words = f"{phrases['reference.clause' if place.is_clause else 'reference.section']} {place.number}"
    if not place.number:
        words = place.title
    elif place.document != document:
        words = f"{place.title}, {words}"
    return replace(run, text=words)
