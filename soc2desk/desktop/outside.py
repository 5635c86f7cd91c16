"""Hands a file or folder to the system's own program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def open_outside(path: Path) -> None:
    """Open a file or folder of this computer with the system's own program."""
    # Loaded when it is used: the first picture of the window does without.
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
