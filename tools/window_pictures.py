"""Draw the pictures of the window for README.md and docs/window.md, into docs/pictures.

Run `python -m tools.window_pictures [WORKSPACE]` from the folder of the project. The path of the workspace stands in
the picture of a finished packet: name a new folder whose path may be seen. Look at every picture before it is kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtWidgets import QApplication

from soc2desk.app.desk import open_desk
from soc2desk.app.transfer import new_project
from soc2desk.desktop.start import make_app, make_window
from soc2desk.desktop.theme import Look
from tools.shots import change, display, make_packet

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures"
SIZE = 1180, 760
REST = 1.5  # seconds
TONES = 200  # of a palette: the window needs no more
OTHERS = (("Clinique Erable", "clinique-erable"), ("Tamarack", "tamarack"))
SHOWN, SAMPLE = "Brightwater", "brightwater"
DARK = frozenset({"scope"})


def pictures(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what is drawn, each with the act that leads there."""

    def monthly() -> None:
        change(window, "access_review_period", "monthly")
        rest()
        if window.frame is not None:
            window.frame.preview.paper.reveal("changed")

    return {
        "questions": monthly,
        "controls": lambda: (window.project and window.project.undo(), window.go("owners.ACC-07")),
        "documents": lambda: (window.go("documents.POL-ACP"), window.go("pages.documents")),
        "scope": lambda: window.go("pages.scope"),
        "packet": lambda: make_packet(window),
        "home": window.show_home,
    }


def rest() -> None:
    """Let the window come to rest; not by QTest.qWait, which holds Python's lock while threads of Python have work."""
    end = time.monotonic() + REST
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)


def draw(workspace: Path) -> None:
    """Draw every picture with a window of its own desk."""
    desk, app = open_desk(workspace), make_app()
    window = make_window(desk, app)
    window.resize(*SIZE)
    window.show()
    for name, sample in OTHERS:
        new_project(desk, name, sample=sample)
    window.opening.open_folder(new_project(desk, SHOWN, sample=SAMPLE))
    for name, arrange in pictures(window).items():
        window.theme.choose(Look.DARK if name in DARK else Look.LIGHT)
        arrange()
        rest()
        target = TARGET / f"{name}.png"
        window.grab().save(str(target))
        few = Image.open(target).convert("RGB").quantize(TONES, method=Image.Quantize.MAXCOVERAGE)
        few.save(target, optimize=True)
    window.close()


def main() -> int:
    """Draw in a process that has a display."""
    with tempfile.TemporaryDirectory() as folder, display() as environment:
        workspace = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "soc2desk")
        # With the settings of nobody.
        given = {**environment, "SOC2DESK_PICTURES": workspace, "XDG_CONFIG_HOME": folder}
        return subprocess.run(
            [sys.executable, "-m", "tools.window_pictures"], env=given, cwd=ROOT, check=False
        ).returncode


if __name__ == "__main__":
    if lent := os.environ.get("SOC2DESK_PICTURES"):
        draw(Path(lent))
    else:
        sys.exit(main())
