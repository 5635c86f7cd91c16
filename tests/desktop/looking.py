"""What an eye and a finger on Tab would find wrong in a window: words cut off, nameless widgets, keys that jump."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QScrollArea, QTextBrowser, QWidget

from tests.desktop.driving import focusable, focused, press

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK = 1  # pixel, for what is rounded
MOST = 400
"""So many times Tab is pressed at most: no page has as many widgets."""


def cut(root: QWidget) -> Iterator[str]:
    """Yield every text in sight that has not the room it needs."""
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and not _label_fits(label):
            yield f"label {label.text()[:60]!r} has {label.width()} x {label.height()}"
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and not _button_fits(button):
            yield f"button {button.text()[:60]!r} has {button.width()} x {button.height()}"
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        no_bar = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inside is not None and area.isVisible() and no_bar and inside.width() > area.viewport().width() + SLACK:
            yield f"{inside} is wider than what can be seen of it"


def _label_fits(label: QLabel) -> bool:
    if not label.wordWrap():
        hint = label.sizeHint()
        return hint.width() <= label.width() + SLACK and hint.height() <= label.height() + SLACK
    if label.textFormat() is Qt.TextFormat.PlainText:
        room = QRect(0, 0, label.width(), 1_000_000)
        if label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text()).width() > room.width():
            return False
    return label.heightForWidth(label.width()) <= label.height() + SLACK


def _button_fits(button: QAbstractButton) -> bool:
    if button.hasHeightForWidth():
        least = button.minimumSizeHint().width()
        return button.heightForWidth(button.width()) <= button.height() + SLACK and least <= button.width() + SLACK
    hint = button.sizeHint()
    return hint.width() <= button.width() + SLACK and hint.height() <= button.height() + SLACK


def nameless(root: QWidget) -> Iterator[str]:
    """Yield every widget that takes the keyboard and of which a screen reader could say nothing."""
    for widget in focusable(root):
        around = widget.parentWidget()
        if isinstance(around, QAbstractSpinBox) and around.accessibleName():
            # The line in it is a part of Qt's, and takes its name.
            continue
        said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not said.strip():
            yield f"{widget} in {widget.parentWidget()}"


def round_trip(root: QWidget) -> list[QWidget]:
    """Press Tab until the keyboard is where it began; return every widget it was on."""
    begun = focused()
    seen = [begun]
    for _ in range(MOST):
        press(Qt.Key.Key_Tab)
        if focused() is seen[-1] and isinstance(focused(), QTextBrowser | QLabel):
            # From one link of a text to the next.
            continue
        if focused() is begun:
            return seen
        assert focused() not in seen, (
            f"Tab goes round between {[_called(one) for one in seen[seen.index(focused()) :]]}"
        )
        assert root.isAncestorOf(focused())
        seen.append(focused())
    message = f"Tab never comes back to {_called(begun)}"
    raise AssertionError(message)


def left_out(root: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """Yield what takes the keyboard and was not reached; of buttons that exclude each other one is enough."""
    groups = {button.group() for button in seen if isinstance(button, QAbstractButton) and button.group()}
    for widget in focusable(root):
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        if widget not in seen and widget.focusProxy() not in seen and (group is None or group not in groups):
            yield _called(widget)


def jumps(page: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """Yield every step of Tab within a page that goes up, or back in one line."""
    inside = _from_its_beginning(page, seen)
    for before, after in pairwise(inside):
        here, there = _place(page, before), _place(page, after)
        goes_up = there.bottom() < here.top() and there.left() < here.right()
        goes_back = there.right() < here.left() and there.top() <= here.bottom() and there.bottom() >= here.top()
        if goes_up or goes_back:
            yield f"from {_called(before)} {here} to {_called(after)} {there}"


def _from_its_beginning(page: QWidget, seen: list[QWidget]) -> list[QWidget]:
    """Return what was seen of a page, from where Tab enters it; where there is nothing else, from after its foot."""
    outside = [at for at, widget in enumerate(seen) if not page.isAncestorOf(widget)]
    if outside:
        after = outside[-1] + 1
    else:
        after = max(range(len(seen)), key=lambda at: (_place(page, seen[at]).top(), _place(page, seen[at]).left())) + 1
    return [widget for widget in seen[after:] + seen[:after] if page.isAncestorOf(widget)]


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {said[:60]!r}"
