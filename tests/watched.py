"""A child process watched from outside: which sockets the system was asked for, whatever language asked for them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
STRACE = shutil.which("strace")
_WATCH = ("--follow-forks", "--seccomp-bpf", "--trace=%network", "--quiet=attach,exit")
_FAMILY = re.compile(r"\b(?:AF|PF)_([A-Z0-9]+)")
Done = subprocess.CompletedProcess[str]
HERE = frozenset({"UNIX", "LOCAL", "UNSPEC"})
"""Families of sockets that lead to programs on this computer alone; a name service asks for one of them."""


@cache
def can_watch() -> bool:
    """Tell whether this system lets one process watch another."""
    tried = [str(STRACE), *_WATCH, "--output", os.devnull, sys.executable, "-c", ""]
    return STRACE is not None and not subprocess.run(tried, check=False, capture_output=True).returncode


needs_strace = pytest.mark.skipif(
    not can_watch(), reason="strace is missing or not allowed: nobody watches from outside"
)


def families_of(seen: str) -> frozenset[str]:
    """Return the families of addresses that calls name, without those that stay on this computer."""
    return frozenset(_FAMILY.findall(seen)) - HERE


def run_alone(script: str, arguments: Sequence[object], surroundings: Mapping[str, str]) -> Done:
    """Run a script in a process of its own."""
    return _run([], script, arguments, surroundings)


def watched(
    script: str, arguments: Sequence[object], into: Path, surroundings: Mapping[str, str]
) -> tuple[Done, frozenset[str]]:
    """Run a script, its forks and threads as they are, and return what it said and which networks it asked for."""
    seen = into / "seen"
    done = _run([str(STRACE), *_WATCH, "--output", str(seen)], script, arguments, surroundings)
    return done, families_of(seen.read_text(encoding="utf-8", errors="replace"))


def _run(by: list[str], script: str, arguments: Sequence[object], surroundings: Mapping[str, str]) -> Done:
    return subprocess.run(
        [*by, sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
