"""A filled worksheet of an access review read back: each decision to its account, whatever became of the order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from soc2desk.app.access_reading import MOST_LINES
from soc2desk.app.record_entering import Entering
from soc2desk.document.access_sheet import LAYOUT, LINES, OWN_BY, decisions, head_labels, labels
from soc2desk.domain.access_join import plain
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.codec_records import record_to_plain
from soc2desk.storage.exports.days import NoDay, day_of_cell
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.workbooks import is_workbook, rows_of_sheet, sheet_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.session import Session, Where
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord, Line
    from soc2desk.reading.located import Plain

USER, DECISION, REASON = "user", "decision", "reason"
_TAKEN = ("change", "remove")
_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Filled:
    """One line of a worksheet as it came back, with its place."""

    where: str
    user: str
    decision: str = ""
    reason: str = ""
    own_by: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Decided:
    """What a filled worksheet would change: nothing is written yet. `told` are sentences."""

    record: KeptRecord
    decided: int
    open: int
    missing: tuple[str, ...]
    told: tuple[str, ...]


@dataclass
class _Sheet:
    record: str = ""
    lines: list[Filled] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)


def plan_decisions(session: Session, path: Path) -> Decided:
    """Return what a filled worksheet decides. Raises FileProblem for a file that is no worksheet of this project."""
    engagement = session.engagement
    reviews = {one.id: one for one in session.project.records if one.type == LAYOUT}
    sheet = _read(path, engagement, set(reviews))
    if not sheet.lines:
        hint = f"Its columns {labels(engagement)[USER]} and {labels(engagement)[DECISION]} have to stay."
        raise FileProblem("No line with a decision column was found.", where=path.name, hint=hint)
    if sheet.record not in reviews:
        hint = "Write the id of the review beside the word Record, or make the worksheet anew."
        raise FileProblem(
            "The worksheet does not say which review of this project it belongs to.", where=path.name, hint=hint
        )
    return _Deciding(reviews[sheet.record], sheet, engagement).decided(session.desk.today)


def take_decisions(session: Session, decided: Decided, label: str) -> None:
    """Write the decisions into the record, as one change."""
    session.put(decision_puts(decided), label)


def decision_puts(decided: Decided) -> dict[Where, Plain]:
    """Return what the decisions of a worksheet write."""
    return {("records", decided.record.id): record_to_plain(decided.record)}


def _read(path: Path, engagement: Engagement, known: set[str]) -> _Sheet:
    found = _Sheet()
    words = {plain(label): name for name, label in labels(engagement).items()}
    heads = {plain(label): name for name, label in head_labels(engagement).items()}
    with said_plainly("The worksheet cannot be read.", path):
        if not is_workbook(path):
            raise FileProblem("This is no workbook.", where=path.name, hint="Save the worksheet as .xlsx.")
        for name in sheet_names(path):
            places: dict[str, int] = {}
            for number, cells in rows_of_sheet(path, name):
                if places:
                    _add_line(found, f"{name}, row {number}", cells, places)
                    continue
                named = {words[word]: at for at, cell in enumerate(cells) if (word := plain(cell)) in words}
                if {USER, DECISION} <= named.keys():
                    places = named
                else:
                    _see_head(found, cells, heads, known)
    return found


def _see_head(found: _Sheet, cells: tuple[str, ...], heads: Mapping[str, str], known: set[str]) -> None:
    found.record = found.record or next((cell for cell in cells if cell in known), "")
    filled = [cell for cell in cells[:2] if cell]
    if len(filled) > 1 and (name := heads.get(plain(filled[0]))):
        found.head.setdefault(name, filled[1])


def _add_line(found: _Sheet, where: str, cells: tuple[str, ...], places: Mapping[str, int]) -> None:
    said = {name: cells[at] for name, at in places.items() if at < len(cells) and cells[at]}
    if USER in said:
        line = Filled(where, said[USER], said.get(DECISION, ""), said.get(REASON, ""), said.get(OWN_BY, ""), said)
        found.lines.append(line)


class _Deciding:
    """Brings the lines of a worksheet and those of a record together."""

    def __init__(self, record: KeptRecord, sheet: _Sheet, engagement: Engagement) -> None:
        self.record, self.sheet, self.engagement = record, sheet, engagement
        self.choices = {plain(word): id_ for id_, label in decisions(engagement).items() for word in (id_, label)}
        self.reviewer = record.text("reviewer")
        self.told: dict[str, list[str]] = {}
        self.own_by = record.text("own_access_reviewer")

    def decided(self, today: date) -> Decided:
        """Return the record with every decision that can be taken, and what could not be."""
        by_user = self._by_user()
        lines, missing = [], []
        for line in self.record.lines(LINES):
            filled = by_user.pop(str(line.get(USER, "")).casefold(), None)
            if filled is None:
                missing.append(str(line.get(USER, "")))
                lines.append(line)
            else:
                lines.append(self._line(line, filled))
        lines += self._beyond(by_user)
        self._tell("Lines that are missing in the worksheet; what was decided of them before stays", missing)
        values = {**self.record.values, **self._head(), LINES: tuple(lines)}
        if self.own_by:
            values["own_access_reviewer"] = self.own_by
        record = Entering(today).stamped(replace(self.record, values=values), self.record)
        done = sum(1 for line in lines if line.get(DECISION))
        return Decided(record, done, len(lines) - done, tuple(missing), self._sentences(done, len(lines)))

    def _by_user(self) -> dict[str, Filled]:
        found: dict[str, Filled] = {}
        for one in self.sheet.lines:
            before = found.get(one.user.casefold())
            if before is None or not before.decision:
                found[one.user.casefold()] = one
            elif one.decision and plain(one.decision) != plain(before.decision):
                found[one.user.casefold()] = replace(before, decision="", reason="")
                self._tell("Accounts that stand twice with different decisions; none was taken", [one.user])
        return found

    def _line(self, line: Line, filled: Filled) -> Line:
        decision = self._decision(filled)
        if decision and self._is_own(line) and not self._may_decide_own(filled):
            return line
        said = {DECISION: decision or line.get(DECISION, ""), REASON: filled.reason or line.get(REASON, "")}
        return {**line, **{name: value for name, value in said.items() if value}}

    def _decision(self, filled: Filled) -> str:
        if not filled.decision:
            return ""
        decision = self.choices.get(plain(filled.decision), "")
        if not decision:
            self._tell("Decisions that are none of the choices", [f"{filled.where}: {filled.decision[:40]}"])
        return decision

    def _is_own(self, line: Line) -> bool:
        name = self.engagement.person_name(self.reviewer)
        return bool(name) and line.get("person") == name

    def _may_decide_own(self, filled: Filled) -> bool:
        """Say whether somebody else put a name beside the reviewer's own line."""
        by = next(
            (
                one.id
                for one in self.engagement.project.people
                if plain(filled.own_by) in {plain(one.name), plain(one.id)}
            ),
            "",
        )
        if by and by != self.reviewer:
            self.own_by = by
            return True
        self._tell("The reviewer's own lines, for which nobody else is named; not taken", [filled.user])
        return False

    def _beyond(self, left: Mapping[str, Filled]) -> list[Line]:
        """Return what changes beyond the lines of the record, which holds a part of a long list only."""
        if len(self.sheet.lines) <= MOST_LINES:
            self._tell("Accounts that the review does not have; not taken", [filled.user for filled in left.values()])
            return []
        found = [(filled, self._decision(filled)) for filled in left.values()]
        taken = [(filled, decision) for filled, decision in found if decision in _TAKEN]
        if len(taken) < len(found):
            self.told[
                f"{len(found) - len(taken):,} further lines of the worksheet change nothing; they stay there alone"
            ] = []
        return [
            {USER: filled.user, DECISION: decision, **({REASON: filled.reason} if filled.reason else {})}
            for filled, decision in taken
        ]

    def _head(self) -> dict[str, date | str]:
        head = self.sheet.head
        found: dict[str, date | str] = {}
        for name in ("review_date", "changes_done_date"):
            try:
                day = day_of_cell(head.get(name, ""))
            except NoDay:
                self._tell("Days that cannot be read in one way only", [head[name]])
            else:
                found |= {name: day} if day else {}
        if head.get("changes_ticket"):
            found["changes_ticket"] = head["changes_ticket"]
        return found

    def _tell(self, what: str, names: list[str]) -> None:
        if names:
            self.told.setdefault(what, []).extend(names)

    def _sentences(self, done: int, whole: int) -> tuple[str, ...]:
        said = [f"Decided: {done:,} of {counted(whole, 'line')}."]
        for what, names in self.told.items():
            more = f" and {len(names) - _MOST_SHOWN:,} more" if len(names) > _MOST_SHOWN else ""
            said.append(f"{what}: {'; '.join(names[:_MOST_SHOWN])}{more}." if names else f"{what}.")
        return tuple(said)
