"""All companies that differ in what some conditions ask: what holds for each of them holds for everybody."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import NOT_KNOWN, Condition, Known, NotKnown, decide, names_in
from soc2desk.domain.criteria import SECURITY
from soc2desk.domain.questions import Question, QuestionKind
from soc2desk.lint.names import with_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.catalogue import Catalogue

SCOPE = frozenset({"categories", "report_type", "control_set"})
"""What every company decides about its examination."""

_FROM_TABLES = ("small_firm", "has_subservices")
_SOMETHING = "something"


class Company(dict[str, "Known | NotKnown"]):
    """Answers by name. What nobody asked is not known."""

    def __missing__(self, _name: str) -> NotKnown:
        """Return the mark of a name that nobody answered."""
        return NOT_KNOWN

    def told(self, names: Iterable[str]) -> str:
        """Return the answers to some names, as a person reads them."""
        return ", ".join(f"{name}: {_said(self[name])}" for name in sorted(names) if name in self)


def companies(conditions: Iterable[Condition], catalogue: Catalogue) -> Iterator[Company]:
    """Yield one company for each way in which the conditions can be met, in every scope, report and set of controls."""
    every = tuple(conditions)
    names = with_conditions({*SCOPE, *(name for one in every for name in names_in(one))}, catalogue)
    every += tuple(q.when for q in catalogue.questions.values() if q.id in names)
    compared = {name: _compared(name, every) for name in names}
    asked = [question for question in catalogue.questions.values() if question.id in names]
    for company in _by_tables([name for name in _FROM_TABLES if name in names]):
        yield from _answered(company, asked, compared)


def _by_tables(names: list[str]) -> Iterator[Company]:
    if not names:
        yield Company()
        return
    for company in _by_tables(names[1:]):
        yield from (Company({names[0]: value, **company}) for value in (True, False))


def _answered(company: Company, asked: list[Question], compared: dict[str, tuple[str, ...]]) -> Iterator[Company]:
    if not asked:
        yield company
        return
    question, *others = asked
    hidden = decide(question.when, company) is False
    for value in _hidden(question) if hidden else _values(question, compared[question.id]):
        yield from _answered(_with(company, question.id, value), others, compared)


def _with(company: Company, name: str, value: Known) -> Company:
    more: dict[str, Known | NotKnown] = {name: value}
    match name:
        case "report_type":
            more["type_2"] = value == "type_2"
        case "has_office":
            more["fully_remote"] = not value
        case "handles_personal_information":
            more["holds_personal"] = value
    return Company({**company, **more})


def _hidden(question: Question) -> tuple[Known, ...]:
    return (False,) if question.kind is QuestionKind.YES_NO else (None,)


def _values(question: Question, compared: tuple[str, ...]) -> Iterator[Known]:
    match question.kind:
        case QuestionKind.YES_NO:
            yield from (True, False)
        case QuestionKind.CHOICE | QuestionKind.CADENCE:
            yield from question.choices or compared or (_SOMETHING,)
        case QuestionKind.MANY | QuestionKind.LIST:
            yield from _sets(question, compared)
        case _:
            yield from (_SOMETHING, *compared)
    if question.optional:
        yield None


def _sets(question: Question, compared: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    always = (SECURITY,) if question.id == "categories" else ()
    rest = [one for one in (question.choices if always else compared) if one not in always]
    for count in range(len(rest) + 1):
        yield from ((*always, *chosen) for chosen in combinations(rest, count))


def _compared(name: str, conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the words that some condition compares a name with."""
    found: dict[str, None] = {}
    for condition in conditions:
        if condition.op == "name" or not condition.of:
            continue
        if any(part.op == "name" and part.value == name for part in condition.of):
            words = (leaf.value for part in condition.of for leaf in (part.of or (part,)) if leaf.op == "constant")
            found |= dict.fromkeys(word for word in words if isinstance(word, str))
        found |= dict.fromkeys(_compared(name, condition.of))
    return tuple(found)


def _said(value: Known | NotKnown) -> str:
    if isinstance(value, tuple):
        return " + ".join(value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
