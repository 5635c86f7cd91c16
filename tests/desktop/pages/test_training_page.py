"""The page of training, used as a person does: narrowed, read, entered and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.desktop.pages.training_page import TrainingPage
from soc2desk.desktop.teach.teach_view import TeachView
from tests.desktop.driving import click, press, write

if TYPE_CHECKING:
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


def test_teaching_a_class_stands_at_the_head_of_the_page(page: TrainingPage, brightwater: MainWindow) -> None:
    assert page.teach.y() < page.list.y()
    page.teach.setFocus()
    press(Qt.Key.Key_Space)
    assert isinstance(brightwater.stack.currentWidget(), TeachView)
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.frame
