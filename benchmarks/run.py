"""Measures what a person waits for. Each figure is the median of several fresh processes; ratios are of one run.

python benchmarks/run.py [--runs N] [--json]
Machines are noisy: read the ratios, and the smallest and largest figure beside each median.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROBE = HERE / "probe.py"
WHOLE = ("nothing", "help")
INSIDE = ("catalogue", "catalogue-imports", "policy", "matrix")
SAMPLES = ("brightwater", "clinique-erable", "prairie-hosting", "tamarack")


@dataclass(frozen=True)
class Figure:
    """One measurement: milliseconds (median, least, most), peak memory in MiB, pages drawn a second (0 for none)."""

    what: str
    median_ms: float
    least_ms: float
    most_ms: float
    peak_mib: float
    pages_a_second: float


def measure(what: str, runs: int, folder: Path) -> Figure:
    """Return the figures of one probe over fresh processes; the first run warms the caches and is not counted."""
    results = [_probe(what, folder) for _ in range(runs + 1)][1:]
    times = [result["ms"] for result in results]
    median = statistics.median(times)
    pages = results[0]["pages"]
    return Figure(
        what,
        round(median, 1),
        round(min(times), 1),
        round(max(times), 1),
        round(max(result["peak_mib"] for result in results), 1),
        round(pages / median * 1000, 1) if pages else 0.0,
    )


def _probe(what: str, folder: Path) -> dict[str, float]:
    environment = {**os.environ, "SOC2DESK_CACHE": str(folder / "cache"), "SOC2DESK_HOME": str(folder / "home")}
    command = [sys.executable, str(PROBE), what, str(folder / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=folder)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> int:
    """Measure everything and print a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = [measure(what, args.runs, Path(folder)) for what in (*WHOLE, *INSIDE, *SAMPLES)]
    if args.json:
        print(json.dumps([asdict(figure) for figure in figures], indent=2))
        return 0
    start = figures[0].median_ms
    print(f"{'what':<18}{'median ms':>11}{'least':>9}{'most':>9}{'peak MiB':>10}{'pages/s':>9}{'x start':>9}")
    for one in figures:
        print(
            f"{one.what:<18}{one.median_ms:>11}{one.least_ms:>9}{one.most_ms:>9}{one.peak_mib:>10}"
            f"{one.pages_a_second:>9}{one.median_ms / start:>9.1f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
