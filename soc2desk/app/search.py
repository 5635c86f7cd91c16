"""Find anything: pages, questions, documents, controls, people, records, evidence, findings and terms in one list."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from soc2desk.app.pages import page_of
from soc2desk.app.record_entering import record_stem
from soc2desk.document.blocks import Heading, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"} | dict.fromkeys("()[]/'\"\N{RIGHT SINGLE QUOTATION MARK}", " ")
)
"""Letters that do not come apart into a plain one and an accent, and signs that only part words."""
_LONGEST_QUERY = 200


class Sort(StrEnum):
    """What an entry is."""

    PAGE = "page"
    QUESTION = "question"
    DOCUMENT = "document"
    SECTION = "section"
    CRITERION = "criterion"
    CONTROL = "control"
    PERSON = "person"
    RECORD = "record"
    EVIDENCE = "evidence"
    FINDING = "finding"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to jump to. `id` finds it at once when typed, and so does each of `numbers`, the client's own.

    `hidden` is a question that does not matter here.
    """

    kind: Sort
    place: str
    title: str
    detail: str = ""
    id: str = ""
    hidden: bool = False
    numbers: tuple[str, ...] = ()
    _ids: frozenset[str] = field(init=False, repr=False, compare=False)
    _title: str = field(init=False, repr=False, compare=False)
    _all: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Made fit for comparing once, so that each key pressed is answered at once.
        object.__setattr__(self, "_ids", frozenset(_words(one) for one in (self.id, *self.numbers) if one))
        object.__setattr__(self, "_title", f" {_words(self.title)}")
        object.__setattr__(self, "_all", f" {_words(f'{self.id} {self.title} {self.detail}')}")

    def rank(self, typed: list[str]) -> int | None:
        """Return how well this fits the folded words typed, 0 the best; None where a word is missing."""
        for word in typed:
            if word not in self._all:
                return None
        if " ".join(typed) in self._ids:
            return 0
        if all(f" {word}" in self._title for word in typed):
            return 1
        return 2 if all(f" {word}" in self._all for word in typed) else 3


def entries(composition: Composition, pages: Mapping[str, str] | None = None) -> tuple[Entry, ...]:
    """Return everything there is to find. `pages` are the titles of pages that the content does not name itself."""
    engagement = composition.engagement
    return tuple(
        chain(
            _pages(engagement, pages or {}),
            _questions(engagement),
            _documents(composition),
            _criteria(engagement),
            _controls(engagement),
            (Entry(Sort.PERSON, f"people.{one.id}", one.name, one.title) for one in engagement.project.people),
            _records(engagement),
            _evidence(engagement),
            (Entry(Sort.FINDING, one.place, one.title, one.message, one.rule) for one in composition.findings),
            (Entry(Sort.TERM, f"help.{one.id}", one.term, one.meaning) for one in engagement.catalogue.terms),
        )
    )


def found(everything: Iterable[Entry], text: str, most: int = 12) -> tuple[Entry, ...]:
    """Return what fits all words typed, the best first and hidden questions last; nothing for no words."""
    typed = _words(text[:_LONGEST_QUERY]).split()
    if not typed:
        return ()
    ranked = [(one.hidden, rank, one) for one in everything if (rank := one.rank(typed)) is not None]
    ranked.sort(key=lambda line: line[:2])
    return tuple(one for _, _, one in ranked[: max(0, most)])


def _words(text: str) -> str:
    """Return text folded, with its words, ids included, parted by single spaces."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold()) if not text.isascii() else text.casefold()
    plain_letters = apart if apart.isascii() else "".join(c for c in apart if not unicodedata.combining(c))
    return plain_letters.translate(_LETTERS)


def _pages(engagement: Engagement, titles: Mapping[str, str]) -> Iterator[Entry]:
    own = {page.id: page.title for page in engagement.catalogue.pages}
    yield from (Entry(Sort.PAGE, f"pages.{page}", title) for page, title in (own | dict(titles)).items())


def _questions(engagement: Engagement) -> Iterator[Entry]:
    titles = {page.id: page.title for page in engagement.catalogue.pages}
    for question in engagement.catalogue.questions.values():
        place = f"answers.{question.id}"
        page = titles[page_of(engagement.catalogue, place)]
        hidden = engagement.names.stated[question.id].hidden
        yield Entry(Sort.QUESTION, place, question.label, page, question.id, hidden)


def _documents(composition: Composition) -> Iterator[Entry]:
    for document in composition.documents:
        yield Entry(Sort.DOCUMENT, f"documents.{document.id}", document.title, document.id, document.id)
        for block in document.blocks:
            if isinstance(block, Heading) and block.id:
                title = f"{block.number} {plain(block.runs)}".strip()
                yield Entry(Sort.SECTION, f"documents.{block.id}", title, document.title)


def _criteria(engagement: Engagement) -> Iterator[Entry]:
    in_scope = set(engagement.scope.criteria)
    for one in engagement.catalogue.criteria:
        if one.id in in_scope or one.id in engagement.scope.left_out:
            yield Entry(Sort.CRITERION, f"criteria.{one.id}", f"{one.id} {one.title}", one.description, one.id)


def _controls(engagement: Engagement) -> Iterator[Entry]:
    families = {family.id: family.name for family in engagement.catalogue.families}
    for one in engagement.controls:
        title, family = f"{one.control.printed} {one.control.title}", families.get(one.control.family, "")
        numbers = tuple(filter(None, one.control.number.split(", ")))
        yield Entry(Sort.CONTROL, f"control_states.{one.id}", title, family, one.id, numbers=numbers)


def _records(engagement: Engagement) -> Iterator[Entry]:
    for one in engagement.project.records:
        layout = engagement.catalogue.record[one.type]
        title = record_stem(layout, one.values, one.occurrence)
        yield Entry(Sort.RECORD, f"records.{one.id}", title, one.occurrence, one.id)


def _evidence(engagement: Engagement) -> Iterator[Entry]:
    for one in engagement.project.evidence:
        told = (one.occurrence, *one.requests, one.source, one.file)
        yield Entry(Sort.EVIDENCE, f"evidence.{one.id}", one.name, ", ".join(filter(None, told)), one.id)
