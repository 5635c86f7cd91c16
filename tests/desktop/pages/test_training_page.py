"""The page of training, used as a person does: narrowed, read, entered and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.desktop.pages.training_page import TrainingPage
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.steps import Step
from tests.desktop.driving import click, press, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.learning import Completion


@pytest.fixture
def page(brightwater: MainWindow) -> TrainingPage:
    brightwater.resize(1280, 800)
    brightwater.go("courses.dana-whitfield/TRN-03")
    shown = brightwater.frame.page  # type: ignore[union-attr]
    assert isinstance(shown, TrainingPage)
    return shown


def completions(window: MainWindow) -> tuple[Completion, ...]:
    assert window.project is not None
    return window.project.session.project.completions


def test_a_course_is_entered_by_keyboard_and_bears_the_day_of_entering(
    page: TrainingPage, brightwater: MainWindow
) -> None:
    press(Qt.Key.Key_Return)
    write("2026-09-01")
    press(Qt.Key.Key_Return)
    (one,) = completions(brightwater)
    assert (one.person, one.course, str(one.on)) == ("dana-whitfield", "TRN-03", "2026-09-01")
    assert one.entered_on == brightwater.project.session.desk.today  # type: ignore[union-attr]
    assert "1 September 2026" in page.detail.entered.text()
    click(page.detail.remove)
    assert completions(brightwater) == ()
    assert page.detail.entered.isHidden()


@pytest.mark.parametrize(("typed", "said"), [("2190-01-01", "still to come"), ("", "date"), ("last week", "date")])
def test_a_day_that_cannot_be_is_told_and_nothing_is_kept(
    page: TrainingPage, brightwater: MainWindow, typed: str, said: str
) -> None:
    page.detail.fields["on"].setText(typed)
    click(page.detail.enter)
    assert completions(brightwater) == ()
    assert brightwater.banner.notice is not None
    assert said in brightwater.banner.notice.text


def test_filters_narrow_to_a_person_and_to_what_is_missing(page: TrainingPage) -> None:
    combo = page.filters["person"]
    combo.setCurrentIndex(combo.findData("priya-natarajan"))
    listed = page.list.lines.rowCount()
    assert 0 < listed < len(page.rows)
    state = page.filters["state"]
    state.setCurrentIndex(state.findData("missing"))
    assert page.list.lines.rowCount() == 0
    assert page.counted.text().startswith("0 courses")
    assert page.detail.isHidden()


def test_a_lesson_is_written_into_a_new_folder_and_said(
    page: TrainingPage, brightwater: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def act(_desk: Desk, lesson: str, folder: Path) -> Iterator[Step]:
        folder.mkdir()
        (folder / "plan.pdf").write_text(lesson, encoding="utf-8")
        yield Step(1, 1, lesson)
        return folder

    part = page.lessons
    part.lesson.setCurrentIndex(1)
    part.write(act, tmp_path)  # type: ignore[arg-type]
    assert not part.print.isEnabled()
    qtbot.waitUntil(part.print.isEnabled, timeout=5000)
    assert (tmp_path / "lesson-half-day" / "plan.pdf").read_text(encoding="utf-8") == "half-day"
    assert brightwater.banner.notice is not None
    assert brightwater.banner.notice.detail == str(tmp_path / "lesson-half-day")


def test_a_lesson_that_cannot_be_written_is_told_and_can_be_tried_again(
    page: TrainingPage, brightwater: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def act(_desk: Desk, _lesson: str, folder: Path) -> Iterator[Step]:
        yield Step(0, 1, "")
        raise FileProblem("The disk is full.", where=str(folder))

    page.lessons.write(act, tmp_path)  # type: ignore[arg-type]
    qtbot.waitUntil(page.lessons.print.isEnabled, timeout=5000)
    assert brightwater.banner.notice is not None
    assert "The disk is full." in brightwater.banner.notice.text
