"""The window uses no network: a whole run makes no socket, and Qt's module for the network is never loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WATCHED = """
import sys
from pathlib import Path

def watch(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was used: {event} {arguments}")

sys.addaudithook(watch)
"""

VISITED = """
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from soc2desk.app.desk import open_desk
from soc2desk.desktop.start import make_app, make_window

faults = []
app = make_app()
window = make_window(open_desk(Path(sys.argv[1])), app)
sys.excepthook = lambda *fault: faults.append(fault)

def until(is_so, most=120_000):
    clock = QElapsedTimer()
    clock.start()
    while not is_so() and clock.elapsed() < most:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    assert is_so()

window.show()
window.show_settings()
window.about()
window.show_home()
window.opening.open_practice("tamarack")
frame = window.frame
for page in frame.order:
    frame.open_page(page)
    QCoreApplication.processEvents()
frame.go("edits.POL-ACP/access-review")
frame.go("answers.company")
window.help_here()
frame.preview.head.pages.click()
until(lambda: frame.preview.pages.view.count > 0)
window.find_anything()
window.finder.close_again()
page = frame.open_page("packet")
window.make_packet()
until(lambda: window.project.work is None)
made = page.result.handed.parcels[0].folder
window.show_home()
window.home.check(made)
until(lambda: window.home.projects.panel.heading.text().startswith("Unchanged"))
window.close()
assert not faults, faults
print("made", len(list(made.rglob("*.pdf"))), "network", "PySide6.QtNetwork" in sys.modules)
"""


def run(script: str, workspace: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SOC2DESK_HOME": str(workspace)}
    return subprocess.run(
        [sys.executable, "-c", WATCHED + script, str(workspace)],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip


def test_a_whole_run_of_the_window_makes_no_socket(tmp_path: Path) -> None:
    done = run(VISITED, tmp_path / "workspace")
    assert (done.returncode, done.stderr) == (0, "")
    made, count, network, is_loaded = done.stdout.split()
    assert (made, network, is_loaded) == ("made", "network", "False")
    assert int(count) > 0


def test_the_watch_refuses_a_socket(tmp_path: Path) -> None:
    done = run("import socket\nsocket.socket()", tmp_path)
    assert done.returncode != 0
    assert "the network was used: socket.__new__" in done.stderr
