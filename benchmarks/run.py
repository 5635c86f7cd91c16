"""Measures what a person waits for. Each figure is the median of several fresh processes; ratios are of one run.

python benchmarks/run.py [--runs N] [--json] [--only packet|programme|sending|window|memory|decade]
Machines are noisy: read the ratios, and the smallest and largest figure beside each median. The window is measured
without a screen, and on a real X display too where `xvfb-run` is there. The memory of the window and a company of ten
years beside the sample take minutes and are measured only when they are asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROBE, WINDOW_PROBE, PROGRAMME_PROBE = HERE / "probe.py", HERE / "window_probe.py", HERE / "programme_probe.py"
SENDING_PROBE, DECADE_PROBE = HERE / "sending_probe.py", HERE / "decade_probe.py"
WHOLE = ("nothing", "help")
INSIDE = ("catalogue", "catalogue-imports", "policy", "matrix")
JOINED = ("pdfs", "whole")
SAMPLES = ("brightwater", "clinique-erable", "prairie-hosting", "tamarack")
WINDOW = ("bare", "home", "open", "key", "refresh", "answer", "settle", "pages", "first-pages", "packet")
PROGRAMME = ("compose", "records", "put", "schedule", "calendars", "compare", "attach", "users")
SENDING = ("send", "send-large", "lock-large", "take-in-large", "unlock-large")
DECADE = (
    "open", "put", "save", "attach", "settle", "page", "typed", "found", "check", "build", "copied", "verify",
    "verify_zip", "export",
)  # fmt: skip
AIMS = {
    "home": "1.5 x bare", "key": "16 ms", "refresh": "20 ms", "answer": "150 ms", "pages": "100 ms",
    "compose": "130 ms", "records": "400 ms", "whole": "500 ms",
}  # fmt: skip
PARTS = ("packet", "programme", "sending", "window", "memory", "decade")
RUNS_OF_PROGRAMME = 1
"""They take long, and most count the best of several rounds by themselves."""
MEMORY = "memory"
ON_A_DISPLAY = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24")


@dataclass(frozen=True)
class Figure:
    """One measurement: milliseconds (median, least, most), peak memory in MiB, pages drawn a second (0 for none)."""

    what: str
    median_ms: float
    least_ms: float
    most_ms: float
    peak_mib: float
    pages_a_second: float


@dataclass(frozen=True)
class Beside:
    """One act with the sample company and with one of ten years: milliseconds, their ratio, and peak memory in MiB."""

    what: str
    small_ms: float
    decade_ms: float
    ratio: float
    small_mib: float
    decade_mib: float


@dataclass(frozen=True)
class Growth:
    """What the window held, in MiB, before and after many acts, and the milliseconds of a thousand of them."""

    before_mib: float
    after_mib: float
    ms_a_thousand: float


def measure(what: str, runs: int, folder: Path, *, display: bool = False) -> Figure:
    """Return the figures of one probe over fresh processes; the first run warms the caches and is not counted."""
    results = [_probe(what, folder, display=display) for _ in range(runs + 1)][1:]
    times = [result["ms"] for result in results]
    median = statistics.median(times)
    pages = results[0]["pages"]
    return Figure(
        f"{what} (X)" if display else what,
        round(median, 1),
        round(min(times), 1),
        round(max(result.get("worst_ms", result["ms"]) for result in results), 1),
        round(max(result["peak_mib"] for result in results), 1),
        round(pages / median * 1000, 1) if pages else 0.0,
    )


def _probe(what: str, folder: Path, *, display: bool = False) -> dict[str, float]:
    is_of_window = what in {*WINDOW, MEMORY}
    platform = {"QT_QPA_PLATFORM": "xcb" if display else "offscreen"} if is_of_window else {}
    kept = {"SOC2DESK_CACHE": str(folder / "cache"), "SOC2DESK_HOME": str(folder / "home")}
    others = {**dict.fromkeys(PROGRAMME, PROGRAMME_PROBE), **dict.fromkeys(SENDING, SENDING_PROBE)}
    is_of_ten_years = what.startswith(("small-", "decade-"))
    probe = WINDOW_PROBE if is_of_window else DECADE_PROBE if is_of_ten_years else others.get(what, PROBE)
    program = [sys.executable, str(probe), what, str(folder / "out")]
    command = [*ON_A_DISPLAY, *program] if display else program
    # Modules are compiled once, as where the program is installed, whatever the surroundings say.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**surroundings, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), **kept, **platform}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=folder)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def growth(folder: Path) -> Growth:
    """Return what 50,000 acts in the window leave in memory; measured once."""
    found = _probe(MEMORY, folder)
    return Growth(*(round(found[name], 1) for name in ("mib_before", "mib_after", "ms")))


def beside(folder: Path) -> list[Beside]:
    """Return each act with both companies; one process each, for a packet of ten years takes minutes."""
    found = []
    for what in DECADE:
        small, large = _probe(f"small-{what}", folder), _probe(f"decade-{what}", folder)
        figures = (small["ms"], large["ms"], large["ms"] / small["ms"], small["peak_mib"], large["peak_mib"])
        found.append(Beside(what, *(round(one, 1) for one in figures)))
    return found


def _tables(part: str, runs: int, folder: Path) -> list[list[Figure]]:
    tables = []
    if part in {"", "packet"}:
        tables.append([measure(what, runs, folder) for what in (*WHOLE, *INSIDE, *SAMPLES)])
        tables.append([measure(what, runs, folder) for what in JOINED])
    if part in {"", "programme"}:
        tables.append([measure(what, min(runs, RUNS_OF_PROGRAMME), folder) for what in PROGRAMME])
    if part in {"", "sending"}:
        tables.append([measure(what, min(runs, RUNS_OF_PROGRAMME), folder) for what in SENDING])
    if part in {"", "window"}:
        tables.append([measure(what, runs, folder) for what in WINDOW])
        if shutil.which(ON_A_DISPLAY[0]):
            tables.append([measure(what, runs, folder, display=True) for what in WINDOW])
    return tables


def _print(figures: list[Figure]) -> None:
    """Print one table; its ratios are to its first line."""
    start = figures[0]
    names = f"{'median ms':>11}{'least':>9}{'most':>9}{'peak MiB':>10}{'pages/s':>9}"
    print(f"{'what':<18}{names}{'x ' + start.what:>13}  aim")
    for one in figures:
        ratio, aim = one.median_ms / start.median_ms, AIMS.get(one.what.partition(" ")[0], "")
        print(
            f"{one.what:<18}{one.median_ms:>11}{one.least_ms:>9}{one.most_ms:>9}{one.peak_mib:>10}"
            f"{one.pages_a_second:>9}{ratio:>13.2f}  {aim}".rstrip()
        )
    print()


def _print_beside(found: list[Beside]) -> None:
    print(f"{'ten years':<12}{'sample ms':>11}{'decade ms':>11}{'ratio':>9}{'sample MiB':>12}{'decade MiB':>12}")
    for one in found:
        print(
            f"{one.what:<12}{one.small_ms:>11}{one.decade_ms:>11}{one.ratio:>9}{one.small_mib:>12}{one.decade_mib:>12}"
        )


def main() -> int:
    """Measure what is asked for and print tables, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=PARTS, default="")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tables = _tables(args.only, args.runs, Path(folder))
        grown = growth(Path(folder)) if args.only == MEMORY else None
        ten_years = beside(Path(folder)) if args.only == "decade" else []
    if args.json:
        figures = [asdict(figure) for table in tables for figure in table]
        told = {"figures": figures, "growth": asdict(grown) if grown else None, "decade": list(map(asdict, ten_years))}
        print(json.dumps(told, indent=2))
        return 0
    for table in tables:
        _print(table)
    if ten_years:
        _print_beside(ten_years)
    if grown:
        print(f"window, 50,000 acts: {grown.before_mib} MiB before, {grown.after_mib} after, "
              f"{grown.ms_a_thousand} ms a thousand")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
