"""Pages and questions of the interview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.content.found import Found, read_sheets
from soc2desk.content.joining import check_ids, join
from soc2desk.content.names import read_condition
from soc2desk.content.read_tables import read_helps
from soc2desk.content.rows import PageFile
from soc2desk.domain.questions import Page, Question, QuestionKind

if TYPE_CHECKING:
    from soc2desk.content.joining import Reading
    from soc2desk.content.rows import QuestionRow
    from soc2desk.content.words import PageWords, QuestionWords


def read_pages(reading: Reading) -> tuple[Page, ...]:
    """Return the pages in the order of their files; each question becomes a known name as it is read.

    So a condition of a question can ask only for what was asked before it.
    """
    sheets = read_sheets(reading.files, "resources/interview/", PageFile, "page")
    pages = [Found(sheet.content.id, sheet.content, sheet.located, ()) for sheet in sheets]
    asked = [
        Found(row.id, row, page.located, ("questions", index))
        for page in pages
        for index, row in enumerate(page.value.questions)
    ]
    made: dict[str, Question] = {}
    for row, text in join(asked, "questions", "question", reading):
        if row.id in reading.names:
            message = f"The question {row.id} stands here for the second time, or its name is taken."
            reading.problems.append(row.refuse(message))
        made[row.id] = reading.names[row.id] = _question(row, text, reading)
    helps = read_helps(reading, made)
    whole = {id_: replace(question, help=helps.get(id_, "")) for id_, question in made.items()}
    return tuple(_page(page, said.value, whole, reading) for page, said in join(pages, "pages", "page", reading))


def _page(page: Found[PageFile], said: PageWords, made: dict[str, Question], reading: Reading) -> Page:
    check_ids(page, "tables", "table", reading)
    questions = tuple(made[row.id] for row in page.value.questions if row.id in made)
    return Page(page.id, said.title, questions, said.intro, page.value.tables)


def _question(row: Found[QuestionRow], text: Found[QuestionWords], reading: Reading) -> Question:
    asked, said = row.value, text.value
    _check_suggestion(row, reading)
    return Question(
        id=asked.id,
        kind=asked.kind,
        label=said.label,
        why=said.why,
        choices=asked.choices,
        choice_labels=_labels(row, text, reading),
        suggest=asked.suggest,
        unit=asked.unit,
        unit_label=_unit_label(row, said, reading),
        when=read_condition(row, asked.when, reading, "when"),
        optional=asked.optional,
        is_fact=_is_fact(row, reading),
        belongs=asked.belongs,
    )


def _is_fact(row: Found[QuestionRow], reading: Reading) -> bool:
    if row.value.fact and row.value.kind not in {QuestionKind.YES_NO, QuestionKind.MANY}:
        message = f"{row.id} is neither a yes or no nor a choice of several, so it cannot be a fact."
        reading.problems.append(row.refuse(message, "fact"))
    return row.value.fact


def _labels(row: Found[QuestionRow], text: Found[QuestionWords], reading: Reading) -> tuple[str, ...]:
    if row.value.kind is QuestionKind.CADENCE:
        return tuple(reading.phrases.get(f"cadence.each.{choice}", choice) for choice in row.value.choices)
    labels = text.value.choices
    if set(labels) != set(row.value.choices):
        apart = ", ".join(sorted(set(labels) ^ set(row.value.choices)))
        reading.problems.append(text.refuse(f"The choices of {row.id} and their words differ: {apart}.", "choices"))
    return tuple(labels.get(choice, choice) for choice in row.value.choices)


def _unit_label(row: Found[QuestionRow], said: QuestionWords, reading: Reading) -> str:
    unit = row.value.unit
    key = f"unit.{unit}.many"
    if unit and key not in reading.phrases:
        reading.problems.append(row.refuse(f"The unit {unit} of {row.id} has no phrase {key}.", "unit"))
    if row.value.kind is QuestionKind.NUMBER and not unit:
        reading.problems.append(row.refuse(f"The number {row.id} has no unit."))
    return said.unit or reading.phrases.get(key, "")


def _check_suggestion(row: Found[QuestionRow], reading: Reading) -> None:
    usual = row.value.suggest
    if usual is None:
        return
    if row.value.choices and usual not in row.value.choices:
        reading.problems.append(row.refuse(f"The usual value {usual} of {row.id} is none of its choices.", "suggest"))
    if row.value.kind is QuestionKind.NUMBER and not (usual.isascii() and usual.isdigit()):
        reading.problems.append(row.refuse(f"The usual value {usual} of {row.id} is no whole number.", "suggest"))
