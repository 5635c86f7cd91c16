"""One measurement of a project on its way to a colleague, in a process of its own: milliseconds and memory as JSON.

`send` writes the sample company into one file with the least evidence, and is what the others are set beside.
`send-large` does so with a file of 400 MB, `lock-large` with the same under a password, whose key alone takes 128 MiB;
`take-in-large` and `unlock-large` read such files into a new project. Nothing of these may grow with the evidence.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from soc2desk.app.desk import open_desk
from soc2desk.app.sending import send, take_in
from soc2desk.app.transfer import new_project
from soc2desk.storage.codec import project_from_plain, project_to_plain
from soc2desk.storage.projects import open_folder, save

SAMPLE = "brightwater"
LARGE = 400 * 1024**2
PASSWORD = "four words of mine"  # noqa: S105 - of a probe
NAME = "e-0001-er-045-export.bin"


def main() -> int:
    """Run the probe named on the command line; what is read is written by a process before it."""
    what = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 3:  # noqa: PLR2004 - the process that writes what another one reads
            _send(Path(sys.argv[3]), locked=what == "unlock-large", size=LARGE)
            return 0
        ms = _send(Path(folder), locked="lock" in what, size=LARGE if "large" in what else 1) if what in SENT else None
        ms = _take_in(what, Path(folder)) if ms is None else ms
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"pages": 0, "ms": ms, "peak_mib": peak / per_mib}))
    return 0


SENT = ("send", "send-large", "lock-large")


def _send(place: Path, *, locked: bool, size: int) -> float:
    desk = open_desk(place / "here")
    folder = new_project(desk, "acme", sample=SAMPLE)
    _attach(folder, size)
    start = time.perf_counter()
    for _ in send(desk, folder, place / "acme.soc2desk", with_evidence=True, password=PASSWORD if locked else ""):
        pass
    return (time.perf_counter() - start) * 1000


def _attach(folder: Path, size: int) -> None:
    """Put a file of evidence into a project, a hole on the disk, without reading it."""
    desk = open_desk(folder.parent)
    (folder / "evidence").mkdir()
    with (folder / "evidence" / NAME).open("wb") as file:
        file.truncate(size)
    stored = open_folder(folder, desk.catalogue)
    plain = project_to_plain(stored.project, desk.catalogue)
    row = {"name": "Export", "file": NAME, "digest": hashlib.sha256(b"").hexdigest(), "size": str(size)}
    save(stored, project_from_plain({**plain, "evidence": {"e-0001": row}}, desk.catalogue), desk.catalogue)


def _take_in(what: str, place: Path) -> float:
    import subprocess

    subprocess.run([sys.executable, __file__, what, "", str(place)], check=True)
    desk = open_desk(place / "there")
    _ = desk.catalogue
    start = time.perf_counter()
    for _ in take_in(desk, place / "acme.soc2desk", password=PASSWORD if what == "unlock-large" else ""):
        pass
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
