"""What is told of a fault of the program's own: versions and the way to it, and no word that a person typed."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from soc2desk import __version__

LONGEST = 20_000  # characters of a report
_PROGRAM = Path(__file__).resolve().parents[1]


def report_of(fault: BaseException) -> str:
    """Return what a developer needs. It holds no answer of a project, and no name of a folder of the person's."""
    lines = [f"soc2desk {__version__}, Python {platform.python_version()}, {platform.platform()}", ""]
    lines += (f"{_place(frame)} in {frame.name}" for frame in traceback.extract_tb(fault.__traceback__))
    # The message itself may quote an answer: only what kind of fault it was travels.
    lines.append(type(fault).__name__)
    return "\n".join(lines)[-LONGEST:]


def where_of(fault: BaseException) -> str:
    """Return where in the program a fault was met last; empty for one that was met nowhere in it."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if _is_ours(frame.filename)]
    return _place(frames[-1]) if frames else ""


def _is_ours(name: str) -> bool:
    return Path(name).is_relative_to(_PROGRAM)


def _place(frame: traceback.FrameSummary) -> str:
    """Return file and line. Of a library its own last folders are enough, and the path to it names a person's home."""
    path = Path(frame.filename)
    named = path.relative_to(_PROGRAM.parent) if _is_ours(frame.filename) else Path(*path.parts[-2:])
    return f"{named.as_posix()}:{frame.lineno}"
