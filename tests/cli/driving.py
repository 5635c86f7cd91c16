"""Runs commands as a person does, in this process or in one of their own, and looks at what they leave behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.cli.main import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
DAY = "2026-11-20"
LATE = "2190-01-01"
"""Later than any clock, for packets that hold confirmations of today."""
WHOLE_NAME = f"tamarack-gauge-co-{DAY}"
NAME = f"{WHOLE_NAME}-part"
"""What a packet of the smallest sample is called: whole, and when only some documents are asked for."""
ONE = ("--only", "POL-ACP", "--formats", "docx", "--jobs", "1", "--date", DAY)
"""The least that makes a packet: one document in one format."""


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a way to run commands in this process."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 99
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def alone(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, piped."""
    env = surroundings(**environment)
    return subprocess.run(command(*arguments), cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)


def command(*arguments: object) -> list[str]:
    """Return the command line of a process of its own."""
    return [sys.executable, "-m", "soc2desk", *map(str, arguments)]


def surroundings(**changes: str) -> dict[str, str]:
    """Return the environment of this test with changes; an empty value takes a variable away."""
    return {name: value for name, value in ({**os.environ, "PYTHONUTF8": "1"} | changes).items() if value}


def tree(folder: Path) -> dict[str, str]:
    """Return everything under a folder, hidden files too: files with their SHA-256, folders with a slash."""
    found = sorted(folder.rglob("*"))
    return {path.relative_to(folder).as_posix() + "/" * path.is_dir(): _said(path) for path in found}


def _said(path: Path) -> str:
    if path.is_symlink():
        return f"a link to {path.readlink()}"
    return "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()


def half_made(out: Path) -> list[str]:
    """Return what no finished run leaves behind."""
    return [path.name for path in out.glob(".*")] if out.is_dir() else []


def answers(target: Path, *changes: tuple[str, str], sample: str = "tamarack") -> Path:
    """Write a sample's answers with some text replaced, and return the file."""
    text = (SAMPLES / f"{sample}.yaml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    target.write_text(text, encoding="utf-8")
    return target
