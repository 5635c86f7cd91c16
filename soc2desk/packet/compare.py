"""Two states of one engagement side by side: what changed by id, never by the number that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.blocks import REVISIONS
from soc2desk.domain.alignment import Alignment
from soc2desk.domain.changes import Change, Comparison, Fact, Facts, How, Subject
from soc2desk.domain.contents import LineKind
from soc2desk.packet.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from soc2desk.domain.contents import Contents, DocumentLine
    from soc2desk.packet.parts import Part

    Same = Callable[[str, str], bool]
    ById = Mapping[str, Part]

MATRIX = "matrix"
"""The id of the table of controls and owners that an auditor reads."""
EVIDENCE_TABLE = "evidence"
"""The id of the table that lists evidence."""
OWNER_COLUMNS = ("owner", "backup", "reviewer")
CONTROL_COLUMNS = ("state", "frequency")


@dataclass(frozen=True)
class State:
    """One of the two: what its documents print, and what it says beside them."""

    contents: Contents
    facts: Facts


def state_of_packet(contents: Contents) -> State:
    """Return the state that a packet tells of: controls, owners and evidence as they are printed."""
    rows = [line for one in contents.documents for line in one.lines if line.kind is LineKind.ROW and line.id]
    matrix = [line for line in rows if line.table == MATRIX]
    return State(
        contents,
        Facts(
            {line.id: Fact(line.cell("title"), _cells(line, CONTROL_COLUMNS)) for line in matrix},
            {line.id: Fact(line.cell("title"), _cells(line, OWNER_COLUMNS)) for line in matrix},
            {line.id: Fact(line.texts[0], line.text) for line in rows if line.table == EVIDENCE_TABLE},
        ),
    )


def _cells(line: DocumentLine, keys: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (line.cell(key) for key in keys)))


def compare(old: State, new: State) -> Comparison:
    """Return what changed from one state to the other. Two companies are compared too, and that is said."""
    before, after = old.contents, new.contents
    common = before.is_part or after.is_part
    facts, others = old.facts, new.facts
    has_answers = facts.answers is not None and others.answers is not None
    answers = (facts.answers or {}, others.answers or {}) if has_answers else ({}, {})
    changes = (
        *_facts_changed(Subject.ANSWER, *answers),
        *_documents(before, after, only_common=common),
        *_inside(before, after),
        *_facts_changed(Subject.CONTROL, facts.controls, others.controls),
        *_owners_changed(facts.owners, others.owners),
        *_facts_changed(Subject.EVIDENCE, facts.evidence, others.evidence),
    )
    order = list(Subject)
    return Comparison(
        before,
        after,
        tuple(sorted(changes, key=lambda one: order.index(one.subject))),
        other_company=before.company.casefold() != after.company.casefold(),
        other_reader=before.reader != after.reader,
        only_common=common,
        has_answers=has_answers,
    )


def _facts_changed(subject: Subject, old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Iterator[Change]:
    nothing = Fact("", "")
    for one in dict.fromkeys((*old, *new)):
        before, after = old.get(one, nothing), new.get(one, nothing)
        how = How.ADDED if one not in old else How.REMOVED if one not in new else How.CHANGED
        if how is not How.CHANGED or before.value != after.value:
            yield Change(
                subject, how, one, after.name or before.name, before=before.value, after=after.value,
                for_team=before.for_team or after.for_team,
            )  # fmt: skip


def _owners_changed(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Iterator[Change]:
    """Yield the owners of controls that both states have: one that came or went is told as a control."""
    common = [one for one in old if one in new]
    return _facts_changed(Subject.OWNER, {one: old[one] for one in common}, {one: new[one] for one in common})


def _documents(old: Contents, new: Contents, *, only_common: bool) -> Iterator[Change]:
    for one in old.documents:
        after = new.document.get(one.id)
        if after is None and not only_common:
            yield Change(Subject.DOCUMENT, How.REMOVED, one.id, one.title, one.id, before=one.title)
        elif after is not None and after.title != one.title:
            yield Change(Subject.DOCUMENT, How.RENAMED, one.id, after.title, one.id, one.title, after.title)
    for one in new.documents:
        if one.id not in old.document and not only_common:
            yield Change(Subject.DOCUMENT, How.ADDED, one.id, one.title, one.id, after=one.title)


def _inside(old: Contents, new: Contents) -> Iterator[Change]:
    """Yield what changed inside the documents that both have, and the clauses of those that came or went."""

    def same(before: str, after: str) -> bool:
        """Whether two texts say the same; the days that each packet bears itself are no change."""
        return before == after or without_days(before, old) == without_days(after, new)

    without = frozenset({MATRIX, EVIDENCE_TABLE, REVISIONS})
    before, after = parts_of(old.documents, without), parts_of(new.documents, without)
    common = old.document.keys() & new.document.keys()
    if old.is_part or new.is_part:
        before_clauses, after_clauses = _of(common, before.clauses), _of(common, after.clauses)
    else:
        before_clauses, after_clauses = before.clauses, after.clauses
    yield from _clauses(before_clauses, after_clauses, same)
    yield from _sections(_of(common, before.sections), _of(common, after.sections), same)
    yield from _rows(_of(common, before.rows), _of(common, after.rows), same)


def without_days(text: str, contents: Contents) -> str:
    """Return a text without the days that its packet bears itself."""
    for day in contents.days:
        text = text.replace(day, "")
    return text


def _of(documents: set[str], parts: ById) -> ById:
    return {name: part for name, part in parts.items() if part.document in documents}


def _clauses(old: ById, new: ById, same: Same) -> Iterator[Change]:
    yield from _came_and_went(Subject.CLAUSE, old, new)
    moved = _out_of_order(old, new)
    for one, after in new.items():
        before = old.get(one)
        if before is None:
            continue
        if not same(before.text, after.text):
            yield _between(Subject.CLAUSE, How.REWORDED, before, after)
        if one in moved:
            yield _between(Subject.CLAUSE, How.MOVED, before, after)
        elif before.number != after.number:
            yield _between(Subject.CLAUSE, How.RENUMBERED, before, after)


def _out_of_order(old: ById, new: ById) -> set[str]:
    """Return the clauses that stand in another document or section, or elsewhere among those of their section."""
    moved = {one for one, part in new.items() if one in old and old[one].section != part.section}
    here, there = ([one for one in side if one in old and one in new and one not in moved] for side in (old, new))
    for section in dict.fromkeys(new[one].section for one in there):
        before = [one for one in here if old[one].section == section]
        after = [one for one in there if new[one].section == section]
        if before != after:
            blocks = Alignment(before, after).get_matching_blocks()
            kept = {one for block in blocks for one in after[block.b : block.b + block.size]}
            moved |= set(after) - kept
    return moved


def _sections(old: ById, new: ById, same: Same) -> Iterator[Change]:
    yield from _came_and_went(Subject.SECTION, old, new)
    for one, after in new.items():
        before = old.get(one)
        if before is None:
            continue
        is_title = one == f"{after.document}/"
        if before.name != after.name and not is_title:
            told = (before.name, after.name, before.place, after.place)
            yield Change(Subject.SECTION, How.RENAMED, one, after.name, after.document, *told)
        if not same(before.text, after.text):
            yield _between(Subject.SECTION, How.REWORDED, before, after)


def _rows(old: ById, new: ById, same: Same) -> Iterator[Change]:
    yield from _came_and_went(Subject.REGISTER, old, new)
    for one, after in new.items():
        before = old.get(one)
        if before is not None and not same(before.text, after.text):
            yield _between(Subject.REGISTER, How.CHANGED, before, after)


def _came_and_went(subject: Subject, old: ById, new: ById) -> Iterator[Change]:
    for one, part in old.items():
        if one not in new:
            yield Change(subject, How.REMOVED, one, part.name, part.document, before=part.text, place_before=part.place)
    for one, part in new.items():
        if one not in old:
            yield Change(subject, How.ADDED, one, part.name, part.document, after=part.text, place_after=part.place)


def _between(subject: Subject, how: How, before: Part, after: Part) -> Change:
    texts = (before.text, after.text, before.place, after.place)
    return Change(subject, how, after.id, after.name, after.document, *texts)
