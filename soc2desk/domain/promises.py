"""Promises: what the documents say that the company does, how often or how soon, and where they say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Practice
from soc2desk.domain.control_states import last_of
from soc2desk.domain.names import cadence_name
from soc2desk.domain.project import State
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Stated

LIMITS = frozenset({QuestionKind.CADENCE, QuestionKind.NUMBER, QuestionKind.DURATION})
"""Kinds of question whose value promises how often, how much or how soon."""

RHYTHM = "rhythm"
"""Stands for the rhythm of a control that no question sets."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One clause that says it: its id, document and printed number, the text, and the value as it stands there."""

    clause: str
    document: str
    number: str
    text: str
    controls: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    """The names whose values the clause prints, each with the words it prints."""

    @property
    def place(self) -> str:
        """Where it stands in print: POL-ACP 4.1."""
        return f"{self.document} {self.number}"


@dataclass(frozen=True, slots=True)
class Promise:
    """One value of one control, with every clause that says it.

    `id` is control and name (ACC-07/access_review_period); `name` is a question, or RHYTHM. `amount` is what the
    clauses print, `owner` and `backup` are person ids. `state` and its day are those of the control and of the answer
    together: what begins later is planned. `suggested` is True while nobody confirmed the value.
    """

    control: str
    name: str
    amount: str
    sayings: tuple[Saying, ...]
    owner: str
    backup: str
    state: State
    since: date | None
    start: date | None
    suggested: bool
    records: tuple[str, ...]
    requests: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the promise."""
        return f"{self.control}/{self.name}"

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that say it, each once, in their order."""
        return tuple(dict.fromkeys(saying.document for saying in self.sayings))


def promises_in(sayings: Iterable[Saying], engagement: Engagement) -> tuple[Promise, ...]:
    """Return what the clauses promise, in the order of the controls.

    A value belongs to the control of the clause that uses it; where several do, to each, and where none does, to all.
    """
    found: dict[tuple[str, str], list[tuple[Saying, str]]] = {}
    for saying in sayings:
        for name, words in saying.values:
            for one in _bound(saying.controls, name, engagement):
                found.setdefault((one.id, _question(one, name)), []).append((saying, words))
    order = {one.id: at for at, one in enumerate(engagement.controls)}
    asked = _requests(engagement)
    return tuple(
        _promise(engagement.state[control], name, said, engagement, asked.get(control, ()))
        for (control, name), said in sorted(found.items(), key=lambda entry: (order[entry[0][0]], entry[0][1]))
    )


def names_a_limit(name: str, engagement: Engagement) -> bool:
    """Return whether the value of a name says how often, how much or how soon."""
    stated = engagement.names.stated.get(name)
    if stated is None:
        return False
    return stated.question.kind in LIMITS if stated.question else name.startswith("cadence_")


def _bound(controls: tuple[str, ...], name: str, engagement: Engagement) -> tuple[ControlState, ...]:
    behind = tuple(engagement.state[control] for control in controls if control in engagement.state)
    using = tuple(one for one in behind if name in {*one.control.uses, one.control.cadence_from, cadence_name(one.id)})
    return using or behind


def _question(one: ControlState, name: str) -> str:
    return (one.control.cadence_from or RHYTHM) if name == cadence_name(one.id) else name


def _requests(engagement: Engagement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for request in engagement.requests:
        for control in request.controls:
            found.setdefault(control, []).append(request.id)
    return {control: tuple(ids) for control, ids in found.items()}


def _promise(
    one: ControlState, name: str, said: list[tuple[Saying, str]], engagement: Engagement, requests: tuple[str, ...]
) -> Promise:
    stated = engagement.names.stated.get(cadence_name(one.id) if name == RHYTHM else name)
    ahead = stated is not None and stated.is_promise_ahead
    planned = one.state is State.PLANNED or ahead
    owners = engagement.owners[one.id]
    return Promise(
        one.id,
        name,
        said[0][1],
        tuple(dict.fromkeys(saying for saying, _ in said)),
        owners.owner,
        owners.backup,
        State.PLANNED if planned else one.state,
        None if planned else one.since,
        _start(one, stated) if planned else None,
        stated is not None and stated.is_suggested,
        one.control.records,
        requests,
    )


def _start(one: ControlState, stated: Stated | None) -> date | None:
    days = [one.start] if one.state is State.PLANNED else []
    if stated is not None and stated.is_promise_ahead and stated.answer is not None:
        days.append(stated.answer.start if stated.answer.practice is Practice.PLANNED else None)
    return last_of(days)
