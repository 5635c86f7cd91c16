"""A fact is yes or no; what an earlier answer says beyond that is shown and kept until somebody changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.desktop.fields.choice import RadioEditor
from soc2desk.domain.answers import Practice
from soc2desk.domain.questions import QuestionKind
from tests.composed import catalogue
from tests.desktop.driving import click, field, press

if TYPE_CHECKING:
    from soc2desk.desktop.window import MainWindow

FACTS = {
    "has_office", "has_contractors", "handles_personal_information", "uses_hosting_provider", "runs_own_equipment",
    "has_equipment_room", "runs_on_more_than_one_zone", "multi_tenant", "develops_software", "quebec_law_applies",
    "pipeda_applies", "automated_decisions", "profiling_technology", "kept_in_tools", "draft_mark",
}  # fmt: skip
LISTS = {"kept_in_tools"}
"""Facts that name several things; nobody keeps a record in a tool from a later day on."""


def choices(window: MainWindow, question: str) -> tuple[RadioEditor, list[str]]:
    editor = field(window, f"answers.{question}").editor
    assert isinstance(editor, RadioEditor)
    return editor, [id_ for id_, button in editor.buttons.items() if button.isVisible()]


def practice(window: MainWindow, question: str) -> Practice:
    assert window.project is not None
    return window.project.session.project.answers[question].practice


def test_facts_are_those_questions_that_nobody_practises() -> None:
    assert {one.id for one in catalogue().questions.values() if one.is_fact} == FACTS
    assert all(catalogue().questions[fact].kind is QuestionKind.YES_NO for fact in FACTS - LISTS)
    assert all(catalogue().questions[fact].kind is QuestionKind.MANY for fact in LISTS)


def test_a_fact_is_yes_or_no_and_a_practice_may_be_not_yet(brightwater: MainWindow) -> None:
    assert choices(brightwater, "has_office")[1] == ["yes", "no"]
    assert choices(brightwater, "phishing_practice")[1] == ["yes", "no", "not yet"]


def test_an_earlier_not_yet_to_a_fact_is_shown_and_kept_until_it_is_changed(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    assert brightwater.project.put({("answers", "has_office"): "not yet"}, "earlier") is None
    editor, shown = choices(brightwater, "has_office")
    assert shown == ["yes", "no", "not yet"]
    assert editor.value() == "not yet"
    field(brightwater, "answers.company")
    assert practice(brightwater, "has_office") is Practice.NOT_YET
    click(editor.buttons["no"])
    assert practice(brightwater, "has_office") is Practice.DONE
    assert choices(brightwater, "has_office")[1] == ["yes", "no"]


def test_a_hidden_choice_has_no_digit(brightwater: MainWindow) -> None:
    choices(brightwater, "has_office")
    press(Qt.Key.Key_3)
    assert practice(brightwater, "has_office") is Practice.DONE


@pytest.mark.parametrize("question", ["has_office", "phishing_practice"])
def test_a_visit_does_not_turn_what_is_planned_into_what_is_done(brightwater: MainWindow, question: str) -> None:
    assert brightwater.project is not None
    planned = {"planned": "yes", "from": "2027-03-01"}
    assert brightwater.project.put({("answers", question): planned}, "planned") is None  # type: ignore[dict-item]
    field(brightwater, f"answers.{question}")
    field(brightwater, "answers.company")
    assert practice(brightwater, question) is Practice.PLANNED
