"""What every register is made from: the engagement, the statements, and where each control is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Column, Document, Fact, Kind, Mark, Paragraph, Row, Run, Runs, text
from soc2desk.document.empty_tables import say_when_empty
from soc2desk.domain.entry_days import entered_in, entered_late
from soc2desk.domain.in_own_policies import place_in_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date as Day  # noqa: N812 - a register has a date of its own

    from soc2desk.document.blocks import Block
    from soc2desk.document.numbering import ClauseEntry
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.promises import Promise
    from soc2desk.domain.requests import EvidenceRequest

PRINTS_ENTERED_DAYS = frozenset(
    {
        "auditor_requests", "baseline", "evidence", "policies", "remedies", "training",
        "exceptions", "retests", "risks", "service_accounts", "vendors",
    }
)  # fmt: skip
"""Registers that print days on which something was entered, or say when a day was typed.

Where a file tells those days, they say so.
"""


@dataclass(frozen=True)
class Ground:
    """The engagement with its written clauses. `date` is the document date (ISO), `final` whether drafts are over.

    `made` is the day on which it is made by the clock (ISO), empty for that of the documents. `promises` are what the
    clauses promise; `files` says of which pieces of evidence the file is "missing" or "changed", by id.
    """

    engagement: Engagement
    date: str
    clauses: tuple[ClauseEntry, ...] = ()
    statements: dict[str, Runs] = field(default_factory=dict)
    final: bool = False
    made: str = ""
    promises: tuple[Promise, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def made_on(self) -> str:
        """The day that blank forms bear: never an earlier one than the clock says."""
        return self.made or self.date

    @property
    def phrases(self) -> dict[str, str]:
        """The small words of the language."""
        return self.engagement.catalogue.phrases

    @property
    def status(self) -> str:
        """Draft or Final, in the words of the language."""
        return self.phrases["status.final" if self.final else "status.draft"]

    @property
    def company(self) -> str:
        """The company's name, or the marked place where it will stand."""
        return self.engagement.answer_text("company") or f"[{self.phrases['open.company']}]"

    @cached_property
    def clauses_of(self) -> dict[str, tuple[ClauseEntry, ...]]:
        """The clauses that state each control, in the order of the documents."""
        found: dict[str, list[ClauseEntry]] = {}
        for clause in self.clauses:
            for control in clause.controls:
                found.setdefault(control, []).append(clause)
        return {control: tuple(entries) for control, entries in found.items()}

    @cached_property
    def requests_of(self) -> dict[str, tuple[EvidenceRequest, ...]]:
        """The evidence requests that ask for each control."""
        found: dict[str, list[EvidenceRequest]] = {}
        for request in self.engagement.requests:
            for control in request.controls:
                found.setdefault(control, []).append(request)
        return {control: tuple(asked) for control, asked in found.items()}

    def printed(self, controls: Iterable[str]) -> str:
        """Return some controls as readers find them: the client's own numbers first."""
        known = self.engagement.catalogue.control
        return ", ".join(known[one].printed if one in known else one for one in controls)

    def column(self, key: str, width: float, kind: Kind = Kind.TEXT, choices: tuple[str, ...] = ()) -> Column:
        """Return a column titled in the words of the language."""
        return Column(key, self.phrases[f"column.{key}"], width, kind, choices)

    def person(self, person_id: str) -> Runs:
        """Return a person's name, or a marked "nobody"."""
        name = self.engagement.person_name(person_id)
        return text(name) if name else (Run(self.phrases["person.nobody"], mark=Mark.OPEN),)

    def person_or_blank(self, person_id: str) -> Runs:
        """Return a person's name, or nothing."""
        return text(self.engagement.person_name(person_id))

    def past(self, day: Day | None) -> str:
        """Return a day on which something was done; nothing for one later than the document, which nobody did yet."""
        return day.isoformat() if day and day <= self.engagement.day else ""

    def claimed(self, table: str, row_id: str, field: str, day: Day | None) -> str:
        """Return a day on which something was done, with the day of its entry where that was long after it."""
        said = self.past(day)
        if day is None or not said:
            return said
        late = entered_late(self.engagement.project, table, row_id, field, day)
        return self.phrases["date.entered_late"].format(day=said, entered=late.isoformat()) if late else said

    def state(self, one: ControlState) -> Runs:
        """Return the state of a control with its date or reason."""
        words = self.phrases[f"state.{one.state}"]
        match one.state:
            case "in_place" if one.since:
                words += f" {self.phrases['state.since']} {one.since.isoformat()}"
            case "planned" if one.start:
                words += f" {self.phrases['state.from']} {one.start.isoformat()}"
            case "run_by_vendor":
                words = f"{self.phrases['lead.run_by']} {self.engagement.vendor_name(one.vendor)}"
            case "does_not_apply":
                words += f": {one.reason}"
        return text(words, mark=Mark.OPEN if one.state == "not_confirmed" else Mark.NONE)

    def rhythm(self, one: ControlState) -> Runs:
        """Return how often a control is performed."""
        value = one.cadence.value if one.cadence else None
        if value is None or one.cadence is None:
            return (Run(self.phrases["notyet.cadence"], mark=Mark.OPEN),)
        mark = Mark.NONE if one.cadence.confirmed else Mark.SUGGESTED
        return text(self.phrases[f"cadence.adjective.{value}"], mark=mark)

    def places(self, control: str, *, most: int = 4) -> Runs:
        """Return where a control is written: the client's own policies, then ours by id with clauses.

        Of ours there are at most `most`, the fullest first.
        """
        own = self.own_places(control)
        ours = self._places_of_ours(control, most)
        return (*own, *text("; "), *ours) if own and ours else own or ours

    def own_places(self, control: str) -> Runs:
        """Return where policies of the client's own state a control; nothing where none does."""
        project = self.engagement.project
        return text("; ".join(place_in_own(one, project) for one in self.engagement.own_clauses.get(control, ())))

    def _places_of_ours(self, control: str, most: int) -> Runs:
        by_document: dict[str, list[ClauseEntry]] = {}
        for entry in self.clauses_of.get(control, ()):
            by_document.setdefault(entry.document, []).append(entry)
        fullest = sorted(by_document.items(), key=lambda found: -len(found[1]))
        runs: list[Run] = []
        for document, entries in fullest[:most]:
            words = f"{document} {in_ranges([entry.number for entry in entries])}"
            runs += [*text("; " if runs else ""), Run(words, target=entries[0].id)]
        more = len(fullest) - most
        return (*runs, *text("; " + self.phrases["places.more"].format(count=more))) if more > 0 else tuple(runs)


def register(
    ground: Ground,
    name: str,
    audience: Audience,
    blocks: tuple[Block, ...],
    facts: tuple[Fact, ...] = (),
    doc_id: str = "",
) -> Document:
    """Return a register as a document: an introduction from the words, then its tables."""
    phrases = ground.phrases
    intro = Paragraph(text(phrases[f"register.{name}.intro"]), "lead")
    if name in PRINTS_ENTERED_DAYS and ground.engagement.project.days_are_told:
        blocks = (Paragraph(text(phrases["register.days_told"])), *blocks)
    return Document(
        id=doc_id or phrases[f"register.{name}.id"],
        title=phrases[f"register.{name}.title"],
        kind="register",
        audience=audience,
        company=ground.company,
        date=ground.date,
        blocks=(intro, *say_when_empty(blocks, phrases)),
        cover=(*scope_facts(ground), *auditor_fact(ground), *facts),
        status=ground.status,
        version=ground.engagement.catalogue.version,
        landscape=True,
        footer=footer(ground),
    )


def as_old_as_made(
    made: Document, ground: Ground, entered: Iterable[Day | None] = (), tables: Iterable[str] = ()
) -> Document:
    """Return a register that is no older than what was entered into it: it then bears the day on which it is made.

    What was entered are the days given, and the claimed days of the tables it is made from.
    """
    days = (*entered, *entered_in(ground.engagement.project, tables))
    newest = max((day.isoformat() for day in days if day is not None), default="")
    return replace(made, date=max(ground.made_on, newest)) if newest > ground.date else made


def footer(ground: Ground) -> str:
    """Return what stands at the foot of a draft; nothing but the company on a final document."""
    return ground.company if ground.final else ground.phrases["footer.draft"]


def scope_facts(ground: Ground) -> tuple[Fact, ...]:
    """Return the lines every cover carries: service, categories, report."""
    engagement, phrases = ground.engagement, ground.phrases
    names = {category.id: category.name for category in engagement.catalogue.categories}
    categories = ", ".join(names[category] for category in engagement.scope.categories)
    service = engagement.answer_text("service") or f"[{phrases['open.service']}]"
    return (
        Fact(phrases["cover.service"], text(service)),
        Fact(phrases["cover.categories"], text(categories)),
        Fact(phrases["cover.report"], text(report_words(ground))),
    )


def auditor_fact(ground: Ground) -> tuple[Fact, ...]:
    """Return the line that names the audit firm; nothing while none is engaged."""
    firm = ground.engagement.answer_text("auditor_firm")
    return (Fact(ground.phrases["cover.auditor"], text(firm)),) if firm else ()


def report_words(ground: Ground) -> str:
    """Return "Type II, 2027-01-01 to 2027-06-30", with what is missing said."""
    scope, phrases = ground.engagement.scope, ground.phrases
    if not scope.report_type:
        return f"[{phrases['open.report']}]"
    kind = phrases[f"report.{scope.report_type}"]
    if scope.is_type_2:
        if scope.start and scope.end:
            return f"{kind}, {scope.start.isoformat()} {phrases['date.to']} {scope.end.isoformat()}"
        return f"{kind}, [{phrases['open.window']}]"
    return f"{kind}, {scope.as_of.isoformat() if scope.as_of else '[' + phrases['open.report_date'] + ']'}"


def tone(one: ControlState) -> str:
    """Return the colour of a state, always beside its words."""
    return {"in_place": "good", "run_by_vendor": "good", "planned": "warn", "not_confirmed": "bad"}.get(one.state, "")


def row(about: str, *cells: Runs | str, tone: str = "") -> Row:
    """Return a row; plain words become plain runs."""
    return Row(tuple(text(cell) if isinstance(cell, str) else cell for cell in cells), about, tone)


def in_ranges(numbers: list[str]) -> str:
    """Return clause numbers with neighbours of one section joined: "4.1-4.3, 6.2"."""
    ranges: list[tuple[str, int, int]] = []
    for number in numbers:
        section, _, last = number.partition(".")
        if ranges and ranges[-1][0] == section and int(last) == ranges[-1][2] + 1:
            ranges[-1] = (section, ranges[-1][1], int(last))
        else:
            ranges.append((section, int(last), int(last)))
    return ", ".join(f"{s}.{a}" if a == b else f"{s}.{a}-{s}.{b}" for s, a, b in ranges)
