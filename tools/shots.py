"""Draw every page of the window, in both looks, two sizes, short and doubled words, under a real X display.

python tools/shots.py [FOLDER [SCENE ...]]    pictures go to FOLDER (else out/shots), a sheet a page beside them

Where no display is set, a virtual one (Xvfb) is started for the time it takes. Look at every sheet: what is cramped,
cut off, misaligned or ugly is a defect.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from soc2desk.app.desk import open_desk
from soc2desk.app.pages import AFTERWARDS, ASKING, OVERVIEW, window_pages
from soc2desk.app.transfer import new_project
from soc2desk.desktop.home.projects_area import ProjectsArea
from soc2desk.desktop.settings_page import SettingsPage
from soc2desk.desktop.start import make_app, make_window
from soc2desk.desktop.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((900, 600), (1180, 760))
WORDS = ("short", "long")
SAMPLE = "brightwater"
SHEET_WIDTH = 1180  # pixels of one picture on a sheet
PATIENCE_MS = 400


def main() -> int:
    """Draw in one process for each length of words, then lay the sheets."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/shots").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with display() as environment:
        for words in WORDS:
            given = {**environment, "SOC2DESK_WORDS": words, "SOC2DESK_SHOTS": words}
            subprocess.run([sys.executable, __file__, str(folder), *sys.argv[2:]], env=given, check=True, cwd=ROOT)
    print(f"{len(list(folder.glob('*/*.png')))} pictures and {len(list(folder.glob('*.png')))} sheets are in {folder}")
    return 0


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Lend an environment with a display: the one there is, else a virtual one of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    if sys.platform != "linux" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        yield environment
        return
    server = shutil.which("Xvfb")
    if server is None:
        sys.exit("There is no display and no Xvfb here. To install it: sudo apt-get install xvfb")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            running.terminate()


def draw(folder: Path, words: str, only: list[str]) -> None:
    """Draw every page, or some, with one length of words."""
    with tempfile.TemporaryDirectory() as workspace:
        desk = open_desk(Path(workspace))
        app = make_app()
        window = make_window(desk, app)
        window.show()
        folders: dict[str, Path] = {}
        # The look outermost: a change of it draws every page anew.
        for look in (Look.LIGHT, Look.DARK):
            window.theme.choose(look)
            for name, arrange in wanted(scenes(window, folders), only).items():
                arrange()
                for width, height in SIZES:
                    window.resize(width, height)
                    settle(app)
                    target = folder / name / f"{words}-{look.value}-{width}x{height}.png"
                    target.parent.mkdir(exist_ok=True)
                    window.grab().save(str(target))
        window.close()
        if words == WORDS[-1]:
            for name in wanted(scenes(window, folders), only):
                sheet(folder, name)


def wanted(every: dict[str, Callable[[], object]], only: list[str]) -> dict[str, Callable[[], object]]:
    """Return the scenes named, all of them where none is."""
    return {name: act for name, act in every.items() if not only or name in only}


def settle(app: QApplication) -> None:
    """Let the window come to rest: timers, layouts, work in threads."""
    app.processEvents()
    QTest.qWait(PATIENCE_MS)


def scenes(window: MainWindow, folders: dict[str, Path]) -> dict[str, Callable[[], object]]:
    """Return what is drawn, each with the act that leads there; `folders` keeps the projects made for it."""
    desk = window.desk

    def pages(start: str, project: Callable[[], Path]) -> dict[str, Callable[[], object]]:
        order = (OVERVIEW, *window_pages(desk.catalogue), *ASKING, *AFTERWARDS)
        made: dict[str, Callable[[], object]] = {}
        for page in order:
            made[f"{start}-{page}"] = lambda page=page: (
                window.opening.open_folder(project()),
                window.go(f"pages.{page}"),
            )
        return made

    def once(name: str, sample: str | None) -> Path:
        if name not in folders:
            folders[name] = new_project(desk, name, sample=sample)
        return folders[name]

    return {
        "home-empty": window.show_home,
        **pages("filled", lambda: once("brightwater", SAMPLE)),
        "filled-changed": lambda: change(window, "access_review_period", "monthly"),
        "filled-packet-made": lambda: make_packet(window),
        "filled-help": lambda: (window.go("answers.access_review_period"), window.help_here()),
        "filled-finder": lambda: (window.go("pages.access"), window.find_anything()),
        **pages("new", lambda: once("acme", None)),
        "home": window.show_home,
        "home-quick": lambda: (window.show_home(), how_soon(window)),
        "home-send": lambda: (window.show_home(), QTest.qWait(PATIENCE_MS), send(window, desk)),
        "home-take-in": lambda: (window.show_home(), QTest.qWait(PATIENCE_MS), take_in(window, desk)),
        "settings": window.show_settings,
        "settings-keys": lambda: (window.show_settings(), show_keys(window)),
        "about": window.about,
    }


def change(window: MainWindow, question: str, value: str) -> None:
    """Give an answer with the preview looking on."""
    window.go(f"answers.{question}")
    if window.project is not None and window.frame is not None:
        window.frame.preview.look_at(f"answers.{question}")
        QTest.qWait(PATIENCE_MS)
        window.project.put({("answers", question): value}, question)


def how_soon(window: MainWindow) -> None:
    """Ask at home when a report can be there, once home is drawn."""
    QTest.qWait(PATIENCE_MS)
    area = window.findChild(ProjectsArea)
    if isinstance(area, ProjectsArea):
        area.answer_quickly()


def send(window: MainWindow, desk: Desk) -> None:
    """Ask at home how a project goes to a colleague."""
    area = window.findChild(ProjectsArea)
    if isinstance(area, ProjectsArea):
        area.handing.send(SAMPLE, desk.workspace / SAMPLE)
        window.activateWindow()


def take_in(window: MainWindow, desk: Desk) -> None:
    """Ask at home for the password of a file that a colleague sent."""
    file = desk.workspace / "for-a-colleague.soc2desk"
    file.write_bytes(b"S2DLOCK")
    window.opening.open_path(file)


def show_keys(window: MainWindow) -> None:
    """Scroll the settings to the keys."""
    page = window.stack.currentWidget()
    if isinstance(page, SettingsPage):
        area = page.findChild(QScrollArea)
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(page.keys.y())


def make_packet(window: MainWindow) -> None:
    """Make a packet with the button, and wait until it is there."""
    window.make_packet()
    # Not QTest.qWait: it holds Python's lock all the time, and the packet is made in a thread of Python.
    while window.project is not None and window.project.work is not None:
        QApplication.processEvents()
        time.sleep(0.02)


def sheet(folder: Path, name: str) -> None:
    """Lay the pictures of one page on one sheet."""
    pictures = [QPixmap(str(path)) for path in sorted((folder / name).glob("*.png"))]
    scaled = [one.scaledToWidth(SHEET_WIDTH // 2, Qt.TransformationMode.SmoothTransformation) for one in pictures]
    height = max(one.height() for one in scaled)
    rows = (len(scaled) + 1) // 2
    laid = QPixmap(SHEET_WIDTH, rows * height)
    laid.fill(QColor("#888888"))
    painter = QPainter(laid)
    for at, one in enumerate(scaled):
        painter.drawPixmap((at % 2) * SHEET_WIDTH // 2, (at // 2) * height, one)
    painter.end()
    laid.save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    if which := os.environ.get("SOC2DESK_SHOTS"):
        draw(Path(sys.argv[1]), which, sys.argv[2:])
    else:
        sys.exit(main())
