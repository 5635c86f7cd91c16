"""Somebody who works in the window by script: answers, turns pages, types, and waits until it is painted."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.page import Page

ACTIONS = 50_000
BURST = 10
"""Acts after which the window is painted."""
QUESTIONS = ("access_review_period", "restore_test_frequency", "self_check_period", "access_removal_limit")
RHYTHMS = ("monthly", "quarterly")
TIMES = ("2 hours", "1 business day")
PAGES = ("company", "access", "people", "controls", "documents", "readiness", "scope", "continuity")
PATIENCE_S = 10


class Person:
    """One person at the window with the sample company's project open."""

    def __init__(self, workspace: Path) -> None:
        from soc2desk.app.desk import open_desk
        from soc2desk.app.transfer import new_project
        from soc2desk.desktop.start import make_app, make_window

        self.app = make_app()
        by_the_interpreter = sys.excepthook
        desk = open_desk(workspace)
        self.window = make_window(desk, self.app)
        # A fault ends the measurement, and stands in no banner.
        sys.excepthook = by_the_interpreter
        self.window.resize(1180, 760)
        self.window.show()
        self.window.opening.open_folder(new_project(desk, "brightwater", sample="brightwater"))
        self.window.activateWindow()
        self.rest()

    @property
    def project(self) -> OpenProject:
        """The project that is open."""
        return self.window.project  # type: ignore[return-value]

    @property
    def page(self) -> Page:
        """The page in sight."""
        return self.window.frame.page  # type: ignore[union-attr,return-value]

    def heading(self) -> QWidget:
        """Return what every page paints: its heading."""
        return self.page.heading

    def paper(self) -> QWidget:
        """Return what the preview is painted on."""
        return self.window.frame.preview.paper.viewport()  # type: ignore[union-attr]

    def focused(self) -> QWidget:
        """Return what has the keyboard."""
        found = self.app.focusWidget()
        if found is None:
            message = "nothing has the keyboard"
            raise RuntimeError(message)
        return found

    def timed(self, act: Callable[[], object], painted: Callable[[], QWidget] | None = None) -> float:
        """Return the milliseconds of an act, with `painted` until that was painted anew and nothing else waits."""
        begun = time.perf_counter()
        act()
        if painted is not None:
            self._wait_for(painted())
        return (time.perf_counter() - begun) * 1000

    def _wait_for(self, widget: QWidget) -> None:
        from PySide6.QtCore import QEvent, QEventLoop, QObject

        class Watch(QObject):
            seen = False

            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
                self.seen = self.seen or event.type() is QEvent.Type.Paint
                return False

        watch, patience = Watch(), time.monotonic() + PATIENCE_S
        widget.installEventFilter(watch)
        while not watch.seen:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            if time.monotonic() > patience:
                message = f"{widget} was never painted"
                raise RuntimeError(message)
        widget.removeEventFilter(watch)

    def rest(self, *, wait: bool = False) -> None:
        """Let the window do what waits; with `wait` until something comes."""
        from PySide6.QtCore import QEventLoop

        flags = QEventLoop.ProcessEventsFlag
        if wait:
            self.app.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
            return
        for _ in range(3):
            self.app.processEvents()
            time.sleep(0.006)  # Qt puts painting off for up to five milliseconds
        self.app.processEvents()

    def press(self, letter: str) -> None:
        """Type a letter where the keyboard is."""
        from PySide6.QtTest import QTest

        QTest.keyClick(self.focused(), letter)

    def answer(self, question: str, value: str) -> None:
        """Answer a question."""
        problem = self.project.put({("answers", question): value}, "answer")
        if problem is not None:
            raise problem

    def act(self, step: int) -> None:
        """Do one thing: mostly answers, now and then undo, another page, and everything composed again."""
        match step % 20:
            case 7:
                self.window.undo()
            case 13 if step % 200 == 13:  # noqa: PLR2004 - rarer than the other acts
                self.window.go(f"pages.{PAGES[step // 200 % len(PAGES)]}")
            case 17 if step % 400 == 17:  # noqa: PLR2004 - rarer still
                self.project.settle()
            case _:
                question = QUESTIONS[step % len(QUESTIONS)]
                self.answer(question, (TIMES if question.endswith("limit") else RHYTHMS)[step // 20 % 2])
        if step % BURST == 0:
            self.app.processEvents()


def held() -> float:
    """Return the MiB that the process holds now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 2**20
