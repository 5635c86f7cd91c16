"""A template spelled out line by line: pieces included, both sides of every if kept, each line with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.document.fill import CLOSE, OPEN
from soc2desk.domain.conditions import ALWAYS, Condition, names_in
from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.expressions import parse_condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.policies import Partial

_TAG = re.compile(r"\{%[-+]?(?P<tag>.*?)[-+]?%\}|\{\{(?P<value>.*?)\}\}|\{#.*?#\}")
_VALUE = re.compile(r"\s*(?P<name>\w+)(?:\.(?P<field>\w+))?(?P<filters>(?:\s*\|\s*\w+)*)\s*$")
_INCLUDE = re.compile(r"""\s*include\s+["'](?P<name>[^"']+)["']\s*$""")
_UNSEEN = re.compile(r"`[^`]*`|\[[A-Z]{3}-\d{2}\]")
_TARGET = re.compile(r"\]\([^)]*\)")
_VALUE_HERE = re.compile(f"{OPEN}\\d+{CLOSE}")
_DOT = "\N{MIDDLE DOT}"
"""Stands for what was taken out, so that words on both sides of it do not become neighbours."""

Arms = tuple[tuple[int, int], ...]
"""The ifs a line stands in: the number of each, and which of its arms."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A value asked for. `field` is set for a row of a table; `guards` are the names the ifs around it ask for."""

    name: str
    field: str
    filters: tuple[str, ...]
    where: str
    guards: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line without its tags. Values stand in it as tokens; `slots` are the values on it.

    `cuts` are the tags that stood inside the line: where in `words`, the first word (if, endif), and the ifs behind it.
    """

    words: str
    where: str
    arms: Arms = ()
    slots: tuple[Slot, ...] = ()
    cuts: tuple[tuple[int, str, Arms], ...] = ()

    def arms_at(self, place: int) -> Arms:
        """Return the ifs that a place in the words stands in, those inside the line too."""
        return next((arms for at, _, arms in reversed(self.cuts) if at <= place), self.arms)

    @property
    def shown(self) -> str:
        """All that prints, code included: without values and link targets."""
        return _TARGET.sub("]", _VALUE_HERE.sub(_DOT, self._with_arms_apart()))

    def _with_arms_apart(self) -> str:
        words, after = self.words, -1
        for at, tag, _ in reversed(self.cuts):
            parts = tag in {"else", "elif"} or (tag == "endif" and at == after)
            words = f"{words[:at]} {words[at:]}" if parts else words
            after = at if tag == "if" else -1
        return words

    @property
    def prose(self) -> str:
        """The words a writer typed: without values, code, link targets and control ids."""
        return _UNSEEN.sub(_DOT, self.shown)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One template or statement, spelled out. `guards` are the names that decide whether it prints at all.

    `asked` are the names of all its ifs, `ifs` the conditions of each one's arms, without that of an else. `control` is
    the control whose statement it is, "" for a document.
    """

    id: str
    rows: tuple[Row, ...]
    slots: tuple[Slot, ...]
    asked: frozenset[str] = frozenset()
    guards: frozenset[str] = frozenset()
    control: str = ""
    ifs: tuple[tuple[Condition, ...], ...] = ()

    def condition_of(self, arms: Arms) -> Condition:
        """Return the condition on which a line in these arms prints."""
        parts: list[Condition] = []
        for number, arm in arms:
            conditions = self.ifs[number - 1]
            parts += (Condition("not", (before,)) for before in conditions[:arm])
            parts += conditions[arm : arm + 1]
        return Condition("and", tuple(parts)) if parts else ALWAYS


@dataclass(slots=True)
class _Opened:
    """A tag that waits for its end. `number` is 0 for a loop."""

    number: int
    arm: int = 0
    names: set[str] = field(default_factory=set)


def place(path: str, line: int) -> str:
    """Return "file, line N", or the path alone where there are no lines."""
    return f"{path}, line {line}" if line else path


def written_in(where: str) -> str:
    """Return the path of "file, line N"."""
    return where.partition(", line ")[0]


def can_meet(one: Arms, other: Arms) -> bool:
    """Return whether two lines can print together: not when they stand in different arms of one if."""
    first = dict(one)
    return all(first.get(number, arm) == arm for number, arm in other)


def spell_out(
    id_: str, text: str, path: str, first_line: int, partials: Mapping[str, Partial], **more: object
) -> Sheet:
    """Return a text as a sheet; `more` are further fields of it. Faults of the language are left to the reader."""
    scan = _Scan(partials)
    scan.text(text, path, first_line)
    ifs = tuple(tuple(conditions) for conditions in scan.ifs)
    return Sheet(id_, tuple(scan.rows), tuple(scan.slots), frozenset(scan.asked), ifs=ifs, **more)  # type: ignore[arg-type]


class _Scan:
    """One walk through a text; remembers the tags it is inside of."""

    def __init__(self, partials: Mapping[str, Partial]) -> None:
        self.partials = partials
        self.rows: list[Row] = []
        self.slots: list[Slot] = []
        self.open: list[_Opened] = []
        self.asked: set[str] = set()
        self.ifs: list[list[Condition]] = []

    def text(self, text: str, path: str, first_line: int) -> None:
        for number, line in enumerate(text.split("\n")):
            self.line(line, path, first_line + number if first_line else 0)

    def line(self, line: str, path: str, number: int) -> None:
        where, arms, before = place(path, number), self.arms(), len(self.slots)
        words, at = "", 0
        cuts: list[tuple[int, str, Arms]] = []
        for found in _TAG.finditer(line):
            words += line[at : found.start()]
            at = found.end()
            if found["value"] is not None:
                words += self.value(found["value"], where)
            elif found["tag"] is not None:
                self.tag(found["tag"].strip(), where)
                cuts.append((len(words), found["tag"].strip().partition(" ")[0], self.arms()))
        words += line[at:]
        if words.strip() or not cuts:
            self.rows.append(Row(words, where, arms, tuple(self.slots[before:]), tuple(cuts)))

    def arms(self) -> Arms:
        return tuple((one.number, one.arm) for one in self.open if one.number)

    def value(self, inside: str, where: str) -> str:
        found = _VALUE.match(inside)
        name, row_field, bars = (found["name"], found["field"] or "", found["filters"]) if found else ("", "", "")
        filters = tuple(part.strip() for part in bars.split("|") if part.strip())
        guards = frozenset(name for one in self.open for name in one.names)
        self.slots.append(Slot(name, row_field, filters, where, guards))
        return f"{OPEN}{len(self.slots) - 1}{CLOSE}"

    def tag(self, tag: str, where: str) -> None:
        word, _, rest = tag.partition(" ")
        match word:
            case "if":
                self.ifs.append([])
                self.open.append(_Opened(len(self.ifs)))
                self.condition(rest, where)
            case "elif" | "else" if self.open:
                self.open[-1].arm += 1
                if rest:
                    self.condition(rest, where)
            case "for":
                self.open.append(_Opened(0))
            case "endif" | "endfor" if self.open:
                self.open.pop()
            case "include":
                self.include(tag)

    def include(self, tag: str) -> None:
        found = _INCLUDE.match(tag)
        piece = self.partials.get(found["name"]) if found else None
        if piece is not None:
            inside, self.partials = self.partials, {}
            self.text(piece.body, piece.path, 1)
            self.partials = inside

    def condition(self, text: str, where: str) -> None:
        """Keep what an arm of the innermost if asks for; one that cannot be read, which the reader reports, holds."""
        try:
            condition = parse_condition(text, where)
        except ContentProblem:
            condition = ALWAYS
        opened = self.open[-1]
        opened.names |= {*names_in(condition)}
        self.asked |= opened.names
        if opened.number:
            self.ifs[opened.number - 1].append(condition)
