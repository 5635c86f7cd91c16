"""Long work beside the window: in a thread, step by step, stopped between two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from soc2desk.domain.steps import Step

    Work = Callable[[], Generator[Step, None, object]]


class Job(QThread):
    """One piece of long work. Its signals reach the window's own thread; exactly one of the last three ends it."""

    stepped = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        """Hold the work: a generator that yields Steps and returns a result. Begin it with start()."""
        super().__init__(parent)
        self._work = work
        self._stop = False

    def cancel(self) -> None:
        """Stop after the present step; the work cleans up after itself."""
        self._stop = True

    def run(self) -> None:
        """Do the work; Qt calls this in the thread."""
        steps = self._work()
        try:
            self._follow(steps)
        except Problem as problem:
            self.failed.emit(problem)
        except Exception as fault:  # noqa: BLE001 - shown in the window with a report; a thread has no one above it
            self.failed.emit(fault)

    def _follow(self, steps: Generator[Step, None, object]) -> None:
        while True:
            if self._stop:
                steps.close()
                self.cancelled.emit()
                return
            try:
                step = next(steps)
            except StopIteration as end:
                self.done.emit(end.value)
                return
            self.stepped.emit(step)


def one_act(act: Callable[[], object]) -> Generator[Step, None, object]:
    """Return an act that has no steps as work for a Job."""
    yield from ()
    return act()
