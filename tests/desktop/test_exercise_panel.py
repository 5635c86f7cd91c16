"""Home opens an exercise for a student: by keyboard, once, with what cannot be said at the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from soc2desk.app.practice import ROOM
from soc2desk.desktop.home.exercise_panel import ExercisePanel
from soc2desk.storage.exercise_file import variant_of
from tests.desktop.driving import click, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow


def panel_of(window: MainWindow, qtbot: QtBot) -> ExercisePanel:
    area = window.home.projects
    qtbot.waitUntil(lambda: not area.filling.is_running and area.list.empty.text() != window.words("home.list.looking"))
    click(window.home.cards.exercise_button)
    panel = window.home.projects.panel
    assert isinstance(panel, ExercisePanel)
    return panel


def test_a_student_opens_an_exercise_and_finds_it_in_the_list_again(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    window = windows(desk)
    panel = panel_of(window, qtbot)
    assert panel.which.hasFocus()
    assert panel.which.count() == len(desk.catalogue.exercises)
    panel.which.setCurrentIndex(panel.which.findData("two-people"))
    assert "Tamarack Gauge has two owners" in panel.told.text()
    panel.student.setFocus()
    write("Zoe Martin")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.opening.project is not None, timeout=20_000)
    session = window.opening.project.session
    variant = variant_of(session.folder)
    assert variant is not None
    assert (variant.exercise, variant.student) == ("two-people", "Zoe Martin")
    assert (session.folder / ROOM / "00-read-me.md").is_file()
    assert window.opening.close_project()
    window.home.projects.fill()
    rows = window.home.projects.list.model
    qtbot.waitUntil(lambda: any("Zoe Martin" in row.title for row in rows.rows), timeout=20_000)
    (row,) = [row for row in rows.rows if "Zoe Martin" in row.title]
    # The name stands first: a list of a class is cut at the end of its lines, and all else is alike in them.
    assert row.title == "Zoe Martin: Two people and every role (practice, Tamarack Gauge Co.)"
    said: list[object] = []
    window.home.projects.acts.said.connect(said.append)
    (session.folder / ROOM / "00-read-me.md").unlink()
    window.home.projects.acts.start_over(row)
    assert (session.folder / ROOM / "00-read-me.md").is_file()
    assert "as it was at the beginning" in said[0].text


def test_a_code_that_is_none_is_said_in_the_panel_and_makes_nothing(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    window = windows(desk)
    panel = panel_of(window, qtbot)
    press(Qt.Key.Key_Tab)
    write("Ann")
    press(Qt.Key.Key_Tab)
    write("12")
    click(panel.open_button)
    qtbot.waitUntil(panel.fault.isVisible, timeout=20_000)
    assert "no code of a class" in panel.fault.text()
    assert panel.open_button.isEnabled()
    assert not desk.workspace.exists() or not list(desk.workspace.iterdir())
