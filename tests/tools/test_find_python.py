"""`make` finds a Python that can do the work, or says in one sentence where to get it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "find_python.sh"
SHELL = shutil.which("sh")


def find(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script where nothing but this folder is searched."""
    return subprocess.run([str(SHELL), SCRIPT], env={"PATH": str(folder)}, capture_output=True, text=True, check=False)


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_a_name_that_does_not_run_and_one_that_is_too_old_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "python3.13", "exit 127")
    put(tmp_path, "python3", "exit 1")
    put(tmp_path, "python", f'exec "{sys.executable}" "$@"')
    assert find(tmp_path).stdout == "python\n"


def test_the_newest_by_name_comes_first(tmp_path: Path) -> None:
    for name in ("python3.11", "python3.13", "python3"):
        put(tmp_path, name, f'exec "{sys.executable}" "$@"')
    assert find(tmp_path).stdout == "python3.13\n"


def test_without_any_one_sentence_says_where_to_get_it(tmp_path: Path) -> None:
    done = find(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or newer" in done.stderr


def test_a_python_that_cannot_make_environments_is_told_what_it_lacks(tmp_path: Path) -> None:
    put(tmp_path, "python3.12", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = find(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("python3.12 cannot make an environment")
