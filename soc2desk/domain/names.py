"""Every name a template or condition may use, with what stands behind it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer, Duration, Practice, Value
from soc2desk.domain.conditions import NOT_KNOWN, Known, NotKnown, decide
from soc2desk.domain.criteria import SECURITY
from soc2desk.domain.questions import Question, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control
    from soc2desk.domain.project import Project

SMALL = 2
"""A firm of this many people or fewer cannot keep every pair of duties apart."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands behind a name: its question (None for a derived name) and its answer (None while open).

    `hidden` is True where the question does not matter for this company.
    """

    name: str
    answer: Answer | None
    question: Question | None = None
    hidden: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer it."""
        return self.answer is None and not self.hidden

    @property
    def is_suggested(self) -> bool:
        """Whether it stands on a usual value that nobody confirmed."""
        return self.answer is not None and not self.answer.confirmed

    @property
    def is_planned(self) -> bool:
        """Whether the company does not do it yet."""
        return self.answer is not None and self.answer.practice is not Practice.DONE

    @property
    def is_promise_ahead(self) -> bool:
        """Whether a sentence that prints the value says more than the company does today.

        A yes / no answer only switches words on and off: until it is done, the words are not there.
        """
        return self.is_planned and not self.is_yes_no

    @property
    def is_yes_no(self) -> bool:
        """Whether it only switches words on and off."""
        return self.question is not None and self.question.kind is QuestionKind.YES_NO


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one engagement: for printing in `stated`, for conditions in `known`."""

    stated: Mapping[str, Stated]
    known: Mapping[str, Known | NotKnown]


def cadence_name(control_id: str) -> str:
    """Return the name under which templates reach a control's rhythm, for example cadence_acc_07."""
    return "cadence_" + control_id.lower().replace("-", "_")


def gather_names(catalogue: Catalogue, project: Project, day: date) -> Names:
    """Return every name with its present value; hidden questions count as answered with nothing."""
    stated: dict[str, Stated] = {}
    known: dict[str, Known | NotKnown] = _from_tables(project, day)
    for question in catalogue.questions.values():
        one = _state(question, project, known)
        stated[question.id] = one
        known[question.id] = _known(one)
    known |= _derived(known) | {
        "period_over": _is_over(known, day),
        "retired_in_period": _retired(project, known),
    }
    for control in catalogue.controls:
        name = cadence_name(control.id)
        stated[name] = Stated(name, control_cadence(control, stated))
        known[name] = _known(stated[name])
    return Names(stated, known)


def control_cadence(control: Control, stated: Mapping[str, Stated]) -> Answer | None:
    """Return the rhythm of a control: the answer that sets it, or the library's own. None while not answered."""
    if control.cadence_from:
        return stated[control.cadence_from].answer
    return Answer(control.cadence)


def _state(question: Question, project: Project, known: Mapping[str, Known | NotKnown]) -> Stated:
    matters = decide(question.when, known)
    if matters is False:
        return Stated(question.id, None, question, hidden=True)
    answer = project.answers.get(question.id)
    if answer is None and question.suggest is not None:
        answer = Answer(suggested_value(question), confirmed=False)
    if answer is None and question.optional:
        answer = Answer(None)
    if question.id == "categories" and answer is not None:
        answer = _with_security(answer)
    return Stated(question.id, answer, question)


def _with_security(answer: Answer) -> Answer:
    chosen = answer.value if isinstance(answer.value, tuple) else ()
    return Answer((SECURITY, *(c for c in chosen if c != SECURITY)), answer.confirmed)


def suggested_value(question: Question) -> Value:
    """Return the usual value of a question in its type. Only for questions that have one."""
    usual = question.suggest or ""
    match question.kind:
        case QuestionKind.NUMBER:
            return int(usual)
        case QuestionKind.DURATION:
            amount, _, unit = usual.partition(" ")
            return Duration(int(amount), unit if unit.endswith("s") else unit + "s")
        case QuestionKind.MANY | QuestionKind.LIST:
            return (usual,)
        case _:
            return usual


def _known(stated: Stated) -> Known | NotKnown:
    if stated.answer is None and not stated.hidden:
        return NOT_KNOWN
    if stated.answer is None or stated.answer.practice is Practice.NOT_YET:
        return False if stated.is_yes_no else None
    value = stated.answer.value
    if stated.is_yes_no and stated.is_planned:
        return not value
    if isinstance(value, Duration | date):
        return str(value)
    return value


def _from_tables(project: Project, day: date) -> dict[str, Known | NotKnown]:
    """Return what the tables of people and vendors say: known before any question is."""
    here = sum(person.is_here(day) for person in project.people)
    return {
        "small_firm": here <= SMALL if project.people else NOT_KNOWN,
        "one_person": here == 1 if project.people else NOT_KNOWN,
        "has_subservices": any(vendor.subservice for vendor in project.vendors),
        "has_personal_vendors": any(vendor.holds_personal_information for vendor in project.vendors),
        "has_notice_vendors": any(vendor.is_named_in_notice for vendor in project.vendors),
    }


def _is_over(known: Mapping[str, Known | NotKnown], day: date) -> Known | NotKnown:
    """Say whether the last day that the report examines is behind us."""
    last = known["window_end" if known["report_type"] == "type_2" else "report_date"]
    return day.isoformat() > last if isinstance(last, str) else NOT_KNOWN


def _retired(project: Project, known: Mapping[str, Known | NotKnown]) -> bool:
    """Say whether a control was retired between the first and the last day that the report examines."""
    first, last = known["window_start"], known["window_end"]
    if not isinstance(first, str) or not isinstance(last, str):
        return False
    ends = ((one.asked_until.isoformat(), one.last_day.isoformat()) for one in project.retired_controls)
    return any(first <= until and ended < last for until, ended in ends)


def _derived(known: Mapping[str, Known | NotKnown]) -> dict[str, Known | NotKnown]:
    report, office = known["report_type"], known["has_office"]
    return {
        "type_2": report if isinstance(report, NotKnown) else report == "type_2",
        "fully_remote": office if isinstance(office, NotKnown) else not office,
        "holds_personal": known["handles_personal_information"],
    }
