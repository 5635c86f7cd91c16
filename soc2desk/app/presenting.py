"""What a class sees, one thing at a time: a question, a finding, or a link of the chain from criterion to evidence.

A slide shows no answer, no person and no file of the company. What a finding says of it stands apart, to be shown on
purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.control_detail import control_detail, requests_for
from soc2desk.app.teaching import criteria_served
from soc2desk.document.blocks import Clause, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.app.appearing import Say
    from soc2desk.document.numbering import ClauseEntry
    from soc2desk.domain.findings import Finding
    from soc2desk.packet.compose import Composition

_MOST_CRITERIA, _MOST_CLAUSES, _MOST_REQUESTS = 4, 2, 4
_MOST_CONCERNED = 3
"""More of one kind than this cannot be read from the last row of a class."""


class Topic(StrEnum):
    """What is gone through."""

    QUESTIONS = "questions"
    FINDINGS = "findings"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing. `place` leads to it in the program, `group` is what it belongs to: a page, a weight, a criterion.

    `parts` are labels with their texts; `own` is what is said of the company itself.
    """

    place: str
    group: str
    title: str
    parts: tuple[tuple[str, str], ...]
    own: str = ""


def slides(topic: Topic, made: Composition, say: Say) -> tuple[Slide, ...]:
    """Return every slide of a topic, in the order of the window."""
    match topic:
        case Topic.QUESTIONS:
            return tuple(_questions(made, say))
        case Topic.FINDINGS:
            return tuple(_finding(one, made, say) for one in made.findings)
        case Topic.CHAIN:
            return tuple(_chain(made, say))


def start_at(place: str, found: tuple[Slide, ...]) -> int:
    """Return the number of the slide of a place, of the first one of its page, else of the first."""
    return next((at for at, slide in enumerate(found) if slide.place == place), 0)


def _questions(made: Composition, say: Say) -> Iterator[Slide]:
    catalogue, served = made.engagement.catalogue, criteria_served(made)
    stated = made.engagement.names.stated
    for page in catalogue.pages:
        for question in page.questions:
            if not stated[question.id].hidden:
                note = catalogue.teaching_note.get(question.id)
                parts = [("presenter.why", note.why)] if note else []
                parts.append(("presenter.serves", _criteria(served.get(question.id, ()), made, say)))
                said = tuple((say(label), text) for label, text in parts)
                yield Slide(f"answers.{question.id}", page.title, question.label, said)


def _criteria(ids: tuple[str, ...], made: Composition, say: Say) -> str:
    if not ids:
        return say("teaching.serves_none")
    known = made.engagement.catalogue.criterion
    listed = [f"{id_} {known[id_].title}" for id_ in ids[:_MOST_CRITERIA]]
    left = len(ids) - _MOST_CRITERIA
    return "\n".join((*listed, say("presenter.more", count=left)) if left > 0 else listed)


def _finding(finding: Finding, made: Composition, say: Say) -> Slide:
    note = made.engagement.catalogue.teaching_note.get(finding.rule)
    parts = []
    if note and note.writes:
        parts.append((say("presenter.writes"), say("presenter.quoted", text=note.writes)))
    elif note:
        parts.append((say("presenter.writes"), say("presenter.nothing")))
    if note:
        parts.append((say("presenter.because"), note.why))
    parts.append((say("presenter.mend"), finding.fix))
    concerned = finding.criteria or finding.controls
    named = f" ({', '.join(concerned)})" if 0 < len(concerned) <= _MOST_CONCERNED else ""
    return Slide(
        finding.place,
        say(f"readiness.{finding.severity.value}"),
        f"{finding.title}{named}",
        tuple(parts),
        finding.message,
    )


def _chain(made: Composition, say: Say) -> Iterator[Slide]:
    clauses = {
        block.id: plain(block.runs)
        for document in made.documents
        for block in document.blocks
        if isinstance(block, Clause) and block.id
    }
    for id_, controls in made.engagement.coverage.items():
        criterion = made.engagement.catalogue.criterion[id_]
        behind = "\n".join(f"{one.id} {one.control.title}" for one in controls) or say("presenter.uncovered")
        parts = ((say("presenter.asks"), criterion.description), (say("presenter.met_by"), behind))
        yield Slide(f"criteria.{id_}", id_, f"{id_} {criterion.title}", parts)
        for one in controls:
            yield from _link(id_, one.id, made, clauses, say)


def _link(group: str, control: str, made: Composition, clauses: Mapping[str, str], say: Say) -> Iterator[Slide]:
    """Yield a control, clauses that state it, and what an auditor asks for."""
    engagement = made.engagement
    detail, title = control_detail(control, engagement), engagement.state[control].control.title
    named = f"{control} {title}"
    told = ((say("presenter.statement"), detail.statement), (say("presenter.prevents"), detail.prevents))
    yield Slide(f"control_states.{control}", group, named, tuple(part for part in told if part[1]))
    titles = {document.id: document.title for document in made.documents}
    for entry in _stating(control, made, clauses):
        heading = say("presenter.clause", title=titles.get(entry.document, entry.document), number=entry.number)
        yield Slide(f"documents.{entry.id}", group, heading, ((named, clauses[entry.id]),))
    asked = requests_for(control, engagement)[:_MOST_REQUESTS]
    if asked:
        text = "\n".join(link.words for link in asked)
        yield Slide(asked[0].place, group, say("presenter.evidence", control=control), ((named, text),))


def _stating(control: str, made: Composition, clauses: Mapping[str, str]) -> tuple[ClauseEntry, ...]:
    found = (entry for entry in made.clauses if control in entry.controls and entry.id in clauses)
    return tuple(found)[:_MOST_CLAUSES]
