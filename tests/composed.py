"""The shipped samples, changed through the public path and composed: what most tests of meaning look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.app.appears import appears_index
from soc2desk.app.desk import open_desk
from soc2desk.content.load import load
from soc2desk.document.blocks import Callout, Form, SignOff, Table, plain
from soc2desk.document.walk import runs_in
from soc2desk.domain.engagement import decide_engagement
from soc2desk.packet.compose import Composition, compose
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from soc2desk.storage.editing import set_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.appears import AppearsIndex
    from soc2desk.document.blocks import Block, Clause, Document, Row, Runs
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.project import Project

DAY = date(2026, 11, 20)
MOST_KEPT = 12
SAMPLES = ("brightwater", "clinique-erable", "prairie-hosting", "tamarack")


@cache
def catalogue() -> Catalogue:
    """Return the shipped content, read once."""
    return load(None)


@cache
def sample(name: str) -> Project:
    """Return the answers of a shipped sample."""
    desk = open_desk()
    return desk.answers_file(desk.sample(name)).project


def changed(project: Project, *changes: str) -> Project:
    """Return the project after `soc2desk set`, each change written as there: "has_office=no"."""
    pairs = [(path, value) for path, _, value in (change.partition("=") for change in changes)]
    return set_values(project, catalogue(), pairs, DAY)


def composed(project: Project, day: date = DAY) -> Composition:
    """Return the whole set of a project."""
    return compose(catalogue(), project, day)


class Composed:
    """What was composed of late: equal answers of one day give equal documents, whoever asks."""

    def __init__(self) -> None:
        self._kept: list[tuple[tuple[object, ...], Composition]] = []
        self._indexes: list[tuple[Composition, AppearsIndex]] = []

    def of(self, content: Catalogue, project: Project, day: date, **rest: object) -> Composition:
        """Compose a project, or return its documents as they were composed before."""
        if content is not catalogue():
            return compose(content, project, day, **rest)  # type: ignore[arg-type]
        asked = (day, rest, project)
        for known, made in self._kept:
            if known == asked:
                return made
        made = compose(content, project, day, **rest)  # type: ignore[arg-type]
        self._kept = [(asked, made), *self._kept[: MOST_KEPT - 1]]
        return made

    def index(self, composition: Composition) -> AppearsIndex:
        """Return where the answers of a set show, looked up once for it."""
        for known, found in self._indexes:
            if known is composition:
                return found
        self._indexes = [(composition, appears_index(composition)), *self._indexes[: MOST_KEPT - 1]]
        return self._indexes[0][1]


@cache
def of_sample(name: str) -> Composition:
    """Return the whole set of a sample, composed once."""
    return composed(sample(name))


@cache
def after(name: str, *changes: str) -> Composition:
    """Return the whole set of a sample after these changes, composed once."""
    return composed(changed(sample(name), *changes))


@cache
def seen(rule: str, *changes: str, name: str = "brightwater") -> tuple[Finding, ...]:
    """Return what a rule sees in a sample after these changes, by the answers alone: no document is written for it."""
    engagement = decide_engagement(catalogue(), changed(sample(name), *changes), DAY)
    return tuple(finding for finding in check(Situation(engagement)) if finding.rule == rule)


def findings(made: Composition, rule: str) -> tuple[Finding, ...]:
    """Return what one rule saw."""
    return tuple(finding for finding in made.findings if finding.rule == rule)


def document(made: Composition, doc_id: str) -> Document:
    """Return one document of a set."""
    return next(one for one in made.documents if one.id == doc_id)


def clauses(made: Composition, doc_id: str) -> dict[str, Clause]:
    """Return the clauses of a document by full id."""
    return {block.id: block for block in document(made, doc_id).blocks if hasattr(block, "controls")}


def table(made: Composition, doc_id: str, table_id: str) -> dict[str, dict[str, str]]:
    """Return the rows of a register by what they are about, each by the key of its column."""
    found = next(b for b in document(made, doc_id).blocks if isinstance(b, Table) and b.id == table_id)
    return {row.id: _cells(found, row) for row in found.rows}


def _cells(found: Table, row: Row) -> dict[str, str]:
    return {column.key: plain(cell) for column, cell in zip(found.columns, row.cells, strict=True)}


def stretches(one: Document, *, code: bool = True) -> Iterator[str]:
    """Yield every text of a document as a reader meets it: cover, headings, sentences, cells, labels.

    Without `code`, the cells that are typed into a machine and read by nobody are left out.
    """
    yield one.title
    yield from (f"{fact.label}: {plain(fact.runs)}" for fact in one.cover)
    for block in one.blocks:
        if isinstance(block, Table) and not code:
            rows = (replace(row, cells=tuple(map(_without_code, row.cells))) for row in block.rows)
            yield from _of_block(replace(block, rows=tuple(rows)))
        else:
            yield from _of_block(block)


def _without_code(cell: Runs) -> Runs:
    return tuple(run for run in cell if not run.code)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield from (column.title for column in block.columns)
            yield block.title
            yield from (plain(cell) for row in block.rows for cell in row.cells)
        case Callout():
            yield block.title
            yield plain(block.runs)
        case Form():
            yield from (words for f in block.fields for words in (f.label, f.help, *f.choices, plain(f.value)))
        case SignOff():
            yield from block.roles
        case _ if hasattr(block, "items"):
            yield from (plain(item.runs) for item in block.items)
        case _:
            yield "".join(run.text for run in runs_in([block]))


def words(one: Document) -> str:
    """Return all text of a document, a stretch a line."""
    return "\n".join(stretches(one))
