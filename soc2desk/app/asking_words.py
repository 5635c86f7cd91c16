"""Plain values in the words that a person reads and writes: answers, and cells of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.import_cells import short
from soc2desk.app.table_fields import PERSON, SYSTEM, VENDOR
from soc2desk.domain.questions import Question, QuestionKind
from soc2desk.storage.codec_answers import FROM, NOT_YET, PLANNED, SUGGESTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.table_fields import Column
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain

NAMED_IN = {PERSON: "people", VENDOR: "vendors", SYSTEM: "systems"}
"""The table that holds what a column of such a kind names."""


def said_answer(held: Plain, question: Question, catalogue: Catalogue) -> str:
    """Return an answer in its plain form as one line; empty for none."""
    return ", ".join(lines_of(held, question, catalogue))


def lines_of(held: Plain, question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """Return an answer as the lines that a person would write."""
    phrases = catalogue.phrases
    if held is None:
        return ()
    if isinstance(held, dict):
        inner = held.get(SUGGESTED, held.get(PLANNED))
        return lines_of(inner, question, catalogue)
    if isinstance(held, list | tuple):
        return tuple(_choice(str(one), question) for one in held)
    words = str(held)
    if words == NOT_YET and question.kind not in {QuestionKind.TEXT, QuestionKind.LONG_TEXT}:
        return (phrases["asked.not_yet"],)
    if question.kind is QuestionKind.YES_NO and words in {"yes", "no"}:
        return (phrases[f"asked.{words}"],)
    return (f"{words} {question.unit_label}" if _has_unit(words, question) else _choice(words, question),)


def standing_of(held: Plain) -> tuple[str, str]:
    """Return where an answer stands (planned, not yet, suggested or nothing of these), and from which day."""
    if isinstance(held, dict):
        if SUGGESTED in held:
            return SUGGESTED, ""
        start = held.get(FROM)
        return PLANNED, str(start) if start else ""
    return (NOT_YET, "") if held == NOT_YET else ("", "")


def said_cell(held: Plain, column: Column, plain: Mapping[str, Plain], phrases: Mapping[str, str]) -> str:
    """Return a value of a row as a person would write it; empty for none."""
    if held is None or held == "":
        return ""
    if isinstance(held, list):
        return "\n".join(str(one) for one in held)
    words = str(held)
    if column.kind == QuestionKind.YES_NO:
        return phrases.get(f"asked.{words}", words)
    if column.kind == QuestionKind.CHOICE:
        return short(dict(column.choices).get(words, words))
    if column.kind in NAMED_IN:
        rows = plain.get(NAMED_IN[column.kind])
        row = rows.get(words) if isinstance(rows, dict) else None
        return str(row.get("name", words)) if isinstance(row, dict) else words
    return words


def _has_unit(words: str, question: Question) -> bool:
    return question.kind is QuestionKind.NUMBER and bool(question.unit_label) and words.isdigit()


def _choice(words: str, question: Question) -> str:
    label = question.choice_label(words) if question.choices else words
    return label[:1].upper() + label[1:] if question.choices else label
