"""One measurement in a process of its own: prints milliseconds, peak memory and pages as JSON.

What is measured: `nothing` and `help` are whole processes; `catalogue` is the first load of a process from the twin,
and `catalogue-imports` the same with the modules it needs; `policy` and `matrix` are drawn warm (the second drawing
counts, as in a packet); `pdfs` draws documents of a sample until there are 300 pages, in one process and warm, and
`whole` makes those files one, with its front; a sample's name is the whole command `soc2desk build`.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

POLICY = "POL-IRP"
"""The document nearest to 2,000 words."""
DAY = date(2026, 11, 22)
LONG = 300
"""Pages of the PDF that is joined."""


def main() -> int:
    """Run the probe named on the command line."""
    what, out = sys.argv[1], Path(sys.argv[2])
    ms, pages = _run(what, out)
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"ms": ms, "pages": pages, "peak_mib": max(mine, children) / per_mib}))
    return 0


def _run(what: str, out: Path) -> tuple[float, int]:
    if what == "nothing":
        return _timed_process([sys.executable, "-c", "pass"]), 0
    if what == "help":
        return _timed_process([sys.executable, "-m", "soc2desk", "--help"]), 0
    if what in {"catalogue", "catalogue-imports"}:
        return _catalogue(with_imports=what != "catalogue")
    if what in {"policy", "matrix"}:
        return _drawn(what)
    if what in {"pdfs", "whole"}:
        return _joined(what)
    return _packet(what, out)


def _timed_process(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def _catalogue(*, with_imports: bool) -> tuple[float, int]:
    start = time.perf_counter()
    from soc2desk.content.load import load

    if not with_imports:
        start = time.perf_counter()
    load()
    return (time.perf_counter() - start) * 1000, 0


def _drawn(what: str) -> tuple[float, int]:
    from soc2desk.app.desk import open_desk
    from soc2desk.document.blocks import Look
    from soc2desk.packet.compose import compose
    from soc2desk.packet.drawing import draw

    desk = open_desk()
    composition = compose(desk.catalogue, desk.answers_file(desk.sample("brightwater")).project, DAY)
    wanted, formats = (POLICY, ("docx", "pdf")) if what == "policy" else ("REG-MTX", ("xlsx", "pdf"))
    document = next(one for one in composition.documents if one.id == wanted)
    made = [draw(kind, document, Look()) for kind in formats]
    start = time.perf_counter()
    made = [draw(kind, document, Look()) for kind in formats]
    return (time.perf_counter() - start) * 1000, _pages(made[1])


def _joined(what: str) -> tuple[float, int]:
    from dataclasses import replace

    from soc2desk.app.desk import open_desk
    from soc2desk.document.blocks import Look
    from soc2desk.document.registers.ground import Ground
    from soc2desk.packet.compose import compose
    from soc2desk.packet.drawing import draw
    from soc2desk.packet.neighbours import with_neighbours
    from soc2desk.packet.plan import plan_files
    from soc2desk.packet.whole import whole_packet

    desk = open_desk()
    composition = compose(desk.catalogue, desk.answers_file(desk.sample("brightwater")).project, DAY)
    files, pages = [], 0
    for file in plan_files(composition.documents, "all", ("pdf",)):
        if pages < LONG:
            files.append(file)
            pages += _pages(draw("pdf", file.document, Look()))
    led = [replace(one, document=document) for one, document in zip(files, with_neighbours(files), strict=True)]
    start = time.perf_counter()
    drawn = [(file, draw("pdf", file.document, Look())) for file in led]
    if what == "pdfs":
        return (time.perf_counter() - start) * 1000, pages
    ground = Ground(composition.engagement, DAY.isoformat(), composition.clauses)
    whole_packet(drawn, "auditor", ground, Look())
    start = time.perf_counter()
    _, pages = whole_packet(drawn, "auditor", ground, Look())
    return (time.perf_counter() - start) * 1000, pages


def _packet(sample: str, out: Path) -> tuple[float, int]:
    from soc2desk.app.desk import open_desk

    desk = open_desk()
    path = desk.sample(sample)
    command = [sys.executable, "-m", "soc2desk", "build", str(path), "--out", str(out), "--quiet", "--json"]
    start = time.perf_counter()
    done = subprocess.run([*command, "--date", DAY.isoformat()], check=True, capture_output=True, text=True)
    ms = (time.perf_counter() - start) * 1000
    folders = [Path(one["folder"]) for one in json.loads(done.stdout)]
    return ms, sum(_pages(file.read_bytes()) for folder in folders for file in folder.rglob("*.pdf"))


def _pages(content: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(content))


if __name__ == "__main__":
    sys.exit(main())
