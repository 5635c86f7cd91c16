"""A client's own list of controls: each line matched with ours, kept under its own number, and decided by a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.app.access_told import told_of_file
from soc2desk.app.rows import fresh_id
from soc2desk.document.blocks import plain
from soc2desk.document.statements import statement_runs
from soc2desk.domain.auditing import Matched
from soc2desk.domain.control_match import ControlMatcher
from soc2desk.domain.counted import counted
from soc2desk.domain.own_numbers import meant_otherwise
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.cleaning import clean
from soc2desk.storage.exports.columns import Survey, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from soc2desk.app.session import Session, Where
    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.request_match import Match
    from soc2desk.reading.located import Plain
    from soc2desk.storage.exports.text_rows import Cells

KIND, TABLE = "listed_controls", "listed_controls"
MOST_LINES = 2_000
SHOWN = 8
LONGEST = {"text": 4_000, "evidence": 1_000, "title": 200}
_CELLS = ("title", "rhythm", "nature", "owner", "evidence")
_USUAL = 200
_LONGEST_NUMBER = 60
_CRITERION = re.compile(r"\b(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class ReadControl:
    """One line of a client's list with what it was matched with. `id` is that of its row; `row` is written.

    `news` says what is new since the list before: "", "new", "text" for other words, "again" for one that was gone.
    """

    line: int
    id: str
    number: str
    text: str
    match: Match
    row: dict[str, Plain]
    news: str = ""


@dataclass(frozen=True)
class ControlListPlan:
    """What taking a client's list would do: nothing is written yet. `gone` are lines that it does not hold any more."""

    survey: Survey
    lines: tuple[ReadControl, ...]
    gone: tuple[str, ...]
    told: tuple[str, ...]
    puts: Mapping[Where, Plain] = field(default_factory=dict)


def matcher_of(session: Session, numbers: Iterable[str] = ()) -> ControlMatcher:
    """Return what matches words with the controls of this scope, those proposed away and retired ones left out.

    `numbers` are the client's own: one that is an id here is not taken for it where words name it.
    """
    from soc2desk.content.matching import load_meanings

    engagement = session.engagement
    controls = [one for one in engagement.controls if one.id not in engagement.project.own_control]
    said = {one.id: plain(statement_runs(one, engagement)) for one in controls}
    foreign = {ours for ours, _ in meant_otherwise(engagement.project.listed_controls, said)}
    foreign |= {one.upper() for one in numbers} & said.keys()
    return ControlMatcher(load_meanings(session.desk.pack), [one.control for one in controls], said, foreign)


def plan_controls(session: Session, path: Path, columns: Mapping[str, Sequence[str]] | None = None) -> ControlListPlan:
    """Return a client's list matched with our controls. Raises Problems for what cannot be read."""
    looked = survey(path, KIND, columns)
    if looked.rows > MOST_LINES:
        raise UsageProblem(f"The list has {looked.rows:,} lines; at most {MOST_LINES:,} are taken.", where=path.name)
    reader = _Reader(session, looked)
    found = tuple(reader.read())
    if not any(one.text for one in found):
        raise UsageProblem("The list holds no line with words of a control.", where=path.name)
    kept = {one.id for one in found}
    gone = tuple(row for row in session.project.listed_controls if row.id not in kept)
    puts: dict[Where, Plain] = {(TABLE, one.id): one.row for one in found}
    puts |= {(TABLE, row.id, "gone"): "yes" for row in gone}
    told = (*_told(found, gone), *reader.told(), *told_of_file(looked, is_evidence=False))
    return ControlListPlan(looked, found, tuple(row.number for row in gone), told, puts)


class _Reader:
    def __init__(self, session: Session, looked: Survey) -> None:
        self.session, self.looked = session, looked
        self.matcher = matcher_of(session, (self._cell("number", row) for row in looked.good_rows()))
        self.stored = {row.number.casefold(): row for row in session.project.listed_controls}
        self.taken = {row.id for row in session.project.listed_controls}
        self.criteria = session.engagement.catalogue.criterion
        self.numbers: set[str] = set()
        self.doubled: list[str] = []
        self.unknown: dict[str, None] = {}
        self.unnumbered = 0
        self.wordless: list[str] = []
        self.headings: list[str] = []
        self.beside: list[str] = []
        self.ours: list[str] = []
        self.known = {one.id.casefold(): one for one in session.engagement.catalogue.controls}

    def read(self) -> Iterator[ReadControl]:
        """Yield every line with words, or with a number alone: which control that is, a person decides."""
        for row in self.looked.good_rows():
            text = self._cell("text", row) or self._cell("title", row)
            number = self._cell("number", row)[:_LONGEST_NUMBER]
            if text:
                yield self._line(row, text)
            elif any(map(str.isdigit, number)):
                self.wordless.append(f"row {row.line} ({number})")
                yield self._line(row, "")
            elif number:
                self.headings.append(f"row {row.line} ({number})")
            elif any(row.cells):
                self.beside.append(f"row {row.line}")

    def _line(self, row: Cells, text: str) -> ReadControl:
        number = self._number(row)
        before = self.stored.get(number.casefold())
        id_ = before.id if before else fresh_id(f"c-{number}", self.taken, "control")
        self.taken.add(id_)
        criteria = self._criteria(row)
        match = self.matcher.match(" ".join((self._cell("title", row), text)), criteria)
        made: dict[str, Plain] = {"number": number, **({"text": text} if text else {})}
        made |= {kind: words for kind in _CELLS if (words := self._cell(kind, row)) and words != text}
        made |= {"criteria": list(criteria)} if criteria else {}
        return ReadControl(
            row.line, id_, number, text, match, made | _decided(before, text, match), _news(before, text)
        )

    def _number(self, row: Cells) -> str:
        number = self._cell("number", row)[:_LONGEST_NUMBER]
        self.unnumbered += not number
        number = number or f"row {row.line}"
        while number.casefold() in self.numbers:
            self.doubled.append(number)
            number = f"{number} (row {row.line})"
        self.numbers.add(number.casefold())
        if number.casefold() in self.known:
            one = self.known[number.casefold()]
            self.ours.append(f"{one.id} ({one.title})")
        return number

    def _criteria(self, row: Cells) -> tuple[str, ...]:
        named = dict.fromkeys(_CRITERION.findall(self._cell("criteria", row).upper()))
        self.unknown |= {one: None for one in named if one not in self.criteria}
        return tuple(one for one in self.criteria if one in named)

    def _cell(self, kind: str, row: Cells) -> str:
        guess = self.looked.guess.get(kind)
        return " ".join(clean(row.cells[guess.at[0]]).split())[: LONGEST.get(kind, _USUAL)] if guess else ""

    def told(self) -> Iterator[str]:
        """Yield what is doubtful, one sentence each."""
        if self.doubled:
            yield f"Numbers that stand twice were told apart by their row: {_some(self.doubled)}."
        if self.ours:
            yield (
                f"Numbers of your list that are ids of controls here too: {', '.join(self.ours)}. Where such a line "
                "speaks of another control, its number prints as your own."
            )
        if self.unnumbered:
            yield f"Without a number, called by their row: {counted(self.unnumbered, 'line')}."
        if self.wordless:
            asked = "say which control each is, or none, or write its words into the list and read it again"
            yield f"With a number and no words, kept under the number; {asked}: {', '.join(self.wordless)}."
        if self.headings:
            yield f"Words in the column of numbers alone, read as headings and not taken: {', '.join(self.headings)}."
        if self.beside:
            yield f"Neither a number nor words of a control, not taken: {', '.join(self.beside)}."
        if self.unknown:
            yield f"Criteria that there are not, left aside: {_some(list(self.unknown))}."


def _decided(before: ListedControl | None, text: str, match: Match) -> dict[str, Plain]:
    """Return what was decided on a line before, where its words are the same; else what is proposed now.

    The match that stood is proposed again for other words: a person looks, and nothing is carried over unseen.
    """
    if before is not None and before.is_decided and before.text == text:
        kept: dict[str, Plain] = {"matched": before.matched.value, "confirmed_on": str(before.confirmed_on)}
        kept |= {"controls": list(before.controls)} if before.controls else {}
        return kept | ({"confirmed_by": before.confirmed_by} if before.confirmed_by else {})
    controls = before.controls if before is not None and before.is_decided else match.requests
    matched = Matched.CHECK if controls and controls != match.requests else match.matched
    return {"matched": matched.value, **({"controls": list(controls)} if controls else {})}


def _news(before: ListedControl | None, text: str) -> str:
    if before is None:
        return "new"
    return "text" if before.text != text else "again" if before.gone else ""


def _told(found: Sequence[ReadControl], gone: Sequence[ListedControl]) -> Iterator[str]:
    decided = [one for one in found if "confirmed_on" in one.row]
    counts = {kind: sum(one.row["matched"] == kind and one not in decided for one in found) for kind in Matched}
    yield (
        f"{counted(len(found), 'line')}: {counts[Matched.SURE]} matched, {counts[Matched.CHECK]} to check, "
        f"{counts[Matched.NONE]} without a control of ours" + (f", {len(decided)} decided before." if decided else ".")
    )
    if len(found) != sum(one.news == "new" for one in found):
        fresh = [one.number for one in found if one.news == "new"]
        worded = [one.number for one in found if one.news == "text"]
        yield from (f"New since the list before: {_some(fresh)}." for _ in fresh[:1])
        yield from (f"Worded anew, so please decide again: {_some(worded)}." for _ in worded[:1])
    yield from (f"Not in this list any more: {_some([one.number for one in gone])}. They are kept." for _ in gone[:1])


def _some(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
