"""The first picture of the window: what it must not wait for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "PySide6.QtSvg", "docx", "filelock", "jinja2", "lxml", "markdown_it", "msgspec", "pypdfium2", "reportlab",
    "soc2desk.app.session", "soc2desk.content.load", "soc2desk.desktop.project_frame", "soc2desk.packet.compose",
    "soc2desk.storage.projects", "tinydb", "xlsxwriter", "yaml",
)  # fmt: skip
SCRIPT = f"""
import sys
import soc2desk.desktop.start as start
from soc2desk.app.first_sight import first_sight
first = first_sight()
first.desk.window_words  # in a wheel these come from their twin; here they may have to be read once
first = first_sight()
for name in [name for name in sys.modules if name.split(".")[0] in ("yaml", "msgspec")]:
    del sys.modules[name]
app = start.make_app()
window = start.make_window(first.desk, app, first)
def tell():
    print(sorted(set({HEAVY!r}) & set(sys.modules)), window.home.cards.name.isVisible(), flush=True)
    app.exit()
window.home._begin = tell
from soc2desk.desktop.home.first_paint import FirstPaint
FirstPaint(window.home.inside).done.connect(tell)
window.show()
app.exec()
import os
os._exit(0)
"""


def test_home_is_painted_before_anything_but_words_and_qt_is_loaded(tmp_path: Path) -> None:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SOC2DESK_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "[] True"
