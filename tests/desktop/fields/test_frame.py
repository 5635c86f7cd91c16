"""A field: what is typed reaches the project, what does not fit is kept and said, what is usual waits for a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.domain.answers import Answer, Duration, Practice
from soc2desk.domain.cadences import Cadence
from tests.desktop.driving import click, field, focused, press, write

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow


def answer(window: MainWindow, question: str) -> Answer | None:
    assert window.project is not None
    return window.project.session.project.answers.get(question)


def test_what_is_typed_is_the_answer_after_a_short_pause(empty: MainWindow, qtbot: QtBot) -> None:
    field(empty, "answers.company")
    write("Acme & <b>Sons</b>")
    qtbot.waitUntil(lambda: answer(empty, "company") == Answer("Acme & <b>Sons</b>"))


def test_leaving_a_field_takes_what_was_typed_at_once_and_saves_it(empty: MainWindow) -> None:
    field(empty, "answers.company")
    write("Acme")
    press(Qt.Key.Key_Tab)
    assert empty.project is not None
    assert answer(empty, "company") == Answer("Acme")
    assert not empty.project.session.is_dirty


def test_what_does_not_fit_is_said_only_when_the_field_is_left_and_the_earlier_answer_stands(
    brightwater: MainWindow,
) -> None:
    asked = field(brightwater, "answers.access_removal_limit")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("same day")
    asked.commit()
    assert asked.note.isHidden()
    field(brightwater, "answers.role_change_days")
    assert asked.note.said[0].startswith('This must be a length of time, not "same day".')
    assert "The earlier answer still stands" in asked.note.said[0]
    assert answer(brightwater, "access_removal_limit") == Answer(Duration(1, "business days"))


def test_what_does_not_fit_is_still_there_when_the_page_is_seen_again(brightwater: MainWindow) -> None:
    asked = field(brightwater, "answers.role_change_days")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("soon")
    field(brightwater, "answers.company")
    assert field(brightwater, "answers.role_change_days").editor.value() == "soon"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("7")
    field(brightwater, "answers.company")
    assert asked.note.isHidden()
    assert answer(brightwater, "role_change_days") == Answer(7)


def test_a_window_that_ends_before_it_begins_is_said_at_the_field(brightwater: MainWindow) -> None:
    asked = field(brightwater, "answers.window_start")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("2030-01-01")
    field(brightwater, "answers.company")
    assert "When does the period end?" in asked.note.said[0]


def test_a_usual_value_counts_only_once_somebody_says_so(empty: MainWindow) -> None:
    asked = field(empty, "answers.access_review_period")
    assert asked.usual_row.isVisible()
    assert answer(empty, "access_review_period") is None
    click(asked.usual_button)
    assert answer(empty, "access_review_period") == Answer(Cadence.QUARTERLY)
    assert not asked.usual_row.isVisible()


def test_picking_the_usual_value_that_stands_there_already_says_so_too(empty: MainWindow) -> None:
    asked = field(empty, "answers.log_review_style")
    assert focused().accessibleName().endswith("Alert tickets")
    assert answer(empty, "log_review_style") is None
    press(Qt.Key.Key_2)
    assert answer(empty, "log_review_style") == Answer("alerts")
    assert not asked.usual_row.isVisible()


def test_a_visit_with_tab_and_arrows_to_nowhere_confirms_nothing(empty: MainWindow) -> None:
    field(empty, "answers.log_review_style")
    press(Qt.Key.Key_Tab)
    assert answer(empty, "log_review_style") is None


def test_another_value_than_the_usual_one_is_an_answer_of_its_own(empty: MainWindow) -> None:
    asked = field(empty, "answers.access_review_period")
    press(Qt.Key.Key_Up)
    assert answer(empty, "access_review_period") == Answer(Cadence.MONTHLY)
    assert not asked.usual_row.isVisible()


def test_a_promise_can_be_planned_from_a_day_or_not_be_done_yet(brightwater: MainWindow) -> None:
    asked = field(brightwater, "answers.restore_test_frequency")
    assert asked.practice is not None
    asked.practice.combo.setFocus()
    press(Qt.Key.Key_P)
    asked.practice.start.setFocus()
    write("2027-03-01")
    asked.commit()
    given = answer(brightwater, "restore_test_frequency")
    assert given is not None
    assert (given.practice, str(given.start)) == (Practice.PLANNED, "2027-03-01")
    asked.practice.combo.setFocus()
    press(Qt.Key.Key_End)
    assert answer(brightwater, "restore_test_frequency") == Answer(None, practice=Practice.NOT_YET)


def test_a_question_appears_as_soon_as_an_answer_makes_it_matter(empty: MainWindow) -> None:
    asked = field(empty, "answers.handles_personal_information")
    role = empty.frame.page.fields["answers.privacy_role"]  # type: ignore[union-attr]
    press(Qt.Key.Key_2)
    assert answer(empty, "handles_personal_information") == Answer(value=False)
    assert role.isHidden()
    press(Qt.Key.Key_1)
    assert not role.isHidden()
    press(Qt.Key.Key_Delete)
    assert answer(empty, "handles_personal_information") is None
    assert asked.editor.value() is None


def test_undo_takes_a_whole_answer_back_by_its_name_and_the_field_shows_it(empty: MainWindow) -> None:
    asked = field(empty, "answers.company")
    for letter in "Acme":
        write(letter)
        asked.commit()
    assert empty.actions_by_name["undo"].text() == "&Undo answer: What is the company called?"
    empty.undo()
    assert answer(empty, "company") is None
    assert asked.editor.value() is None
    empty.redo()
    assert asked.editor.value() == "Acme"


def test_a_megabyte_with_control_characters_is_cleaned_or_refused_in_words(
    empty: MainWindow, qapp: QApplication
) -> None:
    asked = field(empty, "answers.service_summary")
    qapp.clipboard().setText("a\x00b\x1b" * 250_000)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(asked.editor.lines.toPlainText()) == 1_000_000  # type: ignore[attr-defined]
    field(empty, "answers.company")
    assert "at most 100,000 fit" in asked.note.said[0]
    asked = field(empty, "answers.service_summary")
    asked.editor.lines.setPlainText("a\x07b")  # type: ignore[attr-defined]
    field(empty, "answers.company")
    assert answer(empty, "service_summary") == Answer("ab")


def test_a_finding_stands_beside_its_field_in_words(brightwater: MainWindow) -> None:
    asked = field(brightwater, "answers.window_end")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("2027-01-31")
    field(brightwater, "answers.company")
    assert brightwater.project is not None
    brightwater.project.settle()
    field(brightwater, "answers.report_type")
    assert any("2027-01-31" in words for words in asked.note.said)


def test_the_keyboard_does_not_wait_for_findings_and_they_are_told_aloud_once_when_they_are_known(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("soc2desk.desktop.fields.frame.announce", lambda _widget, words: heard.append(words))
    asked = field(brightwater, "answers.window_end")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("2027-01-31")
    project, page = brightwater.project, brightwater.frame.page if brightwater.frame else None
    assert project is not None
    assert page is not None
    next(one for one in page.findChildren(FieldFrame) if one is not asked and one.isVisible()).take_focus()
    assert (project.is_settled, heard) == (False, [])
    project.settle()
    assert [words for words in heard if asked.note.said[0] in words] == heard != []
    project.settle()
    assert len(heard) == 1


def test_every_field_that_the_keyboard_reaches_has_a_name(brightwater: MainWindow) -> None:
    assert brightwater.frame is not None
    for asked in brightwater.desk.catalogue.pages:
        if asked.questions and asked.id != "scope":
            page = brightwater.frame.open_page(asked.id)
            for one in page.findChildren(FieldFrame):
                assert all(widget.accessibleName() for widget in one.editor.focus_targets()), one.spec.place


def test_a_pause_after_a_blank_does_not_join_two_words(empty: MainWindow, qtbot: QtBot) -> None:
    field(empty, "answers.company")
    write("Acme ")
    qtbot.waitUntil(lambda: answer(empty, "company") == Answer("Acme"))
    write("Labs")
    press(Qt.Key.Key_Tab)
    assert answer(empty, "company") == Answer("Acme Labs")


def test_a_pause_in_a_list_leaves_the_cursor_where_it_was(brightwater: MainWindow, qtbot: QtBot) -> None:
    asked = field(brightwater, "answers.mfa_systems")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("email ")
    press(Qt.Key.Key_Return)
    write("admin ")
    qtbot.waitUntil(lambda: answer(brightwater, "mfa_systems").value == ("email", "admin"))  # type: ignore[union-attr]
    write("console")
    assert asked.editor.value() == ["email", "admin console"]


def test_what_cannot_be_kept_goes_from_a_paste_and_the_cursor_stays(empty: MainWindow, qtbot: QtBot) -> None:
    asked = field(empty, "answers.company")
    write("Acme Inc")
    for _ in range(3):
        press(Qt.Key.Key_Left)
    QApplication.clipboard().setText("\x07Labs ")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: answer(empty, "company") == Answer("Acme Labs Inc"))
    write("and ")
    assert asked.editor.value() == "Acme Labs and Inc"
