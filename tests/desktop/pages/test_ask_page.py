"""Asking the client, from a cold start: a file is saved, filled in elsewhere, looked through, taken and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from soc2desk.desktop.pages.ask_page import AskPage
from tests.app.asked_clients import EVERY_KIND, SIGNER, answered_word, answered_workbook
from tests.desktop.driving import click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.pages.ask_answers import AnswersView
    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def page(empty: MainWindow) -> AskPage:
    empty.resize(1280, 800)
    empty.project.put({("people", id_): row for id_, row in SIGNER.items()}, "Who answers")  # type: ignore[union-attr]
    empty.project.save()  # type: ignore[union-attr]
    empty.ask_client()
    shown = empty.frame.page  # type: ignore[union-attr]
    assert isinstance(shown, AskPage)
    return shown


def read(page: AskPage, file: Path, qtbot: QtBot) -> AnswersView:
    page.read_file(file)
    qtbot.waitUntil(lambda: page.view is not None and not page.job.is_running)
    assert page.view is not None
    return page.view


def test_a_client_is_asked_and_the_answers_are_seen_taken_and_undone(
    page: AskPage, tmp_path: Path, qtbot: QtBot
) -> None:
    session = page.shell.project.session
    file = tmp_path / "acme.docx"
    page.save_questionnaire(file)
    assert file.exists()
    assert not session.is_dirty
    view = read(page, answered_word(file), qtbot)
    assert session.plain.get("answers", {}) == {}
    assert view.take.text() == f"Take {len(EVERY_KIND) + 2} answers"
    click(view.take)
    assert dict(session.plain["answers"]) == EVERY_KIND  # type: ignore[call-overload]
    assert page.view is None
    assert "filled in by Maya Brandt, taken on" in page.sources.text()
    assert page.shell.project.undo()
    assert session.plain.get("answers", {}) == {}
    assert not page.sources.isVisible()


def test_what_was_changed_here_after_reading_is_seen_first_and_boxes_take_and_leave_by_keyboard(
    page: AskPage, tmp_path: Path, qtbot: QtBot
) -> None:
    session = page.shell.project.session
    page.wishes.kind.setCurrentIndex(1)
    file = tmp_path / f"acme.{page.wishes.ending}"
    page.save_questionnaire(file)
    first = read(page, answered_workbook(file), qtbot)
    page.shell.project.put({("answers", "province"): "ON"}, "Here")
    click(first.take)
    qtbot.waitUntil(lambda: page.view not in {None, first} and not page.job.is_running)
    view = page.view
    assert view is not None
    # Nothing was taken: the file was read once more, and the clash stands first without a tick.
    assert session.plain["answers"] == {"province": "ON"}
    assert view.model.detail(0).startswith("Where is the head office? (Questions, C")
    assert "answers.province" not in view.model.chosen
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(view.table, key)
    assert view.model.rows[2].place == "people.luc-tremblay"
    click(view.take)
    assert session.plain["answers"]["province"] == "QC"  # type: ignore[call-overload, index]
    assert list(session.plain["people"]) == ["maya-brandt", "dana-whitfield"]  # type: ignore[call-overload]


def test_what_an_unknown_signer_suggested_is_confirmed_when_the_file_is_read_again_with_them_among_the_people(
    page: AskPage, tmp_path: Path, qtbot: QtBot
) -> None:
    session = page.shell.project.session
    file = tmp_path / "acme.docx"
    page.save_questionnaire(file)
    view = read(page, answered_word(file, "Nora Quist"), qtbot)
    assert "Add Nora Quist to the people and read the file again." in view.plan.note
    click(view.take)
    assert session.plain["answers"]["province"] == {"suggested": "QC"}  # type: ignore[call-overload, index]
    page.shell.project.put({("people", "nora-quist"): {"name": "Nora Quist"}}, "Nora")
    view = read(page, file, qtbot)
    fates = {view.model.index(row, 3).data() for row in range(view.model.rowCount())}
    assert fates == {"confirms", "new"}
    assert " that confirm a suggestion here, 0 that clash" in view.summary
    assert len(view.model.chosen) == view.model.rowCount()
    click(view.take)
    assert dict(session.plain["answers"]) == EVERY_KIND  # type: ignore[call-overload]


def test_a_file_of_another_client_is_refused_and_what_is_not_read_is_shown(
    page: AskPage, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.app.asked_clients import asked, client
    from tests.app.filled_questionnaires import fill_workbook

    said: list[object] = []
    page.shell.say.connect(said.append)
    page.read_file(asked(client(tmp_path / "other"), tmp_path / "other.xlsx"))
    qtbot.waitUntil(lambda: not page.job.is_running)
    assert "was made for Northpier" in str(said[-1])
    file = tmp_path / "mine.xlsx"
    page.save_questionnaire(file)
    fill_workbook(file, {"answers.window_start": "03/04/2027"})
    view = read(page, file, qtbot)
    assert "two ways" in view.unread.toPlainText()
    assert not view.take.isEnabled()
    QTest.keyClick(view.cancel, Qt.Key.Key_Escape)
    assert page.view is None
