"""Where an answer shows: "Access control policy 4.2, matrix CC6.2", and which document to show beside a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.appearance import Appearance, Appears, Where, most_telling
from soc2desk.app.deciding import decided
from soc2desk.document.blocks import Audience, Clause, Heading, Table
from soc2desk.document.registers.controls import DESCRIPTION
from soc2desk.document.walk import runs_in
from soc2desk.domain.names import cadence_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.document.blocks import Block, Document
    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition

__all__ = ["Appearance", "Appears", "AppearsIndex", "Shown", "Where", "appears_index"]

_ROWS = MappingProxyType(
    {
        "people": "people",
        "roles": "people",
        "vendors": "vendors",
        "risks": "risks",
        "commitments_made": "commitments_made",
        "access_rights": "access_rights",
        "service_accounts": "service_accounts",
        "exceptions": "exceptions",
        "skills": "skills",
        "certificates": "training",
        "criteria": "coverage",
        "self_check": "baseline",
        "not_relevant": "coverage",
    }
)
"""The register that lists each kind of row, by its name in the phrases."""
_KINDS = ("policy", "plan", "procedure", "record", "report", "training")
"""Kinds of document in the order in which they tell most: what people must follow before what describes it."""
_SYSTEMS = "POL-ACP/systems"


@dataclass(frozen=True, slots=True)
class Shown:
    """A document and where to scroll in it: the id of a section, clause or row; "" for its beginning."""

    document: str
    anchor: str = ""


@dataclass(frozen=True)
class AppearsIndex:
    """Where every answer of one composition shows."""

    engagement: Engagement
    _appears: Mapping[str, Appears]
    _anchors: Mapping[str, frozenset[str]]
    _clauses: Mapping[str, str] = field(default_factory=dict)

    def of(self, question: str) -> Appears:
        """Return where an answer shows, or what it decides; nothing for a question nobody knows."""
        return self._appears.get(question, Appears())

    def document_for(self, place: str) -> Shown | None:
        """Return the document that a place changes most, None where no single one does."""
        kind, _, name = place.partition(".")
        match kind:
            case "answers":
                return next((self._at(one.place) for one in self.of(name).shown if self._at(one.place)), None)
            case "documents" | "approvals":
                return self._in_document(name)
            case "control_states" | "owners":
                return self._of_control(name)
            case "systems":
                return self._in_document(_SYSTEMS)
            case _ if kind in _ROWS:
                return self._row(f"register.{_ROWS[kind]}.id", name)
        return None

    def _at(self, place: str) -> Shown | None:
        """Follow an appearance; one in a question's own condition leads nowhere."""
        return None if place.startswith(("answers.", "pages.")) else self.document_for(place)

    def _in_document(self, name: str) -> Shown | None:
        document = name.partition("/")[0]
        if document not in self._anchors:
            return None
        return Shown(document, name if name in self._anchors[document] else "")

    def _of_control(self, name: str) -> Shown | None:
        """Return the clause of the description, else of a policy, else the line of the team's matrix."""
        family = f"{DESCRIPTION}/{name.lower()}"
        if family in self._anchors.get(DESCRIPTION, ()):
            return Shown(DESCRIPTION, family)
        if name in self._clauses:
            return self._in_document(self._clauses[name])
        known = {one.family for one in self.engagement.catalogue.controls} | self.engagement.state.keys()
        return self._row("register.team.id", name) if name in known else None

    def _row(self, register: str, name: str) -> Shown | None:
        document = self.engagement.catalogue.phrases[register]
        if document not in self._anchors:
            return None
        return Shown(document, name if name in self._anchors[document] else "")


def appears_index(composition: Composition) -> AppearsIndex:
    """Return where every answer shows: made once for a composition, for all questions together."""
    engagement = composition.engagement
    printed = _printed(composition)
    decides = decided(engagement, _numbers(composition.documents))
    matrix = _in_matrix(engagement)
    found = {}
    for question in engagement.catalogue.questions:
        lines = tuple(matrix.get(question, ()))
        said = {line.place for line in lines}
        texts = printed.get(question) or [one for one in decides.get(question, ()) if one.place not in said]
        found[question] = most_telling(tuple(texts), lines, prints=question in printed)
    anchors = {document.id: frozenset(_anchors(document.blocks)) for document in composition.documents}
    return AppearsIndex(engagement, found, anchors, _first_clauses(composition))


def _first_clauses(composition: Composition) -> dict[str, str]:
    """Return the clause that states each control: of the description where it stands there, else the first."""
    found: dict[str, str] = {}
    for entry in sorted(composition.clauses, key=lambda one: one.document != DESCRIPTION):
        for control in entry.controls:
            found.setdefault(control, entry.id)
    return found


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Clause():
                yield block.id
            case Table():
                yield from (row.id for row in block.rows)


def _numbers(documents: Iterable[Document]) -> dict[str, str]:
    """Return the printed number of each section and clause; a subheading bears its section's."""
    found, section = {}, ""
    for block in (block for document in documents for block in document.blocks):
        if isinstance(block, Heading | Clause) and block.id:
            section = block.number if isinstance(block, Heading) and block.number else section
            found[block.id] = block.number or section
    return found


def _printed(composition: Composition) -> dict[str, list[Appearance]]:
    """Return the clauses and sections that print each answer: by kind of document, then where it is said most."""
    sets = {cadence_name(control.id): control.cadence_from for control in composition.engagement.catalogue.controls}
    found: dict[str, list[tuple[int, int, list[Appearance]]]] = {}
    for document in composition.documents:
        if document.kind in _KINDS and document.audience is not Audience.INTERNAL:
            for name, places in _names_in(document).items():
                line = (_KINDS.index(document.kind), -len(places), list(places))
                found.setdefault(sets.get(name, name), []).append(line)
    return {
        name: list(dict.fromkeys(place for line in sorted(lines, key=lambda one: one[:2]) for place in line[2]))
        for name, lines in found.items()
    }


def _names_in(document: Document) -> dict[str, dict[Appearance, None]]:
    found: dict[str, dict[Appearance, None]] = {}
    for place, block in _placed(document):
        for run in runs_in((block,)):
            for name in run.names:
                found.setdefault(name, {})[place] = None
    return found


def _placed(document: Document) -> Iterator[tuple[Appearance, Block]]:
    """Yield each block with the nearest clause or section before it; a subheading bears its section's number."""
    here, section = Appearance(f"documents.{document.id}", Where.DOCUMENT, document.title), ""
    for block in document.blocks:
        if isinstance(block, Heading | Clause) and block.id:
            section = block.number if isinstance(block, Heading) and block.number else section
            kind = Where.CLAUSE if isinstance(block, Clause) else Where.SECTION
            here = Appearance(f"documents.{block.id}", kind, document.title, block.number or section)
        yield here, block


def _in_matrix(engagement: Engagement) -> dict[str, dict[Appearance, None]]:
    """Return the lines of the matrix whose control says or follows an answer, one for each criterion."""
    title = engagement.catalogue.phrases["register.matrix.title"]
    found: dict[str, dict[Appearance, None]] = {}
    listed: set[tuple[str, str]] = set()
    for one in engagement.controls:
        if not one.applies or not one.criteria:
            continue
        place = Appearance(f"control_states.{one.id}", Where.MATRIX, title, one.criteria[0])
        for name in dict.fromkeys((one.control.cadence_from, *one.control.uses)):
            if name and (name, place.number) not in listed:
                listed.add((name, place.number))
                found.setdefault(name, {})[place] = None
    return found
