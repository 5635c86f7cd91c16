"""What is higher than its place scrolls; what is wider breaks its lines instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def scroll_area(parent: QWidget, inside: QWidget) -> QScrollArea:
    """Return an area without an edge in which a widget scrolls up and down; Tab goes to what is in it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def fill_scrolling(owner: QWidget, inside: QWidget) -> QScrollArea:
    """Fill a widget with one that scrolls in it, and return the area."""
    area = scroll_area(owner, inside)
    outer = QVBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area
