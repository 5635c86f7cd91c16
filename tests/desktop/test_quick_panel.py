"""The five-minute answer at home: asked by keyboard, read beside it, saved, and taken over into a project."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from soc2desk.desktop.home.quick_panel import QuickPanel
from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> QuickPanel:
    """Return the panel as it opens from the first card."""
    area = window.home.projects
    qtbot.waitUntil(lambda: not area.filling.is_running)
    click(window.home.cards.quick_button)
    assert isinstance(area.panel, QuickPanel)
    return area.panel


def told(panel: QuickPanel) -> str:
    return "\n".join(label.text() for label in panel.answer.findChildren(QLabel) if label.isVisibleTo(panel))


def ask(day: str = "2027-11-30", people: str = "30") -> None:
    write(day)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write(people)
    press(Qt.Key.Key_Return)


def test_the_keyboard_stands_at_the_day_and_two_answers_are_enough(panel: QuickPanel) -> None:
    assert focused() is panel.form.needed.line
    assert not panel.after.isVisible()
    ask()
    assert "A Type I report by 30 November 2027 can be held at the usual pace" in told(panel)
    assert "Type II, 12 months" in told(panel)
    assert panel.after.isVisible()


@pytest.mark.parametrize(
    ("day", "people", "why"),
    [
        ("soon", "30", "Write the day"),
        ("2027-11-30", "", "number of people"),
        ("2027-11-30", "0", "no number of people"),
        ("2020-01-01", "30", "not in the future"),
    ],
)
def test_what_cannot_be_taken_is_said_where_the_answer_would_stand(
    panel: QuickPanel, day: str, people: str, why: str
) -> None:
    ask(day, people)
    assert why in told(panel)
    assert not panel.after.isVisible()


def test_an_answer_gives_way_to_the_next_one(panel: QuickPanel) -> None:
    ask()
    panel.form.wish.setCurrentIndex(4)
    click(panel.form.work_out)
    assert told(panel).count("What this assumes") == 1
    assert "A Type II report over 12 months" in told(panel)


def test_the_page_is_saved_where_a_person_chooses(
    panel: QuickPanel, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask()
    target = tmp_path / "For the boss"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(panel.save)
    assert target.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert window.banner.notice is not None
    assert "For the boss.pdf" in window.banner.notice.text


def test_a_project_begins_with_the_dates(panel: QuickPanel, window: MainWindow) -> None:
    ask()
    click(panel.begin)
    assert "name of the company" in panel.fault.text()
    panel.company.setFocus()
    write("Acme Inc.")
    press(Qt.Key.Key_Return)
    assert window.project is not None
    answers = window.project.session.project.answers
    assert answers["report_needed_by"].value == date(2027, 11, 30)
    assert not answers["report_date"].confirmed


def test_escape_closes_it_and_everything_has_a_name(panel: QuickPanel, window: MainWindow) -> None:
    ask()
    unnamed = [one for one in focusable(panel) if not (one.accessibleName() or getattr(one, "text", str)())]
    assert unnamed == []
    press(Qt.Key.Key_Escape)
    assert window.home.projects.panel is None
