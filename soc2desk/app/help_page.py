"""The help of a question, a word of the trade, a criterion or a page: a short document whose links lead on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.appearing import links_of
from soc2desk.app.deciding import asked_by
from soc2desk.document.blocks import Audience, Bullets, Document, Heading, ListItem, Paragraph, Run
from soc2desk.domain.terms import terms_in
from soc2desk.renderers.screen import UNCHANGED, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from soc2desk.app.appearing import Say
    from soc2desk.app.appears import AppearsIndex
    from soc2desk.document.blocks import Block, Runs
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.criteria import Criterion
    from soc2desk.domain.questions import Page, Question
    from soc2desk.domain.terms import Term

    _Line = tuple[tuple[str, str], ...]

HELP = "help."


@dataclass(frozen=True, slots=True)
class Help:
    """One help page for the screen. `title` is what it is about."""

    title: str
    html: str


def help_of(place: str, index: AppearsIndex, say: Say) -> Help:
    """Return the help of a place: help.<question, term, criterion or control>, answers.<question> or pages.<page>.

    What nobody knows gets the glossary.
    """
    page = _Writer(index, say).write(place.removeprefix(HELP))
    document = Document(HELP, page.title, "page", Audience.INTERNAL, "", "", page.blocks, status="")
    targets = {run.target for runs in page.runs() for run in runs if run.target}
    return Help(page.title, render(document, UNCHANGED, targets))


@dataclass(frozen=True, slots=True)
class _Text:
    title: str
    blocks: tuple[Block, ...]

    def runs(self) -> Iterator[Runs]:
        for block in self.blocks:
            if isinstance(block, Bullets):
                yield from (item.runs for item in block.items)
            elif isinstance(block, Paragraph):
                yield block.runs


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes help pages as blocks, so that what a person typed is escaped where all text is."""

    index: AppearsIndex
    say: Say

    @property
    def catalogue(self) -> Catalogue:
        return self.index.engagement.catalogue

    def write(self, place: str) -> _Text:
        name = place.partition(".")[2] or place
        catalogue = self.catalogue
        if name in catalogue.questions:
            return self.question(catalogue.questions[name])
        if name in catalogue.term:
            return self.term(catalogue.term[name])
        if name in catalogue.criterion:
            return self.criterion(catalogue.criterion[name])
        state = self.index.engagement.state.get(name)
        if state is not None:
            return self.control(state)
        page = next((one for one in catalogue.pages if one.id == name), None)
        return self.page(page) if page else self.glossary()

    def question(self, question: Question) -> _Text:
        controls = self._controls_behind(question.id)
        said = f"{question.label} {question.why} {question.help}"
        return _Text(
            question.label,
            (
                *self._text(question.why, "lead"),
                *self._text(question.help),
                *self._lines("", [((f"answers.{question.id}", self.say("preview.help.go")),)]),
                *self._appears(question.id),
                *self._lines("controls", [self._control_line(one) for one in controls]),
                *self._criteria(controls),
                *self._requests(controls),
                *self._terms(said),
            ),
        )

    def _controls_behind(self, question: str) -> list[ControlState]:
        asked = ((one, {one.control.cadence_from, *asked_by(one.control)}) for one in self.index.engagement.controls)
        return [one for one, names in asked if one.applies and question in names]

    def _appears(self, question: str) -> tuple[Block, ...]:
        found = self.index.of(question)
        links = links_of(found, self.say, "")
        return self._lines("prints" if found.prints else "decides", [(link,) for link in links])

    def _control_line(self, one: ControlState) -> _Line:
        return ((f"control_states.{one.id}", one.id), ("", f" {one.control.title}"))

    def _criteria(self, controls: list[ControlState]) -> tuple[Block, ...]:
        met = {criterion for one in controls for criterion in one.criteria}
        known = [one for one in self.catalogue.criteria if one.id in met]
        lines = [((f"criteria.{one.id}", one.id), ("", f" {one.title}. {one.description}")) for one in known]
        return self._lines("criteria", lines)

    def _requests(self, controls: list[ControlState]) -> tuple[Block, ...]:
        ids = {one.id for one in controls}
        engagement = self.index.engagement
        asked = [one for one in engagement.requests if ids.intersection(engagement.asked_for(one))]
        lines = [(("", f"{one.id} {one.request}"),) for one in asked]
        return self._lines("requests", lines)

    def _terms(self, text: str) -> tuple[Block, ...]:
        found = [mention.term for mention in terms_in(text, self.catalogue.terms)]
        return self._lines("terms", [self._term_line(one) for one in found])

    def _term_line(self, one: Term) -> _Line:
        return ((f"{HELP}{one.id}", one.term), ("", f": {one.meaning}"))

    def term(self, term: Term) -> _Text:
        see = [((self._place_of(name), self._title_of(name)),) for name in term.see]
        return _Text(term.term, (*self._text(term.meaning, "lead"), *self._lines("see", see), *self._all_terms()))

    def _place_of(self, name: str) -> str:
        return f"criteria.{name}" if name in self.catalogue.criterion else f"{HELP}{name}"

    def _title_of(self, name: str) -> str:
        catalogue = self.catalogue
        if name in catalogue.questions:
            return catalogue.questions[name].label
        if name in catalogue.criterion:
            return f"{name} {catalogue.criterion[name].title}"
        return catalogue.term[name].term if name in catalogue.term else name

    def criterion(self, one: Criterion) -> _Text:
        controls = [state for state in self.index.engagement.controls if one.id in state.criteria and state.applies]
        lines = [self._control_line(state) for state in controls]
        return _Text(
            f"{one.id} {one.title}",
            (
                *self._text(one.description, "lead"),
                *self._lines("", [((f"criteria.{one.id}", self.say("preview.help.go_criterion")),)]),
                *self._lines("controls", lines),
                *self._requests(controls),
            ),
        )

    def control(self, one: ControlState) -> _Text:
        control = one.control
        return _Text(
            f"{one.id} {control.title}",
            (
                *self._text(control.prevents, "lead"),
                *self._lines("", [((f"control_states.{one.id}", self.say("preview.help.go_control")),)]),
                *self._criteria([one]),
                *self._requests([one]),
                *self._terms(f"{control.title} {control.prevents}"),
            ),
        )

    def page(self, page: Page) -> _Text:
        questions = [((f"{HELP}{one.id}", one.label),) for one in page.questions]
        asked = self._lines("asked", questions)
        return _Text(page.title, (*self._text(page.intro, "lead"), *asked, *self._all_terms()))

    def glossary(self) -> _Text:
        terms = sorted(self.catalogue.terms, key=lambda one: one.term.casefold())
        lines = self._lines("", [self._term_line(one) for one in terms])
        return _Text(self.say("preview.help.glossary"), lines or self._text(self.say("preview.help.nothing")))

    def _all_terms(self) -> tuple[Block, ...]:
        return self._lines("", [((f"{HELP}glossary", self.say("preview.help.all_terms")),)])

    def _text(self, text: str, style: str = "body") -> tuple[Block, ...]:
        """Return a text with its words of the trade linked to what they mean; nothing for no text."""
        runs, at = [], 0
        for mention in sorted(terms_in(text, self.catalogue.terms), key=lambda one: one.start):
            runs += [Run(text[at : mention.start])]
            runs += [Run(text[mention.start : mention.end], target=f"{HELP}{mention.term.id}")]
            at = mention.end
        return (Paragraph((*(run for run in runs if run.text), Run(text[at:])), style),) if text else ()

    def _lines(self, title: str, lines: Sequence[_Line]) -> tuple[Block, ...]:
        """Return a heading and lines of pieces, each a place to lead to, or none, and words."""
        items = tuple(ListItem(tuple(Run(words, target=place) for place, words in line)) for line in lines)
        if not items:
            return ()
        if not title:
            return tuple(Paragraph(item.runs) for item in items)
        return (Heading((Run(self.say(f"preview.help.{title}")),)), Bullets(items))
