"""A window to drive as a person does: keys go to whatever has the keyboard, clicks to what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.desktop.fields.frame import FieldFrame
    from soc2desk.desktop.window import MainWindow


def focused() -> QWidget:
    """Return the widget with the keyboard; a key sent to none would end the interpreter."""
    widget = QApplication.focusWidget()
    assert widget is not None, "no widget has the keyboard"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the keyboard is."""
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type text where the keyboard is."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget that can be seen."""
    assert widget.isVisible(), f"{widget} is not in sight"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
    QApplication.processEvents()


def field(window: MainWindow, place: str) -> FieldFrame:
    """Go to a field and return it."""
    assert window.frame is not None
    assert window.frame.go(place), f"{place} was not found"
    fields: dict[str, FieldFrame] = window.frame.page.fields  # type: ignore[union-attr]
    return fields[place]


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget in sight that Tab can reach."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root) and widget.isEnabled():
            yield widget
