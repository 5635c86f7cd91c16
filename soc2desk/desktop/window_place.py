"""Where the window stands on a screen, as a text that the preferences hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


def screen_name(window: QWidget) -> str:
    """Return the name under which the place on the present screen is kept: its size."""
    size = window.screen().geometry().size()
    return f"{size.width()}x{size.height()}"


def put_in_place(window: QWidget, places: Mapping[str, str]) -> bool:
    """Put a window where it was on this screen; return whether that is known. Qt keeps it inside the screen."""
    kept = places.get(screen_name(window), "")
    return bool(kept) and window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "replace")))


def place_of(window: QWidget) -> str:
    """Return where a window stands."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
