"""How soon a window stands on the screen: from before its process starts until the whole of it was painted once."""

from __future__ import annotations

import subprocess
import sys
import time

ENDED = """
import os
from PySide6.QtCore import QCoreApplication, QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            # The first to be painted is the outermost; this comes when all inside it is there too.
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
import sys
import soc2desk.desktop.start as start
made = start.make_window
def make_window(*given):
    made_names = dict()
    exec({ENDED!r}, made_names)
    window = made(*given)
    window.watch = made_names["Watch"]()
    window.home.inside.installEventFilter(window.watch)
    return window
start.make_window = make_window
sys.argv = ["soc2desk"]
from soc2desk.__main__ import main
main()
"""
WAIT_S = 60


def first_paint(script: str) -> float:
    """Return the milliseconds of a script that ends when its window was painted."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=WAIT_S)
    if done.stdout != b"painted":
        raise SystemExit(done.stderr.decode())
    return (time.perf_counter() - begun) * 1000
