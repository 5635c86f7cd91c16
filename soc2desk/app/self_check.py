"""The self-check of the Canadian baseline for a face: rows by group, what an answer writes, what a proposal writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.registers.baseline import NOT_YET, concerns, proposed_words
from soc2desk.domain.self_answers import Has
from soc2desk.domain.self_check import items_of, proposals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.baseline import BaselineItem
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.self_check import Proposal

Values = dict["Where", "Plain"]
TABLE = "self_check"


@dataclass(frozen=True, slots=True)
class SelfRow:
    """One item as it is shown. `answer` is "" while nobody answered; `lacks` what is still to be said beside it."""

    id: str
    title: str
    group: str
    answer: str = ""
    note: str = ""
    by: str = ""
    on: date | None = None
    lacks: str = ""
    proposed: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What an item proposes, in words. `value` is empty where it has to be said at its own place."""

    place: str
    about: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """One of the thirteen controls or five steps with its items."""

    id: str
    title: str
    rows: tuple[SelfRow, ...]


def self_check_groups(engagement: Engagement) -> tuple[Group, ...]:
    """Return every item of the baseline by group, with its answer and what it proposes."""
    offered: dict[str, list[Offer]] = {}
    for one in proposals(engagement):
        offered.setdefault(one.item, []).append(_offer(one, engagement))
    return tuple(
        Group(
            control.id,
            control.title,
            tuple(_row(item, control.id, engagement, tuple(offered.get(item.id, ()))) for item in control.items),
        )
        for control in engagement.catalogue.baseline
    )


def _row(item: BaselineItem, group: str, engagement: Engagement, offered: tuple[Offer, ...]) -> SelfRow:
    said = engagement.project.self_answer.get(item.id)
    if said is None:
        return SelfRow(item.id, item.title, group)
    excused = said.answer is Has.NOT_APPLICABLE
    note = said.reason if excused else said.evidence
    shown = excused or said.answer in {Has.YES, Has.PARTLY}
    lacks = "" if note or not shown else "reason" if excused else "evidence"
    by = engagement.person_name(said.by)
    return SelfRow(item.id, item.title, group, said.answer.value, note, by, said.on, lacks, offered)


def _offer(one: Proposal, engagement: Engagement) -> Offer:
    catalogue = engagement.catalogue
    value = one.value if one.question else ""
    return Offer(one.place, concerns(one, catalogue), proposed_words(one, catalogue), value)


def answered_items(engagement: Engagement) -> tuple[int, int]:
    """Return how many of the 42 counted items are answered, and how many there are."""
    counted = [item.id for item in items_of(engagement) if item.is_counted]
    return sum(id_ in engagement.project.self_answer for id_ in counted), len(counted)


def answer_values(item: str, answer: str, note: str, by: str, today: date) -> Values:
    """Return what an answer writes, said today; "" takes it out. The note is a reason or evidence, by the answer."""
    if not answer:
        return {(TABLE, item): None}
    name = "reason" if answer == Has.NOT_APPLICABLE else "evidence"
    row: dict[str, Plain] = {"answer": answer, name: note.strip(), "by": by, "on": today.isoformat()}
    return {(TABLE, item): {key: value for key, value in row.items() if value}}


def taken_over(offers: Iterable[Offer]) -> Values:
    """Return what taking proposals over writes: answers that stay suggested until somebody confirms them.

    That something is not done yet promises nothing, and is written as it is. A control's state is never written.
    """
    found: Values = {}
    for one in offers:
        if one.value:
            kind, _, question = one.place.partition(".")
            found[kind, question] = one.value if one.value == NOT_YET else {"suggested": one.value}
    return found
