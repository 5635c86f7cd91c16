"""How a value is said in a sentence: figures with units, rhythms, lists, dates, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark, Run
from soc2desk.domain.answers import Answer, Practice
from soc2desk.domain.questions import Question, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.names import Stated

CADENCE_FORMS = ("each", "adjective", "noun")


def say(stated: Stated, filters: tuple[str, ...], phrases: Mapping[str, str]) -> Run:
    """Return the words for a name, marked where it is open, suggested or planned."""
    answer = stated.answer
    if answer is None:
        label = stated.question.label if stated.question else stated.name
        return Run(f"[{label}]", mark=Mark.OPEN, names=(stated.name,))
    if answer.practice is Practice.NOT_YET:
        return _run(_not_yet(stated.question, phrases), Mark.PLANNED, stated.name, filters)
    words = _words(answer, stated.question, filters, phrases)
    if not answer.confirmed:
        return _run(f"[{words}: {phrases['mark.suggested']}]", Mark.SUGGESTED, stated.name, filters)
    mark = Mark.PLANNED if answer.practice is Practice.PLANNED else Mark.NONE
    return _run(words, mark, stated.name, filters)


def _run(words: str, mark: Mark, name: str, filters: tuple[str, ...]) -> Run:
    if "capital" in filters:
        words = capital(words)
    return Run(words, mark=mark, names=(name,))


def capital(words: str) -> str:
    """Return the words with a capital first letter, also behind an opening bracket."""
    start = 1 if words.startswith("[") else 0
    return words[:start] + words[start : start + 1].upper() + words[start + 1 :]


def _not_yet(question: Question | None, phrases: Mapping[str, str]) -> str:
    kind = question.kind if question else QuestionKind.CADENCE
    return phrases.get(f"notyet.{kind}", phrases["notyet.number"])


def _words(answer: Answer, question: Question | None, filters: tuple[str, ...], phrases: Mapping[str, str]) -> str:
    value = answer.value
    kind = question.kind if question else QuestionKind.CADENCE
    if value is None or isinstance(value, bool):
        return phrases[{None: "value.none", True: "answer.yes", False: "answer.no"}[value]].lower()
    if isinstance(value, date):
        return say_date(value, phrases)
    if isinstance(value, tuple):
        labels = [question.choice_label(v) for v in value] if question else list(value)
        return listed(labels, phrases)
    if kind is QuestionKind.CADENCE:
        form = next((f for f in filters if f in CADENCE_FORMS), "each")
        # What a machine does "every day" includes the days on which nobody works.
        own = f"cadence.{question.id if question else ''}.{form}.{value}"
        return phrases.get(own, phrases[f"cadence.{form}.{value}"])
    if kind is QuestionKind.NUMBER and question and "amount" in filters:
        form = "one" if value == 1 else "many"
        return f"{value} {phrases[f'unit.{question.unit}.{form}']}"
    return question.choice_label(str(value)) if kind is QuestionKind.CHOICE and question else str(value)


def listed(words: list[str], phrases: Mapping[str, str]) -> str:
    """Return "A, B and C"; where one of them holds a comma itself, "A, B; C; and D"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words) or phrases["value.none"]
    if any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; {phrases['list.and']} {words[-1]}"
    return f"{', '.join(words[:-1])} {phrases['list.and']} {words[-1]}"


def say_date(day: date, phrases: Mapping[str, str]) -> str:
    """Return a date written out: 1 February 2027."""
    return f"{day.day} {phrases[f'month.{day.month}']} {day.year}"


def one_full_stop(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs with one full stop where a name that ends in one ("Inc.") closes a sentence."""
    kept: list[Run] = []
    for run in runs:
        doubled = kept and kept[-1].text.endswith(".") and run.text.startswith(".") and not run.text.startswith("..")
        one = replace(run, text=run.text[1:]) if doubled else run
        if one.text:
            kept.append(one)
    return tuple(kept)
