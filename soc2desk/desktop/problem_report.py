"""Faults of our own: the window stays open, says so, and keeps a report that a person can copy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from soc2desk.app.fault_report import report_of
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from soc2desk.desktop.words import Words


def report_faults(say: Callable[[Notice | Problem], None], words: Words, stop: Callable[[], object]) -> None:
    """Show every fault that nobody caught in the window's banner; Qt hands faults in slots to sys.excepthook.

    `stop` is called for Ctrl+C in a terminal.
    """

    def caught(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(fault, KeyboardInterrupt):
            stop()
            return
        say(notice_of_fault(fault, words))

    sys.excepthook = caught


def notice_of_fault(fault: BaseException, words: Words) -> Notice | Problem:
    """Return what the banner says of a fault: that the program failed, with a report to copy; a Problem is itself."""
    if isinstance(fault, Problem):
        return fault
    report = report_of(fault)
    sys.stderr.write(report + "\n")
    actions = ((words("window.copy_report"), lambda: QApplication.clipboard().setText(report)),)
    return Notice(words("window.fault", kind=type(fault).__name__), "bad", words("window.fault_detail"), actions)
