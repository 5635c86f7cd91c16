"""Pages and questions of the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.found import Found, join, read_sheets, words
from soc2desk.content.names import read_condition
from soc2desk.content.rows import PageFile
from soc2desk.domain.questions import Page, Question, QuestionKind

if TYPE_CHECKING:
    from soc2desk.content.found import Files, Sheet
    from soc2desk.content.names import Names
    from soc2desk.content.read_words import Phrases
    from soc2desk.content.rows import QuestionRow
    from soc2desk.content.words import QuestionWords, WordsFile
    from soc2desk.domain.problems import Problem

def read_pages(
    files: Files, texts: list[Sheet[WordsFile]], phrases: Phrases, names: Names, problems: list[Problem]
) -> tuple[Page, ...]:
    """Return the pages in the order of their files; each question is added to `names` as it is read.

    So a condition of a question can ask only for what was asked before it.
    """
    sheets = read_sheets(files, "resources/interview/", PageFile, "page")
    pages = [Found(sheet.content.id, sheet.content, sheet.located, ()) for sheet in sheets]
    asked = [
        Found(row.id, row, page.located, ("questions", index))
        for page in pages
        for index, row in enumerate(page.value.questions)
    ]
    made: dict[str, Question] = {}
    for row, text in join(asked, words(texts, "questions", problems), "question", problems):
        if row.id in names:
            problems.append(row.refuse(f"The question {row.id} stands here for the second time, or its name is taken."))
        made[row.id] = names[row.id] = _question(row, text, phrases, names, problems)
    return tuple(
        Page(page.id, title.value, tuple(made[row.id] for row in page.value.questions if row.id in made))
        for page, title in join(pages, words(texts, "pages", problems), "page", problems)
    )


def _question(
    row: Found[QuestionRow], text: Found[QuestionWords], phrases: Phrases, names: Names, problems: list[Problem]
) -> Question:
    asked, said = row.value, text.value
    _check_suggestion(row, problems)
    return Question(
        id=asked.id,
        kind=asked.kind,
        label=said.label,
        why=said.why,
        choices=asked.choices,
        choice_labels=_labels(row, text, phrases, problems),
        suggest=asked.suggest,
        unit=asked.unit,
        unit_label=_unit_label(row, said, phrases, problems),
        when=read_condition(row, asked.when, names, problems, "when"),
        optional=asked.optional,
    )


def _labels(
    row: Found[QuestionRow], text: Found[QuestionWords], phrases: Phrases, problems: list[Problem]
) -> tuple[str, ...]:
    if row.value.kind is QuestionKind.CADENCE:
        return tuple(phrases.get(f"cadence.each.{choice}", choice) for choice in row.value.choices)
    labels = text.value.choices
    if set(labels) != set(row.value.choices):
        apart = ", ".join(sorted(set(labels) ^ set(row.value.choices)))
        problems.append(text.refuse(f"The choices of {row.id} and their words differ: {apart}.", "choices"))
    return tuple(labels.get(choice, choice) for choice in row.value.choices)


def _unit_label(row: Found[QuestionRow], said: QuestionWords, phrases: Phrases, problems: list[Problem]) -> str:
    unit = row.value.unit
    key = f"unit.{unit}.many"
    if unit and key not in phrases:
        problems.append(row.refuse(f"The unit {unit} of {row.id} has no phrase {key}.", "unit"))
    if row.value.kind is QuestionKind.NUMBER and not unit:
        problems.append(row.refuse(f"The number {row.id} has no unit."))
    return said.unit or phrases.get(key, "")


def _check_suggestion(row: Found[QuestionRow], problems: list[Problem]) -> None:
    usual = row.value.suggest
    if usual is None:
        return
    if row.value.choices and usual not in row.value.choices:
        problems.append(row.refuse(f"The usual value {usual} of {row.id} is none of its choices.", "suggest"))
    if row.value.kind is QuestionKind.NUMBER and not (usual.isascii() and usual.isdigit()):
        problems.append(row.refuse(f"The usual value {usual} of {row.id} is no whole number.", "suggest"))
