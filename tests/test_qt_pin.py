"""The version of PySide6 that is installed lives through many void calls.

PySide6 6.12.0 drops one reference to None at every call that returns nothing. Where None is not immortal (Python 3.11)
the process is aborted after some thousand calls, and no short test of a window shows it.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = 20_000
SCRIPT = f"""
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
application = QCoreApplication([])
timer, thing = QTimer(), QObject()
before = sys.getrefcount(None)
for number in range({CALLS} // 2):
    timer.setInterval(number)
    thing.setObjectName("one")
print(before - sys.getrefcount(None), timer.interval(), thing.objectName())
"""


def test_twenty_thousand_void_calls_cost_no_reference_to_none_and_the_process_ends_well() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    lost, interval, name = done.stdout.split()
    assert int(lost) < 1_000
    assert (interval, name) == (str(CALLS // 2 - 1), "one")
