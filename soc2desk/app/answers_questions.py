"""Answers to questions that came back: read by their kind, and held against what stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare, space_of, typed
from soc2desk.app.answer_words import DONE, Written, answer_of
from soc2desk.app.answers_proposed import Fate, Proposal, Unread
from soc2desk.app.asking import ANSWERS, labels_of, may_wait
from soc2desk.app.asking_words import said_answer, standing_of
from soc2desk.domain.client_answers import brought_before
from soc2desk.domain.question_codes import state_of
from soc2desk.domain.questions import Question, QuestionKind
from soc2desk.storage.codec_answers import NOT_YET, NOTHING, PLANNED, SUGGESTED
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from soc2desk.app.answers_back import Line
    from soc2desk.app.session import Session
    from soc2desk.reading.located import Plain

_ANSWER, _STANDS, _FROM = 1, 2, 3
"""Cells behind the code: the question stands before them."""


class AnswersRead:
    """What is made of the answers. `is_form` tells that boxes stand in the cells; unsigned ones are suggestions."""

    def __init__(self, session: Session, prompts: tuple[str, ...], *, is_form: bool, is_signed: bool) -> None:
        self.catalogue = session.desk.catalogue
        self.phrases = self.catalogue.phrases
        answers = session.plain.get(ANSWERS)
        self.held: Mapping[str, Plain] = answers if isinstance(answers, dict) else {}
        self.prompts, self.is_form, self.is_signed = prompts, is_form, is_signed
        self.pages = {one.id: page.title for page in self.catalogue.pages for one in page.questions}
        self.brought = brought_before(session.project.client_answers)
        self.proposals: list[Proposal] = []
        self.unread: list[Unread] = []

    def read(self, lines: Iterable[Line]) -> None:
        """Read every line; what stands in the file twice with one answer is read once."""
        whole: dict[str, list[Line]] = {}
        choices: dict[str, list[tuple[str, Line]]] = {}
        for line in lines:
            name, _, choice = line.place.removeprefix(f"{ANSWERS}.").partition("/")
            if choice:
                choices.setdefault(name, []).append((choice, line))
            else:
                whole.setdefault(name, []).append(line)
        for id_, question in self.catalogue.questions.items():
            if id_ in whole or id_ in choices:
                self._question(question, whole.get(id_, []), choices.get(id_, []))

    def _question(self, question: Question, lines: Sequence[Line], choices: Sequence[tuple[str, Line]]) -> None:
        first = lines[0] if lines else choices[0][1]
        try:
            for line in lines:
                self._check_marks(line)
            found = [self._answer(line, choices, question) for line in (lines or (None,))]
            value = self._only(found)
            if value is not None:
                self._propose(question, first, value)
        except NotFitting as error:
            # What a kind says of itself goes on after its place.
            said = error.message if error.message[:1].isupper() else f"This {error.message}"
            self.unread.append(Unread(question.label, first.where, f"{said} {error.hint or ''}".strip()))

    def _only(self, found: Sequence[Plain]) -> Plain:
        """Return the one answer that lines give; None for none. Raises NotFitting where they differ."""
        given = [one for one in found if one is not None]
        if any(one != given[0] for one in given[1:]):
            raise NotFitting(self.phrases["asked.told.twice"])
        return given[0] if given else None

    def _check_marks(self, line: Line) -> None:
        """Refuse a line of which tag, bookmark and code name different questions."""
        named = {place for place in line.places if "/" not in place}
        if len(named) > 1:
            raise NotFitting(self.phrases["asked.told.other"])

    # ---- one answer --------------------------------------------------------------------------------------

    def _answer(self, line: Line | None, choices: Sequence[tuple[str, Line]], question: Question) -> Plain:
        labels = dict(zip(question.choices, labels_of(question), strict=True))
        if question.kind is QuestionKind.CADENCE:
            labels = {id_: self.phrases.get(f"cadence.adjective.{id_}", id_) for id_ in question.choices}
        cells = line.cells if line is not None else ()
        written = self._of_form(cells, question) if self.is_form else self._of_sheet(cells, choices, question)
        return answer_of(written, question, labels)

    def _of_form(self, cells: Sequence[str], question: Question) -> Written:
        """Return what stands in a cell of a Word file, boxes included."""
        boxes: dict[str, str] = {}
        if question.kind is QuestionKind.MANY:
            boxes = dict(zip(labels_of(question), question.choices, strict=True))
        elif question.kind is QuestionKind.YES_NO:
            boxes = {self.phrases[f"asked.{word}"]: word for word in ("yes", "no")}
        waits = {self.phrases["asked.not_yet"]: NOT_YET, self.phrases["asked.planned"]: PLANNED}
        labels = (*boxes, *(waits if may_wait(question) else ()))
        space = space_of(cells[_ANSWER] if len(cells) > _ANSWER else "", labels, self.prompts)
        ticked = tuple(boxes[label] for label in space.ticked if label in boxes)
        standings = tuple(waits[label] for label in space.ticked if label in waits)
        words = _without_unit(space.words, question)
        if space.after and not may_wait(question):
            words = f"{words}\n{space.after}".strip()
        return Written(words, ticked, standings, space.after if may_wait(question) else "")

    def _of_sheet(self, cells: Sequence[str], choices: Sequence[tuple[str, Line]], question: Question) -> Written:
        """Return what stands in the cells of a workbook."""
        stands = {"done": DONE, "not_yet": NOT_YET, "we_will": PLANNED}
        known = {bare(self.phrases[f"asked.{key}"]): standing for key, standing in stands.items()}
        words, said, start = (cells[at] if at < len(cells) else "" for at in (_ANSWER, _STANDS, _FROM))
        if said and bare(said) not in known:
            message = f"says {said[:40]!r} of how it is today, which is none of the choices."
            raise NotFitting(message, "Choose a line of the list in that cell.")
        ticked = []
        for choice, line in choices:
            mark = bare(line.cells[_ANSWER]) if len(line.cells) > _ANSWER else ""
            if mark and self._is_yes(mark, line):
                ticked.append(choice)
        if choices and not ticked and any(len(line.cells) > _ANSWER and line.cells[_ANSWER] for _, line in choices):
            words = words or self._none_of(question)
        return Written(words, tuple(ticked), (known[bare(said)],) if said else (), start)

    def _none_of(self, question: Question) -> str:
        """Return what it means that no choice holds: that there is none, where that is an answer."""
        if not question.optional:
            raise NotFitting("says no to every choice.", "Say yes to one at least, or leave all of them empty.")
        return ""

    def _is_yes(self, mark: str, line: Line) -> bool:
        from soc2desk.app.import_cells import NO, YES

        if mark not in YES | NO:
            message = f"has {mark[:40]!r} at {line.where}, and takes yes or no."
            raise NotFitting(message)
        return mark in YES

    # ---- against what stands here --------------------------------------------------------------------------

    def _propose(self, question: Question, line: Line, value: Plain) -> None:
        place, held = f"{ANSWERS}.{question.id}", self.held.get(question.id)
        taken = value if self.is_signed else self._suggested(value, held, question)
        fate = self._fate(place, line, held, taken)
        self.proposals.append(
            Proposal(
                place,
                self.pages[question.id],
                question.label,
                line.where,
                self._said(held, question),
                self._said(taken, question),
                fate,
                {} if fate is Fate.SAME else {(ANSWERS, question.id): taken},
            )
        )

    def _suggested(self, value: Plain, held: Plain, question: Question) -> Plain:
        """Return an answer as somebody unknown gave it: a suggestion. What says that nothing is done is no promise."""
        if _alike(value, held) or _alike(value, _suggestion_in(held)):
            return held
        if isinstance(value, dict):
            raise NotFitting(self.phrases["asked.told.unsigned_plan"])
        if value == NOT_YET or (question.optional and isinstance(value, str) and value.casefold() == NOTHING):
            return value
        return {SUGGESTED: value}

    def _fate(self, place: str, line: Line, held: Plain, value: Plain) -> Fate:
        if held is not None and _alike(value, held):
            return Fate.SAME
        # Whenever the suggestion came here: the client says it too, so nothing is lost by taking it.
        if _alike(value, _suggestion_in(held)):
            return Fate.CONFIRMS
        if line.state and line.state != state_of(place, held):
            return Fate.CLASH
        if held is None:
            # What a file brought before, and stands here no more, was taken out here.
            return Fate.CLASH if place in self.brought else Fate.NEW
        # Without its second code a line does not say what stood here when it was asked.
        return Fate.CHANGED if line.state else Fate.CLASH

    def _said(self, held: Plain, question: Question) -> str:
        words = said_answer(held, question, self.catalogue)
        standing, start = standing_of(held)
        if standing == SUGGESTED:
            return self.phrases["asked.said.suggested"].format(value=words)
        if standing == PLANNED:
            key = "planned_from" if start else "planned"
            return self.phrases[f"asked.said.{key}"].format(value=words, day=start)
        return words


def _without_unit(words: str, question: Question) -> str:
    """Return words without the unit that is printed behind the space for a number."""
    unit = question.unit_label
    return words[: -len(unit)].rstrip() if unit and bare(words).endswith(bare(unit)) else words


def _suggestion_in(held: Plain) -> Plain:
    """Return what stands here without being confirmed; None for anything else."""
    return held.get(SUGGESTED) if isinstance(held, dict) else None


def _alike(one: Plain, other: Plain) -> bool:
    """Whether two answers are one, whatever a program made of quotes and dashes while it was typed."""
    if isinstance(one, str) and isinstance(other, str):
        return typed(one) == typed(other)
    if isinstance(one, list) and isinstance(other, list):
        return [typed(str(part)) for part in one] == [typed(str(part)) for part in other]
    return one == other
