"""One measurement of the window in a process of its own: prints milliseconds and peak memory as JSON.

`bare` and `home` are whole processes from their start to the first painted page: an empty Qt window, and ours.
`answer` is the time from an answer to its repainted preview, `pages` from one page to another that was open before,
`first-pages` to one that was not; each is the median of many. `memory` makes 50,000 changes, moves and undos by script
and gives the milliseconds of each thousand; `mib_before` and `mib_after` are what the process holds then.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ACTIONS = 50_000
ROUNDS = 40
QUESTIONS = ("access_review_period", "restore_test_frequency", "log_review_period", "self_check_period")
PAGES = ("company", "access", "people", "controls", "documents", "readiness", "scope", "continuity")

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("soc2desk"))
"""
HOME = """
import sys
from soc2desk.app.preferences import Settings
from soc2desk.desktop.start import make_app, make_window
app = make_app()
window = make_window(Settings.read(), app)
"""
UNTIL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            os._exit(0)
        return False
watch = Watch()
window.centralWidget().installEventFilter(watch)
window.show()
app.exec()
"""


def main() -> int:
    """Run the probe named on the command line."""
    what = sys.argv[1]
    told = {"bare": lambda: _start(BARE), "home": lambda: _start(HOME)}.get(what, lambda: _inside(what))()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"pages": 0, "peak_mib": max(peak, children) / per_mib, **told}))
    return 0


def _start(script: str) -> dict[str, float]:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", script + UNTIL_PAINTED], check=True, stdout=subprocess.DEVNULL)
    return {"ms": (time.perf_counter() - begun) * 1000}


def _inside(what: str) -> dict[str, float]:
    from soc2desk.app.preferences import Settings
    from soc2desk.app.transfer import new_project
    from soc2desk.desktop.start import make_app, make_window

    with tempfile.TemporaryDirectory() as folder:
        app = make_app()
        window = make_window(Settings.read(Path(folder)), app)
        window.resize(1180, 760)
        window.show()
        window.opening.open_folder(new_project(window.desk, "brightwater", sample="brightwater"))
        app.processEvents()
        probe: dict[str, Callable[[MainWindow, QApplication], dict[str, float]]] = {
            "answer": _answers,
            "pages": _pages,
            "first-pages": _first_pages,
            "memory": _memory,
        }
        told = probe[what](window, app)
        window.opening.close_project()
    return told


def open_project(window: MainWindow) -> OpenProject:
    """Return the project that the probe opened."""
    if window.project is None:
        message = "the project did not open"
        raise RuntimeError(message)
    return window.project


def _timed(act: Callable[[], object], app: QApplication) -> float:
    begun = time.perf_counter()
    act()
    # What was asked to be painted is painted before this returns.
    app.processEvents()
    return (time.perf_counter() - begun) * 1000


def _answers(window: MainWindow, app: QApplication) -> dict[str, float]:
    window.go("answers.access_review_period")
    app.processEvents()
    given = cycle(("monthly", "quarterly"))
    times = [_timed(lambda: _give(window, QUESTIONS[0], next(given)), app) for _ in range(ROUNDS)]
    return {"ms": statistics.median(times), "worst_ms": max(times)}


def _give(window: MainWindow, question: str, value: str) -> None:
    problem = open_project(window).put({("answers", question): value}, "answer")
    if problem is not None:
        raise problem


def _pages(window: MainWindow, app: QApplication) -> dict[str, float]:
    for page in PAGES:
        _timed(lambda page=page: window.go(f"pages.{page}"), app)
    times = [_timed(lambda page=page: window.go(f"pages.{page}"), app) for page in islice(cycle(PAGES), ROUNDS)]
    return {"ms": statistics.median(times), "worst_ms": max(times)}


def _first_pages(window: MainWindow, app: QApplication) -> dict[str, float]:
    times = [_timed(lambda page=page: window.go(f"pages.{page}"), app) for page in PAGES]
    return {"ms": statistics.median(times), "worst_ms": max(times)}


def _memory(window: MainWindow, app: QApplication) -> dict[str, float]:
    for page in PAGES:
        window.go(f"pages.{page}")
    for step in range(ACTIONS // 50):
        _act(window, app, step)
    before, begun = _held(), time.perf_counter()
    for step in range(ACTIONS):
        _act(window, app, step)
    took = (time.perf_counter() - begun) * 1000
    return {"ms": took / (ACTIONS / 1000), "mib_before": before, "mib_after": _held()}


def _act(window: MainWindow, app: QApplication, step: int) -> None:
    """One act of a person: mostly answers, now and then undo, another page, and everything composed again."""
    match step % 20:
        case 7:
            window.undo()
        case 13 if step % 200 == 13:  # noqa: PLR2004 - rarer than the other acts
            window.go(f"pages.{PAGES[step // 200 % len(PAGES)]}")
        case 17 if step % 400 == 17:  # noqa: PLR2004 - rarer still
            open_project(window).settle()
        case _:
            _give(window, QUESTIONS[step % len(QUESTIONS)], ("monthly", "quarterly")[step // 20 % 2])
    app.processEvents()


def _held() -> float:
    """Return the MiB that the process holds now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    sys.exit(main())
