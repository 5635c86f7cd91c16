"""What the library holds, counted from the content itself: documents, clauses, controls, criteria, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from soc2desk.app.desk import open_desk
from soc2desk.content.load import load
from soc2desk.document.blocks import Form, Table
from soc2desk.document.walk import runs_in
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents
from soc2desk.packet.compose import Composition, compose
from soc2desk.packet.plan import FOLDERS
from soc2desk.storage.editing import set_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Block, Document
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.policies import Template
    from soc2desk.lint.outline import Part
    from soc2desk.lint.sheet import Sheet

SAMPLE = "brightwater"
"""The company whose packet is counted."""
DAY = date(2026, 11, 20)
OPTIONAL = ("availability", "confidentiality", "processing_integrity", "privacy")
SCOPES = tuple(chosen for count in range(len(OPTIONAL) + 1) for chosen in combinations(OPTIONAL, count))
"""The sixteen choices of categories beside Security."""
REPORTS = {
    "type_1": ("report_type=type_1", "report_date=2026-12-31"),
    "type_2": ("report_type=type_2", "window_start=2027-01-01", "window_end=2027-06-30"),
}

_WORD = re.compile(r"[^\W_](?:[\w'\u2019-]*[^\W_])?")
_NO_WORDS = re.compile(r"^ *\d+\. |\{%.*?%\}|@[a-z0-9-]+|\[[A-Z]{3}-\d\d\]|\]\([^)]*\)|^```\S*", re.MULTILINE)
_VALUE = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of document in numbers: `authored` and `printed` are words, `clauses` are those that state a control."""

    kind: str
    documents: int
    clauses: int
    controls: int
    criteria: int
    authored: int
    printed: int


@dataclass(frozen=True, slots=True)
class InScope:
    """What one scope makes: `documents` of the auditor's packet, and criteria that a clause somebody adopts reaches."""

    documents: int
    clauses: int
    criteria: int
    reached: int


@cache
def catalogue() -> Catalogue:
    """Return the shipped content."""
    return load(None)


@lru_cache(maxsize=2)  # the widest set is asked for again and again; all of them together fill the memory
def made(chosen: tuple[str, ...] = OPTIONAL, report: str = "type_2", controls: str = "full") -> Composition:
    """Return the whole set of the sample company in one scope."""
    desk = open_desk()
    project = desk.answers_file(desk.sample(SAMPLE)).project
    answers = (f"categories={','.join(('security', *chosen))}", f"control_set={controls}", *REPORTS[report])
    pairs = [(name, value) for name, _, value in (one.partition("=") for one in answers)]
    return compose(catalogue(), set_values(project, catalogue(), pairs, DAY), DAY)


@cache
def stated() -> dict[str, tuple[str, ...]]:
    """Return for each written document the controls that its own clauses state, without those of shared pieces."""
    return {
        template.id: tuple(control for part in _own_clauses(template, sheet) for control in part.controls)
        for template, sheet in documents(catalogue())
    }


def _own_clauses(template: Template, sheet: Sheet) -> list[Part]:
    return [part for part in outline(sheet) if part.controls and part.where.startswith(f"{template.path},")]


def held() -> tuple[Held, ...]:
    """Return the library in numbers, kind by kind in the order of the folders; kinds without documents are left out."""
    return tuple(_held(kind) for kind in FOLDERS if any(_of(kind)))


def _of(kind: str) -> tuple[list[Template], list[Document]]:
    """Return the written and the computed documents of a kind; every owner's sheet counts as one."""
    templates = [one for one in catalogue().templates if one.kind == kind]
    return templates, [one for one in computed() if one.kind == kind]


def computed() -> tuple[Document, ...]:
    """Return the documents that no template is behind, the first of each numbered series alone."""
    templates = catalogue().template
    found = {series(one.id): one for one in reversed(made().documents) if one.id not in templates}
    return tuple(sorted(found.values(), key=lambda one: (list(FOLDERS).index(one.kind), one.id)))


def series(document: str) -> str:
    """Return the id of a document, with nn for the number of one in a series."""
    return re.sub(r"\d+$", "nn", document)


def _held(kind: str) -> Held:
    templates, others = _of(kind)
    clauses = {one.id: _clauses(one) for one in templates}
    controls = {control for one in templates for control in stated()[one.id]}
    criteria = {criterion for control in controls for criterion in catalogue().control[control].criteria}
    printed = sum(words_of(one) for one in made().documents if one.kind == kind)
    authored = sum(authored_words(one.body) for one in templates)
    count = len(templates) + len(others)
    return Held(kind, count, sum(clauses.values()), len(controls), len(criteria), authored, printed)


def _clauses(template: Template) -> int:
    sheet = next(sheet for one, sheet in documents(catalogue()) if one.id == template.id)
    return len(_own_clauses(template, sheet))


def authored_words(body: str) -> int:
    """Return how many words a text has as it was written: every arm of its ifs, a value as one word, no ids."""
    return len(_WORD.findall(_VALUE.sub(" value ", _NO_WORDS.sub(" ", body))))


def words_of(document: Document) -> int:
    """Return how many words of a document a person reads, without its cover."""
    return sum(len(_WORD.findall(text)) for block in document.blocks for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:
    yield from (run.text for run in runs_in([block]))
    if isinstance(block, Table):
        yield from (column.title for column in block.columns)
    if isinstance(block, Form):
        yield from (text for field in block.fields for text in (field.label, field.help, *field.choices))


def in_scope(chosen: tuple[str, ...], report: str) -> InScope:
    """Return what one scope makes for the sample company."""
    composition = made(chosen, report)
    kinds = {one.id: one.kind for one in composition.documents}
    clauses = [one for one in composition.clauses if kinds[one.document] in TO_APPROVE]
    states = composition.engagement.state
    reached = {criterion for one in clauses for control in one.controls for criterion in states[control].criteria}
    packet = [one for one in composition.documents if one.audience != "internal"]
    criteria = composition.engagement.scope.criteria
    return InScope(len(packet), len(clauses), len(criteria), len(reached & set(criteria)))
