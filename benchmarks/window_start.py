"""How soon home stands on the screen, beside a bare window of PySide6: each in processes of its own, in turn.

Run it as `python benchmarks/window_start.py [rounds]`; the fastest of each counts, because a busy machine only adds.
Time runs from before the process starts until the whole window was painted once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.5
ENDED = """
import os, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), 1)
        return False
    def event(self, event):
        if event.type() is QEvent.Type.User:
            os.write(1, b"painted")
            os._exit(0)
        return super().event(event)
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{ENDED}
app = QApplication([])
window, label, watch = QMainWindow(), QLabel("soc2desk"), Watch()
window.setCentralWidget(label)
window.resize(1180, 760)
label.installEventFilter(watch)
window.show()
app.exec()
"""
HOME = f"""
import soc2desk.desktop.start as start
made = start.make_window
def make_window(*given):
    {"{}"}
    window = made(*given)
    window.watch = Watch()
    window.home.inside.installEventFilter(window.watch)
    return window
start.make_window = make_window
import sys
sys.argv = ["soc2desk"]
from soc2desk.__main__ import main
main()
"""


def main() -> int:
    """Print both times and their relation; return 1 when home is too slow."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    watched = HOME.format("\n    ".join(ENDED.strip().splitlines()))
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"QT_QPA_PLATFORM": "offscreen"} | dict(os.environ) | {"HOME": folder}
        times = [(_timed(BARE, surroundings), _timed(watched, surroundings)) for _ in range(rounds + 1)][1:]
    bare, home = (min(one) for one in zip(*times, strict=True))
    print(f"bare window {bare:.0f} ms, home {home:.0f} ms, {home / bare:.2f} times (at most {LIMIT})")
    return int(home > bare * LIMIT)


def _timed(script: str, surroundings: dict[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=surroundings, capture_output=True, check=False,
                          timeout=60)  # fmt: skip
    if done.stdout != b"painted":
        raise SystemExit(done.stderr.decode())
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
