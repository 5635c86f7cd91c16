"""A lesson with the mouse: a practice copy is opened, changed, made into a packet, checked, and begun again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QScrollArea, QWidget

from soc2desk.app.session import open_to_read
from soc2desk.desktop.home.checked_panel import CheckedPanel
from soc2desk.desktop.pages.controls_page import ControlsPage
from soc2desk.desktop.pages.packet_page import PacketPage
from soc2desk.desktop.pages.question_page import QuestionPage
from soc2desk.desktop.pages.readiness_page import ReadinessPage
from soc2desk.domain.project import State
from tests.desktop.driving import focused, press, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.fields.frame import FieldFrame
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.project_frame import ProjectFrame
    from soc2desk.desktop.window import MainWindow

PATIENCE_MS = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier


def hit(widget: QWidget, at: QPoint | None = None) -> None:
    """Bring a widget into sight, as the wheel does, and press the mouse where it is; nothing may lie over it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, 60)
        around = around.parentWidget()
    QApplication.processEvents()
    window = widget.window()
    place = widget.mapTo(window, at or widget.rect().center())
    there = window.childAt(place)
    assert there is not None, f"{widget} is outside the window"
    assert there is widget or widget.isAncestorOf(there), f"{there} lies over {widget}"
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.mapFrom(window, place))
    QApplication.processEvents()


def hit_row(view: QAbstractItemView, row: int) -> None:
    """Press the mouse on a row of a list or table."""
    index = view.model().index(row, 0)
    view.scrollTo(index)
    QApplication.processEvents()
    hit(view.viewport(), view.visualRect(index).center())


def frame_of(window: MainWindow) -> ProjectFrame:
    assert window.frame is not None
    return window.frame


def project_of(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def open_page(window: MainWindow, page: str) -> QWidget:
    """Press the mouse on a page of the list at the left."""
    sidebar = frame_of(window).sidebar
    rows = (row for row in range(sidebar.list.count()) if sidebar.list.item(row).data(Qt.ItemDataRole.UserRole) == page)
    hit_row(sidebar.list, next(rows))
    shown = frame_of(window).page
    assert shown is not None
    assert shown.id == page
    return shown


def field(window: MainWindow, page: str, question: str) -> FieldFrame:
    shown = open_page(window, page)
    assert isinstance(shown, QuestionPage)
    return shown.fields[f"answers.{question}"]


def answer(window: MainWindow, question: str) -> object:
    return project_of(window).session.project.answers[question].value


@pytest.mark.slow
def test_a_practice_copy_is_worked_through_with_the_mouse(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    change_answers(window)
    change_a_control(window)
    read_the_preview(window, qtbot)
    follow_a_finding(window)
    made = make(window, qtbot)
    check(window, qtbot, monkeypatch, made)
    start_over(window, qtbot)


def begin(window: MainWindow) -> None:
    """Open the practice copy of the sample that stands there."""
    hit(window.home.cards.practise)
    assert project_of(window).session.project.answers["company"].value == "Brightwater Labs Inc."


def change_answers(window: MainWindow) -> None:
    """Type over a number, choose another line, tick a box."""
    line = field(window, "access", "screen_lock_minutes").editor.focus_targets()[0]
    hit(line)
    assert focused() is line
    press(Qt.Key.Key_A, CONTROL)
    write("5")
    radio = field(window, "access", "time_limited_elevation").editor.focus_targets()[1]
    hit(radio, QPoint(12, radio.height() // 2))
    boxes = field(window, "watching", "scan_scope").editor.focus_targets()
    internal = next(box for box in boxes if box.property("choice") == "internal")
    hit(internal, QPoint(12, internal.height() // 2))
    assert answer(window, "screen_lock_minutes") == 5
    assert answer(window, "time_limited_elevation") is False
    assert "internal" in answer(window, "scan_scope")  # type: ignore[operator]


def change_a_control(window: MainWindow) -> None:
    """Choose a control in the table and say that it is only planned."""
    page = open_page(window, "controls")
    assert isinstance(page, ControlsPage)
    row = next(at for at, one in enumerate(page.table.lines.rows) if one.id == "ACC-07")
    hit_row(page.table, row)
    form = page.recording.form
    planned = form.states.buttons[State.PLANNED]
    hit(planned, QPoint(12, planned.height() // 2))
    hit(form.fields["start"].focus_targets()[0])
    write("2027-03-01")
    hit(form.button)
    entry = project_of(window).session.project.state_entry["ACC-07"]
    assert entry.state is State.PLANNED
    assert entry.confirmed_by
    assert entry.confirmed_on == window.desk.today


def read_the_preview(window: MainWindow, qtbot: QtBot) -> None:
    """Follow where an answer appears, and look at the real pages of what is shown."""
    asked = field(window, "access", "screen_lock_minutes")
    hit(asked.editor.focus_targets()[0])
    link, place = link_in(asked.appears)
    assert link.startswith("documents.")
    hit(asked.appears, place)
    shown = frame_of(window).page
    assert shown is not None
    assert shown.id == "documents"
    preview = frame_of(window).preview
    assert preview.document == link.removeprefix("documents.").partition("/")[0]
    hit(preview.head.pages)
    qtbot.waitUntil(lambda: preview.pages.view.count > 0, timeout=PATIENCE_MS)
    hit(preview.head.text)


def link_in(label: QLabel) -> tuple[str, QPoint]:
    """Move the mouse over a label until it stands on a link; return where the link leads, and where it is."""
    assert label.isVisible()
    found: list[str] = []
    label.linkHovered.connect(found.append)
    for y in range(4, label.height(), 6):
        for x in range(4, label.width(), 12):
            QTest.mouseMove(label, QPoint(x, y))
            QApplication.processEvents()
            if any(found):
                return next(filter(None, found)), QPoint(x, y)
    message = f"there is no link in {label.text()}"
    raise AssertionError(message)


def follow_a_finding(window: MainWindow) -> None:
    """Press the button on the card of a finding: it leads to where that is mended."""
    page = open_page(window, "readiness")
    assert isinstance(page, ReadinessPage)
    row, line = next((row, line) for row, line in enumerate(page.rows.lines) if line.finding is not None)
    page.list.scrollTo(page.rows.index(row))
    box = page.list.visualRect(page.rows.index(row))
    hit(page.list.viewport(), box.topRight() + QPoint(-40, 25))
    shown = frame_of(window).page
    assert shown is not None
    assert shown is not page, line


def make(window: MainWindow, qtbot: QtBot) -> Path:
    """Make a packet of Excel files alone; return its ZIP."""
    page = open_page(window, "packet")
    assert isinstance(page, PacketPage)
    for kind in ("docx", "pdf"):
        box = page.before.choices.formats[kind]
        hit(box, QPoint(12, box.height() // 2))
        assert not box.isChecked()
    hit(page.before.button)
    qtbot.waitUntil(lambda: project_of(window).work is None, timeout=PATIENCE_MS)
    assert page.state == "result"
    assert page.result.handed is not None
    folder = page.result.handed.parcels[0].folder
    names = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert ".xlsx" in names
    assert not names & {".docx", ".pdf"}
    return folder.with_name(f"{folder.name}.zip")


def check(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, made: Path) -> None:
    """Let home check what was made. The chooser of files is the system's, and answers at once here."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(made), ""))
    window.actions_by_name["check_packet"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.home.projects.panel, CheckedPanel))
    panel = window.home.projects.panel
    assert isinstance(panel, CheckedPanel)
    qtbot.waitUntil(lambda: panel.heading.text().startswith("Unchanged"), timeout=PATIENCE_MS)
    assert "25 November 2026" in panel.about.text()
    hit(panel.close_button)
    assert window.home.projects.panel is None


def start_over(window: MainWindow, qtbot: QtBot) -> None:
    """Set the copy back to the beginning."""
    cards = window.home.cards
    qtbot.waitUntil(cards.start_over.isVisible)
    hit(cards.start_over)
    qtbot.waitUntil(lambda: window.banner.notice is not None)
    hit(cards.practise)
    folder = project_of(window).session.folder
    answers = open_to_read(window.desk, folder).project.answers
    assert answers["screen_lock_minutes"].value == 10
    assert "ACC-07" not in project_of(window).session.project.state_entry
