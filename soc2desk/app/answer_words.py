"""An answer that a client wrote, as the plain form a file takes: numbers with units, days, choices, not yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare, says_nothing, typed
from soc2desk.app.import_cells import NO, YES, day_of
from soc2desk.domain.questions import PROMISES, QuestionKind
from soc2desk.storage.codec_answers import FROM, NOT_YET, PLANNED
from soc2desk.storage.values import NotFitting, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.domain.questions import Question
    from soc2desk.reading.located import Plain

DONE = "done"
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3}(?:[ ,'][0-9]{3})+|[0-9]+)(?:[.,]0{1,2})?\s*(?P<unit>\D*)")
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "heure", "heures"), "hours"),
        **dict.fromkeys(("d", "day", "days", "calendar day", "calendar days", "jour", "jours"), "days"),
        **dict.fromkeys(
            ("business day", "business days", "working day", "working days", "jour ouvrable", "jours ouvrables"),
            "business days",
        ),
        **dict.fromkeys(("min", "mins", "minute", "minutes"), "minutes"),
    }
)
_SAME_AS = MappingProxyType({"working days": "business days"})


@dataclass(frozen=True, slots=True)
class Written:
    """What came back for one question. `ticked` are choice ids, "yes" or "no"; `standing` is DONE, NOT_YET, PLANNED.

    `start` are the words of the day from which.
    """

    words: str = ""
    ticked: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    start: str = ""


def answer_of(written: Written, question: Question, labels: Mapping[str, str]) -> Plain:
    """Return an answer in its plain form; None where nothing was answered. `labels` are further words of choices.

    Raises NotFitting with the rest of a sentence for what cannot be read, or says two things.
    """
    words = written.words.strip()
    if question.unit_label and bare(words) == bare(question.unit_label):
        # The unit is printed beside the space.
        words = ""
    if says_nothing(words):
        hint = "Leave it empty where it does not apply, or write the answer."
        raise NotFitting(f"says {quoted(words)}, which is no answer.", hint)
    standing = _standing(written)
    if question.kind in PROMISES and bare(words) == NOT_YET:
        words, standing = "", NOT_YET
    value = _value(words, written.ticked, question, labels)
    if standing == NOT_YET:
        if value not in {None, "no"} if not isinstance(value, list) else value:
            raise NotFitting("says not yet, and gives an answer too.", "Leave one of the two.")
        return NOT_YET
    if standing == PLANNED:
        return _planned(value, written.start, question)
    return value


def _standing(written: Written) -> str:
    said = set(written.standings)
    if len(said) > 1:
        raise NotFitting("says more than one thing about how it is today.", "Leave one of them.")
    standing = next(iter(said), "")
    if written.start and standing == NOT_YET:
        raise NotFitting("says not yet, and from which day.", "Tick that you will, or take the day out.")
    if written.start and standing == DONE:
        raise NotFitting("says that you do it today, and from which day you will.", "Leave one of the two.")
    return PLANNED if written.start else standing


def _planned(value: Plain, start: str, question: Question) -> Plain:
    if question.kind is QuestionKind.YES_NO:
        value = "yes"
    if value is None:
        raise NotFitting("says from when, but not what is planned.", "Write the answer that will hold then.")
    return {PLANNED: value, **({FROM: day_of(start).isoformat()} if start else {})}


def _value(words: str, ticked: tuple[str, ...], question: Question, labels: Mapping[str, str]) -> Plain:
    match question.kind:
        case QuestionKind.YES_NO:
            return _yes_no(words, ticked)
        case QuestionKind.MANY:
            return _many(words, ticked, question, labels)
        case QuestionKind.CHOICE | QuestionKind.CADENCE:
            return _choice(words, question, labels) if words else None
        case _ if not words:
            return None
        case _:
            return _READERS[question.kind](words, question)


def _yes_no(words: str, ticked: tuple[str, ...]) -> Plain:
    said = set(ticked)
    if words:
        word = bare(words)
        if word not in YES | NO:
            message = f"is {quoted(words)}, and takes yes or no."
            raise NotFitting(message)
        said.add("yes" if word in YES else "no")
    if len(said) > 1:
        raise NotFitting("says both yes and no.", "Leave one of the two.")
    return next(iter(said), None)


def _many(words: str, ticked: tuple[str, ...], question: Question, labels: Mapping[str, str]) -> Plain:
    chosen = set(ticked)
    for part in re.split("[\n;]", words):
        if part.strip(" -\u2022\t"):
            chosen.add(_choice(part.strip(" -\u2022\t"), question, labels))
    return [choice for choice in question.choices if choice in chosen] or None


def _choice(words: str, question: Question, labels: Mapping[str, str]) -> str:
    known = {bare(id_): id_ for id_ in question.choices}
    known |= {bare(id_.replace("_", " ")): id_ for id_ in question.choices}
    known |= {bare(question.choice_label(id_)): id_ for id_ in question.choices}
    known |= {bare(label): id_ for id_, label in labels.items() if id_ in question.choices}
    found = known.get(bare(words))
    if found is None:
        offered = [question.choice_label(id_) for id_ in question.choices]
        message = f"is {quoted(words)}, which is none of the choices."
        raise NotFitting(message, did_you_mean(words, offered) or f"It takes: {', '.join(offered)}.")
    return found


def _number(words: str, question: Question) -> str:
    found = _NUMBER.fullmatch(typed(words))
    if found is None:
        message = f"is {quoted(words)}, which is no whole number that can be read without guessing."
        raise NotFitting(message, f"Write the number alone, in {question.unit_label}.")
    unit = bare(found["unit"])
    wanted = _SAME_AS.get(question.unit_label, question.unit_label)
    if unit and _UNITS.get(unit, unit) not in {wanted, wanted.removesuffix("s")}:
        message = f"is {quoted(words)}, and is asked in {question.unit_label}."
        raise NotFitting(message, f"Write the number of {question.unit_label}.")
    return str(int(re.sub("[ ,']", "", found["number"])))


def _duration(words: str, _: Question) -> str:
    found = _NUMBER.fullmatch(typed(words))
    unit = _UNITS.get(bare(found["unit"]), "") if found else ""
    if found is None or unit not in {"hours", "days", "business days"}:
        message = f"is {quoted(words)}, which is no length of time that can be read."
        raise NotFitting(message, "Write a number and a unit: 4 hours, 2 days or 1 business day.")
    amount = int(re.sub("[ ,']", "", found["number"]))
    return f"{amount} {unit if amount != 1 else unit.removesuffix('s')}"


def _entries(words: str, _: Question) -> Plain:
    parts = re.split("[\n;]", words)
    if len(parts) == 1:
        parts = words.split(",")
    return [entry for part in parts if (entry := part.strip(" \t-\u2022\u00b7"))]


_READERS: Mapping[QuestionKind, Callable[[str, Question], Plain]] = MappingProxyType(
    {
        QuestionKind.TEXT: lambda words, _: " ".join(words.split()),
        QuestionKind.LONG_TEXT: lambda words, _: "\n".join(line.rstrip() for line in words.split("\n")),
        QuestionKind.NUMBER: _number,
        QuestionKind.DURATION: _duration,
        QuestionKind.DATE: lambda words, _: day_of(typed(words)).isoformat(),
        QuestionKind.LIST: _entries,
        QuestionKind.PICTURE: lambda words, _: words,
    }
)
