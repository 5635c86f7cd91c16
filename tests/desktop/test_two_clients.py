"""A window in which one client was worked on shows and writes nothing of it for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QPlainTextEdit, QTextEdit, QWidget

from soc2desk.storage.projects import create
from tests.composed import catalogue
from tests.desktop.driving import field, press, write
from tests.two_clients import FIRST, SECOND, client, marks_in, own_ids, seen_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def all_words(root: QWidget) -> str:
    """Return every text that widgets hold, in sight or not: labels, fields, papers, lists and trees."""
    found = [root.windowTitle(), root.accessibleName()]
    for widget in root.findChildren(QWidget):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += cells(widget, QModelIndex())
    return "\n".join(found)


def cells(view: QAbstractItemView, parent: QModelIndex) -> list[str]:
    """Return the texts of a list, table or tree, the lines below lines too."""
    model, columns = view.model(), 1 if isinstance(view, QListView) else view.model().columnCount(parent)
    found = []
    for row in range(model.rowCount(parent)):
        places = [model.index(row, column, parent) for column in range(columns)]
        found += [str(one.data() or "") for one in places]
        found += [] if isinstance(view, QListView) else cells(view, places[0])
    return found


def work_on(window: MainWindow, folder: Path, mark: str, qtbot: QtBot) -> str:
    """Open a client, type, look at the preview, search, undo and leave; return all that the window held."""
    assert window.opening.open_folder(folder)
    assert window.frame is not None
    assert window.project is not None
    field(window, "answers.service_summary").take_focus()
    press(Qt.Key.Key_End, CONTROL)
    write(f" {mark}900")
    field(window, "answers.company").take_focus()
    preview = window.frame.preview
    qtbot.waitUntil(lambda: mark in preview.paper.toPlainText(), timeout=10_000)
    press(Qt.Key.Key_K, CONTROL)
    assert window.finder is not None
    write("qx")
    found = [window.finder.rows.entry(row).title for row in range(window.finder.rows.rowCount())]
    press(Qt.Key.Key_Escape)
    # Home lists every client; all else of the window is about this one.
    held = "\n".join(map(all_words, (window.frame, window.banner, window.finder))) + window.windowTitle()
    window.project.undo()
    held += "\n".join(step.label for step in window.project.session.steps.undone)
    window.show_home()
    return "\n".join((held, *found))


def test_nothing_of_the_client_before_is_shown_searched_undone_or_written(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first, second = client(desk, "tamarack", FIRST), client(desk, "prairie-hosting", SECOND)
    alder, birch = (
        create(desk.workspace, name, one, catalogue()) for name, one in (("alder", first), ("birch", second))
    )
    before = work_on(window, alder, FIRST, qtbot)
    assert len(marks_in(before, FIRST)) > 5
    shown = work_on(window, birch, SECOND, qtbot)
    assert len(marks_in(shown, SECOND)) > 5
    assert marks_in(shown, FIRST) == set()
    assert seen_of(FIRST, own_ids(first, second), birch) == []
    assert seen_of(SECOND, own_ids(second, first), alder) == []
