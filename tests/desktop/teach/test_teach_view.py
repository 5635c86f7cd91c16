"""An instructor at the window: papers, the key of a class, what a student gets, the answers, and the marks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from soc2desk.app.exercising import variant_for
from soc2desk.app.planting import answer_key
from soc2desk.desktop.shell import Notice
from soc2desk.desktop.teach.teach_view import TeachView
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.domain.problems import FileProblem, Problem
from soc2desk.domain.steps import Step
from soc2desk.storage.notebook_file import write_notebook
from tests.desktop.driving import click, focused
from tests.desktop.looking import cut, nameless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.teach.lines_table import LinesTable
    from soc2desk.desktop.window import MainWindow

WORDS = "seven green bicycles"


@pytest.fixture
def view(window: MainWindow) -> TeachView:
    """Return the page as home leads to it, in the smallest window."""
    window.resize(900, 600)
    click(window.home.cards.teach_button)
    shown = window.stack.currentWidget()
    assert isinstance(shown, TeachView)
    return shown


def said(window: MainWindow) -> Notice:
    assert window.banner.notice is not None
    return window.banner.notice


def cells(table: LinesTable) -> list[list[str]]:
    found = [[table.item(at, column) for column in range(table.columnCount())] for at in range(table.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in found]


def rested(view: TeachView, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.lesson.isEnabled, timeout=20_000)


def test_a_lesson_is_written_into_a_new_folder_and_said(
    view: TeachView, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def act(_desk: Desk, lesson: str, folder: Path) -> Iterator[Step]:
        folder.mkdir()
        (folder / "plan.pdf").write_text(lesson, encoding="utf-8")
        yield Step(1, 1, lesson)
        return folder

    assert focused() is view.lesson.lesson
    view.lesson.lesson.setCurrentIndex(1)
    view.lesson.write(act, tmp_path)  # type: ignore[arg-type]
    assert not view.lesson.print.isEnabled()
    assert view.bar.isVisible()
    rested(view, qtbot)
    assert not view.bar.isVisible()
    assert (tmp_path / "lesson-half-day" / "plan.pdf").read_text(encoding="utf-8") == "half-day"
    assert said(window).detail == str(tmp_path / "lesson-half-day")


def test_a_folder_for_a_class_says_what_it_lacks_yet(
    view: TeachView, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(_desk: Desk, lesson: str, folder: Path) -> Iterator[Step]:
        yield Step(1, 1, lesson)
        return folder

    monkeypatch.setattr("soc2desk.desktop.teach.lesson_card.prepare_lesson", act)
    view.lesson.write(act, tmp_path)  # type: ignore[arg-type]
    rested(view, qtbot)
    assert str(tmp_path / "lesson-45" / "class" / "program") in said(window).detail


def test_a_lesson_that_cannot_be_written_is_told_and_can_be_tried_again(
    view: TeachView, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def act(_desk: Desk, _lesson: str, folder: Path) -> Iterator[Step]:
        yield Step(0, 1, "")
        raise FileProblem("The disk is full.", where=str(folder))

    view.lesson.write(act, tmp_path)  # type: ignore[arg-type]
    rested(view, qtbot)
    assert "The disk is full." in said(window).text


def made_key(view: TeachView, tmp_path: Path) -> Path:
    """Make the key of a class, and return its file."""
    view.key.exercise.setCurrentIndex(view.key.exercise.findData("two-people"))
    view.key.name.setText("Group B")
    view.key.seed.setText(WORDS)
    view.key.write(tmp_path / "b.key")
    QApplication.processEvents()
    return tmp_path / "b.key"


def test_the_code_of_a_class_is_shown_and_used_below_and_a_short_secret_is_refused(
    view: TeachView, window: MainWindow, tmp_path: Path
) -> None:
    view.key.name.setText("Group B")
    view.key.seed.setText("abc")
    view.key.write(tmp_path / "b.key")
    assert "fewer than" in said(window).text
    assert not view.key.code.isVisible()
    assert not (tmp_path / "b.key").exists()
    file = made_key(view, tmp_path)
    assert json.loads(file.read_text("utf-8"))["seed"] == WORDS
    assert view.key.code.isVisible()
    assert view.student.code.text() == view.key.code.text()
    assert view.student.exercise.currentData() == "two-people"
    assert view.marking.key.text() == str(file)


def test_answers_are_shown_after_a_question_and_go_with_the_name(
    view: TeachView, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    made_key(view, tmp_path)
    view.student.name.setText("Zoe")
    click(view.student.answers)
    assert view.student.asked.isVisible()
    assert not view.student.table.isVisible()
    assert focused() is view.student.no
    click(view.student.yes)
    qtbot.waitUntil(view.student.table.isVisible, timeout=20_000)
    rested(view, qtbot)
    QApplication.processEvents()
    key = answer_key(desk, variant_for(desk, "two-people", "Zoe", view.key.code.text()))
    assert [row[0] for row in cells(view.student.table)] == [one.fault.title for one in key.answers]
    assert not any("{item}" in row[2] for row in cells(view.student.table))
    assert [*cut(view), *nameless(view)] == []
    view.student.save_answers(tmp_path / "answers.pdf")
    rested(view, qtbot)
    assert (tmp_path / "answers.pdf").read_bytes().startswith(b"%PDF")
    view.student.name.textEdited.emit("Zo")
    assert not view.student.table.isVisible()
    assert cells(view.student.table) == []


def test_what_one_student_gets_is_written_into_new_folders(
    view: TeachView, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view.student.exercise.setCurrentIndex(view.student.exercise.findData("two-people"))
    view.student.name.setText("Zoe")
    (tmp_path / "room-two-people-zoe").mkdir()
    view.student.write_room(tmp_path)
    rested(view, qtbot)
    assert (tmp_path / "room-two-people-zoe-2" / "00-read-me.md").is_file()
    view.student.write_labs(tmp_path)
    rested(view, qtbot)
    assert len(list((tmp_path / "labs-zoe").rglob("*.docx"))) == 4
    view.student.code.setText("12")
    view.student.write_room(tmp_path)
    assert "no code of a class" in said(window).text


def test_a_class_is_marked_with_its_table_in_the_window_and_its_pages_beside_the_folder(
    view: TeachView, window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    click(view.marking.mark)
    assert said(window).text == "Choose the key of the class first."
    made_key(view, tmp_path)
    key = answer_key(desk, variant_for(desk, "two-people", "Zoe", view.key.code.text()))
    first = key.answers[0]
    folder = tmp_path / "class"
    folder.mkdir()
    book = Notebook("two-people", "Zoe", key.variant, (Noted("1", first.places[0], first.fault.finding),))
    write_notebook(folder, book)
    (folder / "essay.txt").write_text("I saw nothing.", "utf-8")
    view.marking.folder.setText(str(folder))
    click(view.marking.mark)
    qtbot.waitUntil(view.marking.table.isVisible, timeout=20_000)
    rows = cells(view.marking.table)
    assert [row[:1] + row[2:4] for row in rows if row[0]] == [["Zoe", "1", str(len(key.answers) - 1)]]
    assert "nothing that can be marked" in " ".join(rows[-1])
    assert "2 handed in, 1 could not be read" in view.marking.told.text()
    assert (tmp_path / "class-marked" / "feedback" / "zoe.pdf").is_file()
    assert said(window).detail == str(tmp_path / "class-marked")


def test_the_whole_page_stands_uncut_in_the_smallest_window_and_escape_leads_back(
    view: TeachView, window: MainWindow
) -> None:
    assert [*cut(view), *nameless(view)] == []
    (area,) = [one for one in view.findChildren(QScrollArea) if one.widget() is not None]
    assert area.widget().width() <= area.viewport().width()
    click(view.back)
    assert window.stack.currentWidget() is window.home


def test_the_window_closes_while_a_class_is_marked_and_nothing_half_made_stays(
    view: TeachView, window: MainWindow, qtbot: QtBot
) -> None:
    ended: list[Problem | str] = []

    def steps() -> Iterator[Step]:
        try:
            while True:
                yield Step(1, 9, "one")
        finally:
            ended.append("cleaned up")

    with qtbot.waitSignal(view.work.stepped, timeout=20_000):
        view.work.start(steps, ended.append)  # type: ignore[arg-type]
    window.close()
    assert ended == ["cleaned up"]
