"""A file that makes room for a new one is kept under another name: beginning anew throws away no work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.storage.chair_file import BEFORE_FILE, CHAIR_FILE
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.tabletop_file import TABLETOP_FILE

if TYPE_CHECKING:
    from pathlib import Path

WORK_BESIDE = (CHAIR_FILE, BEFORE_FILE, TABLETOP_FILE)
"""What somebody did beside a practice copy: it makes room when the copy begins anew."""
_MOST = 9_999


def set_aside(path: Path) -> None:
    """Rename a file to the next free name beside it (notebook-1.json); nothing where there is none.

    Raises FileProblem.
    """
    if not path.exists():
        return
    with said_plainly("The file could not be set aside.", path):
        names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, _MOST))
        path.rename(next(name for name in names if not name.exists()))
