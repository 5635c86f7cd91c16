"""Answers between plain text and typed values, each by the kind of its question."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer, Practice, Value
from soc2desk.domain.criteria import SECURITY
from soc2desk.domain.questions import PROMISES, Question, QuestionKind
from soc2desk.storage.values import (
    COLOR_PATTERN,
    NotFitting,
    cadence,
    day,
    did_you_mean,
    duration,
    entries,
    is_empty,
    many_of,
    matching,
    number,
    one_of,
    one_value,
    picture_name,
    quoted,
    yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain
    from soc2desk.storage.gathering import Gathering

COLORS, CATEGORIES = frozenset({"accent_color", "second_color"}), "categories"
NOT_YET, NOTHING = "not yet", "none"
PLANNED, FROM, SUGGESTED = "planned", "from", "suggested"


def answers_from(gathering: Gathering, catalogue: Catalogue) -> dict[str, Answer]:
    """Return the answers of a file by question id, in the order of the questions; what does not fit is gathered."""
    table = gathering.table(("answers",), gathering.data.get("answers"))
    for id_ in table:
        if id_ not in catalogue.questions:
            gathering.refuse_unknown(("answers", id_), "question", catalogue.questions)
    answers: dict[str, Answer] = {}
    for id_, question in catalogue.questions.items():
        if is_empty(table.get(id_)):
            continue
        answer = gathering.take(("answers", id_), partial(answer_from, table[id_], question))
        if answer is not None:
            answers[id_] = answer
    _check_window(gathering, answers)
    return answers


def answer_from(raw: Plain, question: Question) -> Answer:
    """Return one answer. Raises NotFitting with the rest of a sentence."""
    if isinstance(raw, dict):
        return _qualified(raw, question)
    if isinstance(raw, str) and raw.strip().casefold() == NOT_YET:
        return _not_yet(question)
    if question.optional and isinstance(raw, str) and raw.strip().casefold() == NOTHING:
        return Answer(None)
    return Answer(_value(raw, question))


def answer_to_plain(answer: Answer) -> Plain:
    """Return an answer as it is written in a file."""
    if answer.practice is Practice.NOT_YET:
        return NOT_YET
    written = NOTHING if answer.value is None else value_to_plain(answer.value)
    if answer.practice is Practice.PLANNED:
        return {PLANNED: written, **({FROM: answer.start.isoformat()} if answer.start else {})}
    return written if answer.confirmed else {SUGGESTED: written}


def value_to_plain(value: Value) -> Plain:
    """Return a typed value as text, or a list of texts."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def _not_yet(question: Question) -> Answer:
    if question.kind not in PROMISES:
        raise NotFitting(f'cannot be "{NOT_YET}": it does not say what you do.', "Leave it empty while nobody knows.")
    return Answer(None, practice=Practice.NOT_YET)


def _qualified(raw: dict[str, Plain], question: Question) -> Answer:
    if set(raw) == {SUGGESTED}:
        return Answer(_value(raw[SUGGESTED], question), confirmed=False)
    for key in raw:
        if key not in {PLANNED, FROM}:
            message = f"cannot hold {quoted(key)} here."
            raise NotFitting(message, did_you_mean(key, (PLANNED, FROM)) or _forms(question))
    if question.kind not in PROMISES:
        raise NotFitting("cannot be planned: it does not say what you do.", "Write the value alone.")
    if is_empty(raw.get(PLANNED)):
        raise NotFitting("says from when, but not what is planned.", _forms(question))
    return Answer(_value(raw[PLANNED], question), practice=Practice.PLANNED, start=_start(raw.get(FROM)))


def _start(raw: Plain) -> date | None:
    return None if is_empty(raw) else day(raw)


def _forms(question: Question) -> str:
    return "Write {planned: VALUE, from: DATE}." if question.kind in PROMISES else "Write the value alone."


def _value(raw: Plain, question: Question) -> Value:
    if is_empty(raw):
        raise NotFitting("holds no value.", "Leave the whole answer out while nobody knows it.")
    if question.id in COLORS:
        return matching(raw, COLOR_PATTERN, "a colour", "Write it in quotation marks: '#1f4e79'.").lower()
    chosen = _READERS[question.kind](raw, question)
    if question.id == CATEGORIES and isinstance(chosen, tuple) and SECURITY not in chosen:
        return (SECURITY, *chosen)
    return chosen


_READERS: Mapping[QuestionKind, Callable[[Plain, Question], Value]] = MappingProxyType(
    {
        QuestionKind.TEXT: lambda raw, _: one_value(raw),
        QuestionKind.LONG_TEXT: lambda raw, _: one_value(raw),
        QuestionKind.CHOICE: lambda raw, question: one_of(raw, question.choices),
        QuestionKind.MANY: lambda raw, question: many_of(raw, question.choices),
        QuestionKind.YES_NO: lambda raw, _: yes_no(raw),
        QuestionKind.NUMBER: lambda raw, question: number(raw, question.unit_label or question.unit),
        QuestionKind.DURATION: lambda raw, _: duration(raw),
        QuestionKind.CADENCE: lambda raw, question: cadence(raw, question.choices),
        QuestionKind.DATE: lambda raw, _: day(raw),
        QuestionKind.LIST: lambda raw, _: entries(raw),
        QuestionKind.PICTURE: lambda raw, _: picture_name(raw),
    }
)


def _check_window(gathering: Gathering, answers: dict[str, Answer]) -> None:
    ends = [answers[id_].value for id_ in ("window_start", "window_end") if id_ in answers]
    match ends:
        case [date_from, date_to] if date_from and date_to and str(date_to) < str(date_from):
            message = f"is {date_to}, before the window begins on {date_from}."
            gathering.refuse(("answers", "window_end"), message, "Exchange the two days, or mend the wrong one.")
        case _:
            pass
