"""An auditor's own list of requests: each line matched with ours, kept under the auditor's number, and confirmed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.app.access_told import told_of_file
from soc2desk.app.list_reading import person_named
from soc2desk.app.rows import fresh_id
from soc2desk.domain.auditing import AuditorRequest, Matched
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.domain.request_match import Match, Matcher
from soc2desk.storage.exports.columns import Survey, survey
from soc2desk.storage.exports.days import NoDay, Shape, day_of_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from soc2desk.app.session import Session, Where
    from soc2desk.reading.located import Plain
    from soc2desk.storage.exports.text_rows import Cells

KIND, TABLE = "auditor_requests", "auditor_requests"
NONE_OF_OURS = "none"
MOST_LINES = 2_000
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """One line of an auditor's list with what it was matched with. `id` is that of its row.

    `kept` says that somebody confirmed it before, for the same words.
    """

    line: int
    id: str
    number: str
    text: str
    due: date | None
    match: Match
    kept: bool = False


@dataclass(frozen=True)
class RequestPlan:
    """What taking an auditor's list would do: nothing is written yet."""

    survey: Survey
    requests: tuple[ReadRequest, ...]
    told: tuple[str, ...]
    puts: Mapping[Where, Plain] = field(default_factory=dict)


def plan_requests(
    session: Session, path: Path, columns: Mapping[str, Sequence[str]] | None = None, order: Shape = Shape.EITHER
) -> RequestPlan:
    """Return an auditor's list matched with our requests. Raises Problems for what cannot be read."""
    from soc2desk.content.matching import load_meanings

    looked = survey(path, KIND, columns)
    if looked.rows > MOST_LINES:
        raise UsageProblem(f"The list has {looked.rows:,} lines; at most {MOST_LINES:,} are taken.", where=path.name)
    matcher = Matcher(load_meanings(session.desk.pack), session.engagement.requests)
    reader = _Reader(session, looked, matcher, order)
    found = tuple(reader.read())
    told = (*_told(found), *reader.told(), *told_of_file(looked, is_evidence=False))
    return RequestPlan(looked, found, told, {(TABLE, one.id): _plain(session, one) for one in found})


def take_requests(session: Session, plan: RequestPlan, label: str) -> None:
    """Write the lines of an auditor's list, as one change; what was confirmed for the same words stays so."""
    if plan.puts:
        session.put(plan.puts, label)


def confirm(session: Session, number: str, requests: Sequence[str], by: str, label: str) -> AuditorRequest:
    """Note that a person looked at a line and which of our requests it asks for, today; "none" for none of them.

    Raises UsageProblem for a number or a request that is not there.
    """
    rows = session.project.auditor_requests
    one = next((row for row in rows if number in {row.number, row.id}), None)
    if one is None:
        hint = nearest(number, [row.number for row in rows]) or "See: soc2desk requests list PROJECT"
        raise UsageProblem(f'The auditor\'s list has no number "{number}".', hint=hint)
    wanted = [] if list(requests) == [NONE_OF_OURS] else list(requests) or list(one.requests)
    for request in wanted:
        if request not in session.desk.catalogue.request:
            hint = nearest(request, session.desk.catalogue.request) or "Name one of ours, such as ER-053, or none."
            raise UsageProblem(f'There is no request "{request}" of ours.', hint=hint)
    refuse_behind(session.project, session.desk.today)
    person = person_named(session, by)
    base = (TABLE, one.id)
    values: dict[Where, Plain] = {
        (*base, "requests"): list(dict.fromkeys(wanted)) or None,
        (*base, "confirmed_by"): person,
        (*base, "confirmed_on"): session.desk.today.isoformat(),
    }
    session.put(values, label)
    return next(row for row in session.project.auditor_requests if row.id == one.id)


class _Reader:
    def __init__(self, session: Session, looked: Survey, matcher: Matcher, order: Shape) -> None:
        self.looked, self.matcher = looked, matcher
        self.order = looked.order("due") if looked.order("due") is not Shape.EITHER else order
        self.stored = {row.number.casefold(): row for row in session.project.auditor_requests}
        self.taken = {row.id for row in session.project.auditor_requests}
        self.numbers: dict[str, int] = {}
        self.doubled: list[str] = []
        self.changed: list[str] = []
        self.undated = 0

    def read(self) -> Iterator[ReadRequest]:
        """Yield every line that asks for something."""
        for row in self.looked.good_rows():
            text = self._cell("text", row)[:_LONGEST]
            if not text:
                continue
            number = self._number(row)
            before = self.stored.get(number.casefold())
            kept = before is not None and bool(before.confirmed_by) and before.text == text
            if before is not None and before.confirmed_by and not kept:
                self.changed.append(number)
            id_ = before.id if before else fresh_id(f"r-{number}", self.taken, "request")
            self.taken.add(id_)
            yield ReadRequest(row.line, id_, number, text, self._due(row), self.matcher.match(text), kept)

    def _number(self, row: Cells) -> str:
        number = self._cell("number", row)[:60] or f"row {row.line}"
        while number.casefold() in self.numbers:
            self.doubled.append(number)
            number = f"{number} (row {row.line})"
        self.numbers[number.casefold()] = row.line
        return number

    def _cell(self, kind: str, row: Cells) -> str:
        guess = self.looked.guess.get(kind)
        return row.cells[guess.at[0]] if guess else ""

    def _due(self, row: Cells) -> date | None:
        try:
            return day_of_cell(self._cell("due", row), self.order)
        except NoDay:
            self.undated += 1
            return None

    def told(self) -> Iterator[str]:
        """Yield what is doubtful, one sentence each."""
        if self.doubled:
            yield f"Numbers that stand twice were told apart by their row: {', '.join(self.doubled[:8])}."
        if self.changed:
            yield f"Confirmed before, and worded anew: please confirm again: {', '.join(self.changed[:8])}."
        if self.undated:
            hint = "; say --dates day-first or month-first" if self.looked.days["due"].is_ambiguous else ""
            yield f"{self.undated} due dates were not read{hint}."


def _plain(session: Session, one: ReadRequest) -> Plain:
    before = session.plain.get(TABLE)
    old = before.get(one.id, {}) if isinstance(before, dict) else {}
    kept = dict(old) if one.kept and isinstance(old, dict) else {}
    row: dict[str, Plain] = {
        "number": one.number,
        "text": one.text,
        **({"due": one.due.isoformat()} if one.due else {}),
    }
    if not kept:
        row["matched"] = one.match.matched.value
        if one.match.requests:
            row["requests"] = list(one.match.requests)
    return {**kept, **row}


def _told(found: Sequence[ReadRequest]) -> Iterator[str]:
    counts = {kind: sum(one.match.matched is kind and not one.kept for one in found) for kind in Matched}
    kept = sum(one.kept for one in found)
    yield (
        f"{counted(len(found), 'line')}: {counts[Matched.SURE]} matched, {counts[Matched.CHECK]} to check, "
        f"{counts[Matched.NONE]} without a request of ours" + (f", {kept} confirmed before." if kept else ".")
    )
