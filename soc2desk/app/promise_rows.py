"""Promises as rows to filter, and marking one as planned, which changes what the documents say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.training_entry import typed_day
from soc2desk.document.registers.promises import said_in
from soc2desk.domain.problems import ProjectProblem, nearest
from soc2desk.domain.project import State
from soc2desk.domain.questions import PROMISES
from soc2desk.storage.codec_answers import FROM, PLANNED, value_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.promises import Promise, Saying
    from soc2desk.packet.compose import Composition


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise as it is listed: names in place of ids, and where the value can be changed (`place`)."""

    id: str
    control: str
    title: str
    text: str
    amount: str
    owner: str
    owner_name: str
    backup_name: str
    state: State
    since: date | None
    start: date | None
    suggested: bool
    said_in: str
    sayings: tuple[Saying, ...]
    documents: tuple[str, ...]
    shown_by: tuple[str, ...]
    requests: tuple[str, ...]
    place: str
    plannable: bool

    @property
    def searched(self) -> str:
        """The words in which a search looks, in small letters."""
        said = " ".join(saying.text for saying in self.sayings)
        return f"{self.id} {self.title} {self.amount} {self.owner_name} {self.said_in} {said}".casefold()


@dataclass(frozen=True, slots=True)
class WantedPromises:
    """What a list is narrowed to; "" is any. All words of `text` must stand somewhere in a row."""

    text: str = ""
    owner: str = ""
    state: str = ""
    document: str = ""
    family: str = ""


def promise_rows(composition: Composition) -> tuple[PromiseRow, ...]:
    """Return every promise of the documents, in the order of the controls."""
    return tuple(_row(promise, composition.engagement) for promise in composition.promises)


def matching_promises(rows: Iterable[PromiseRow], wanted: WantedPromises) -> list[PromiseRow]:
    """Return the rows that a filter asks for."""
    words = wanted.text.casefold().split()
    return [
        row
        for row in rows
        if wanted.owner in {"", row.owner}
        and wanted.state in {"", row.state}
        and (not wanted.document or wanted.document in row.documents)
        and wanted.family in {"", row.control.partition("-")[0]}
        and all(word in row.searched for word in words)
    ]


def as_planned(composition: Composition, promise: str, start: date | None, today: date) -> dict[Where, Plain]:
    """Return the values that say a promise is not kept yet, but from a day on.

    A value that a question sets becomes a planned answer, so that the rest of the control stands as it is; the rhythm
    of a control that no question sets makes the control planned. Raises ProjectProblem for a promise nobody made, and
    for one whose value nobody gave.
    """
    one = _found(composition, promise)
    engagement = composition.engagement
    question = engagement.catalogue.questions.get(one.name)
    begins = start.isoformat() if start else ""
    if question is None or question.kind not in PROMISES:
        row: dict[str, Plain] = {"state": State.PLANNED.value, "confirmed_on": today.isoformat()}
        return {("control_states", one.control): {**row, **({FROM: begins} if begins else {})}}
    answer = engagement.names.stated[one.name].answer
    if answer is None or answer.value is None:
        message = f"Nobody has said yet how often or how soon: {question.label}"
        raise ProjectProblem(message, where=promise, hint="Answer the question first.")
    planned: dict[str, Plain] = {PLANNED: value_to_plain(answer.value)}
    return {("answers", one.name): {**planned, **({FROM: begins} if begins else {})}}


def planned_day(typed: str) -> date | None:
    """Return the day that a person typed; None for nothing typed. Raises ProjectProblem for what is no day."""
    return typed_day(typed) if typed else None


def _found(composition: Composition, promise: str) -> Promise:
    known = {one.id: one for one in composition.promises}
    if promise not in known:
        hint = nearest(promise, known) or "soc2desk promises lists all of them."
        raise ProjectProblem(f'The documents make no promise "{promise}".', hint=hint)
    return known[promise]


def _row(promise: Promise, engagement: Engagement) -> PromiseRow:
    catalogue = engagement.catalogue
    one = engagement.state[promise.control]
    question = catalogue.questions.get(promise.name)
    return PromiseRow(
        promise.id,
        promise.control,
        one.control.title,
        promise.sayings[0].text,
        promise.amount,
        promise.owner,
        engagement.person_name(promise.owner),
        engagement.person_name(promise.backup),
        promise.state,
        promise.since,
        promise.start,
        promise.suggested,
        said_in(promise),
        promise.sayings,
        promise.documents,
        tuple(catalogue.record[record].title for record in promise.records),
        promise.requests,
        f"answers.{promise.name}" if question else f"control_states.{promise.control}",
        plannable=promise.state in {State.IN_PLACE, State.NOT_CONFIRMED},
    )
