"""That no file of a release tells where it was made: no path of this computer, no host of an index of packages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from soc2desk.domain.problems import Problem

EVERYBODYS = frozenset({"pypi.org", "files.pythonhosted.org", "localhost"})
"""Hosts that tell nothing about a computer."""
SHORTEST = 3
"""Parts of a path from which on it is nobody else's: /src is found in many texts, /home/ana/soc2desk in few."""


def of_this_computer(folders: Iterable[Path]) -> list[bytes]:
    """Return what must stand in no file: these folders, and the hosts from which packages are installed here."""
    words = " ".join((_settings_of_pip(), *_settings(os.environ)))
    paths = [f"{folder}{os.sep}" for folder in folders if len(folder.parts) >= SHORTEST]
    return [one.encode() for one in (*paths, *hosts(words))]


@cache
def _settings_of_pip() -> str:
    told = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    return told.stdout.replace("'", " ")


def _settings(environment: Mapping[str, str]) -> list[str]:
    return [value for name, value in environment.items() if name.startswith(("PIP_", "UV_"))]


def hosts(words: str) -> list[str]:
    """Return the hosts in some words that are not everybody's."""
    found = {urlsplit(word).hostname for word in words.split() if "://" in word}
    return sorted(host for host in found if host and host not in EVERYBODYS)


def check_traces(files: Iterable[tuple[str, bytes]], traces: Iterable[bytes]) -> None:
    """Raise Problem with the files that hold one of these traces."""
    sought = list(traces)
    telling = sorted(name for name, raw in files if any(trace in raw for trace in sought))
    if telling:
        raise Problem("These files would tell about the computer they were made on.", where=", ".join(telling))
