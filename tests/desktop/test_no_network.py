"""The window uses no network: a whole run asks for no internet socket, and Qt's module for the network is never loaded.

Looked at from outside where the system allows it, with nothing of the program changed; elsewhere from inside Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.watched import can_watch, families_of, needs_strace, run_alone, watched

if TYPE_CHECKING:
    from pathlib import Path

WATCH = """
import sys

def watch(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was used: {event} {arguments}")

sys.addaudithook(watch)
"""

VISITED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from soc2desk.app.desk import open_desk
from soc2desk.desktop.start import make_app, make_window

faults = []
app = make_app()
window = make_window(open_desk(Path(sys.argv[1])), app)
sys.excepthook = lambda *fault: (faults.append(fault), sys.__excepthook__(*fault))

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
# A PDF was drawn for the preview, and every format is drawn under the same watch from the command line.
for kind in ("pdf", "docx"):
    page.before.choices.formats[kind].setChecked(False)
window.make_packet()
until(lambda: window.project.work is None)
made = page.result.handed.parcels[0].folder
window.show_home()
window.home.check(made)
until(lambda: window.home.projects.panel.heading.text().startswith("Unchanged"))
window.close()
assert not faults, faults
print("made", len(list(made.rglob("*.xlsx"))), "network", "PySide6.QtNetwork" in sys.modules)
"""


def check_visit(code: int, said: str, complained: str) -> None:
    """See that the walk was made to its end, and what it loaded."""
    assert (code, complained) == (0, "")
    made, count, network, is_loaded = said.split()
    assert (made, network, is_loaded) == ("made", "network", "False")
    assert int(count) > 0


@needs_strace
def test_a_whole_run_of_the_window_asks_the_system_for_no_internet_socket(tmp_path: Path) -> None:
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "SOC2DESK_HOME": str(tmp_path / "workspace")}
    done, families = watched(VISITED, [tmp_path / "workspace"], tmp_path, surroundings)
    check_visit(done.returncode, done.stdout, done.stderr)
    assert families == frozenset()


@pytest.mark.skipif(can_watch(), reason="the same walk is watched from outside, which sees more")
def test_a_whole_run_of_the_window_makes_no_socket_that_python_knows_of(tmp_path: Path) -> None:
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "SOC2DESK_HOME": str(tmp_path / "workspace")}
    done = run_alone(WATCH + VISITED, [tmp_path / "workspace"], surroundings)
    check_visit(done.returncode, done.stdout, done.stderr)


def test_the_watch_from_inside_refuses_a_socket() -> None:
    done = run_alone(WATCH + "import socket\nsocket.socket()", [], {})
    assert done.returncode != 0
    assert "the network was used: socket.__new__" in done.stderr


@needs_strace
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_watch_from_outside_sees_a_socket_that_a_thread_of_a_child_asks_for(family: str, tmp_path: Path) -> None:
    ask = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
    script = f"import subprocess, sys, threading\nasked = [sys.executable, '-c', {ask!r}]\n"
    script += "one = threading.Thread(target=subprocess.run, args=(asked,))\none.start()\none.join()"
    _, families = watched(script, [], tmp_path, {})
    assert families == {family.removeprefix("AF_")}


def test_an_address_is_told_from_a_socket_that_stays_here() -> None:
    assert families_of("connect(5, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0") == {"INET6"}
    assert families_of('connect(5, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1') == frozenset()
