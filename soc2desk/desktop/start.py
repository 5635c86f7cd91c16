"""Starts the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from soc2desk.app.desk import Desk
    from soc2desk.app.first_sight import FirstSight
    from soc2desk.desktop.window import MainWindow

WORDS_VARIABLE = "SOC2DESK_WORDS"


def run(sight: FirstSight, folder: Path | None = None) -> int:
    """Show the window until it is closed, with the project of a folder open; return the exit code.

    Raises UsageProblem on a machine without a display.
    """
    refuse_without_display()
    app = make_app()
    window = make_window(sight.desk, app, sight)
    window.show()
    if folder is not None:
        window.opening.open_folder(folder)
    return app.exec()


def refuse_without_display() -> None:
    """Raise UsageProblem where no window can be shown: Qt would end the program without a sentence."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        hint = "All of the work can be done with commands too: soc2desk --help."
        raise UsageProblem("There is no display here, so no window can be shown.", hint=hint)


def make_app() -> QApplication:
    """Return the program as Qt sees it."""
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("soc2desk")
    return app


def make_window(desk: Desk, app: QApplication, sight: FirstSight | None = None) -> MainWindow:
    """Return the window, not shown yet, which also reports what goes wrong inside it.

    `sight` brings its look and its place on the screen; without one it stands as on its first day.
    """
    from soc2desk.desktop.problem_report import report_faults
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.theme import Look, Theme
    from soc2desk.desktop.window import MainWindow
    from soc2desk.desktop.window_place import put_in_place
    from soc2desk.desktop.words import LONG, Words

    words = Words(desk.window_words, doubled=os.environ.get(WORDS_VARIABLE) == LONG)
    look = Look(sight.look) if sight and sight.look in list(Look) else Look.SYSTEM
    window = MainWindow(desk, words, Theme(app, look), Remembered(sight.named if sight else None, app))
    if sight is not None:
        put_in_place(window, sight.windows)
    report_faults(window.say, words, window.close)
    return window
