from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from tests.cli.driving import Run, alone, half_made

if TYPE_CHECKING:
    from pathlib import Path


def test_the_demo_is_built_told_and_verified(tmp_path: Path) -> None:
    done = alone("demo", "--out", tmp_path / "out", SOURCE_DATE_EPOCH="1795132800")
    assert done.returncode == 0, done.stderr
    packet = tmp_path / "out" / "brightwater-labs-inc-2026-11-20"
    assert done.stdout.startswith(f"{packet}  (")
    assert f"{packet}.zip\n" in done.stdout
    assert f"{packet}-internal  (" in done.stdout
    assert done.stdout.endswith("Verified: unchanged.\n")
    assert half_made(tmp_path / "out") == []
    # Piped: a plain line a file, counted over everything that is made.
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"1 of {len(lines)}  ")
    assert lines[-1].startswith(f"{len(lines)} of {len(lines)}  ")
    assert "Readiness report" not in "\n".join(zipfile.ZipFile(f"{packet}.zip").namelist())


def test_wrong_numbers_of_processes_are_refused(run: Run, tmp_path: Path) -> None:
    for jobs in ("0", "-3", "65", "2.5", "two", "²"):
        ran = run("demo", "--out", tmp_path / "out", "--jobs", jobs)
        assert ran.code == 2, jobs
        assert "--jobs" in ran.err
    assert not (tmp_path / "out").exists()
