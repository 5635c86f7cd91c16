"""Each act of the programme is one step: one undo takes all of it back, one redo brings it again, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.driving import click, press, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from soc2desk.desktop.window import MainWindow


def page(window: MainWindow, place: str) -> Any:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page


def answer(window: MainWindow) -> None:
    page(window, "walked_requests.ER-056").list.setFocus()
    press(Qt.Key.Key_3)


def list_gaps(window: MainWindow) -> None:
    click(page(window, "walked_requests.ER-056").remedies.update_list)


def mend(window: MainWindow) -> None:
    click(page(window, "remedies.er-056").remedies.close_row)


def finish(window: MainWindow) -> None:
    here = page(window, "walked_requests.ER-056")
    here.by.setCurrentIndex(here.by.findData("helen-marchetti"))
    here.recommend.setCurrentIndex(here.recommend.findData("go"))
    click(here.finish)


def take_a_course(window: MainWindow) -> None:
    page(window, "courses.dana-whitfield/TRN-03").list.setFocus()
    press(Qt.Key.Key_Return)
    write("2026-09-01")
    press(Qt.Key.Key_Return)


def plan(window: MainWindow) -> None:
    here = page(window, "promises.ACC-07")
    here.detail.day.setText("2027-03-01")
    click(here.detail.plan)


def begin_a_record(window: MainWindow) -> None:
    here = page(window, "pages.records")
    assert here.list.choose(("backup_restore_test", "BCP-04/2027-Q1", ""))
    press(Qt.Key.Key_Insert)


ACTS: tuple[Callable[[MainWindow], None], ...] = (
    answer, list_gaps, mend, finish, take_a_course, plan, begin_a_record,
)  # fmt: skip


def test_an_act_is_one_step_back_and_one_forth(brightwater: MainWindow) -> None:
    project = brightwater.project
    assert project is not None
    for act in ACTS:
        there, steps = dict(project.session.plain), len(project.session.steps.done)
        act(brightwater)
        made, label = dict(project.session.plain), project.undo_label
        assert made != there, act
        assert len(project.session.steps.done) == steps + 1, act
        brightwater.undo()
        assert dict(project.session.plain) == there, act
        assert project.redo_label == label
        brightwater.redo()
        assert dict(project.session.plain) == made, act
    assert project.save()
