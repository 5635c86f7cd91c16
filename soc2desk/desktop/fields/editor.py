"""What every kind of field has in common: it shows a plain value, gives one back, and says when it was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.fields.spec import FieldSpec


class Editor(QWidget):
    """One field. `typed` follows each key or paste, `picked` a choice that is complete at once."""

    typed = Signal()
    picked = Signal()

    def show_value(self, value: Plain) -> None:
        """Show a value as it stands in the project, None for nothing; emits no signal."""
        raise NotImplementedError

    def value(self) -> Plain:
        """Return what stands in the field, None for nothing."""
        raise NotImplementedError

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the keyboard, the first one first."""
        raise NotImplementedError

    @property
    def first(self) -> QWidget:
        """The widget in which the keyboard begins."""
        return self.focus_targets()[0]

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change the field, or let them again."""
        for widget in self.focus_targets():
            widget.setEnabled(not read_only)

    def mark_wrong(self, wrong: bool) -> None:
        """Draw the edge of the field in the colour of what must be mended, or as usual."""
        for widget in self.focus_targets():
            if widget.property("wrong") != wrong:
                widget.setProperty("wrong", wrong)
                widget.style().unpolish(widget)
                widget.style().polish(widget)


class Combo(QComboBox):
    """A choice that the mouse wheel does not change while a page is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def name_targets(editor: Editor, spec: FieldSpec) -> None:
    """Give every widget of a field its name and description for assistive tools."""
    for widget in editor.focus_targets():
        own = widget.property("own_name")
        widget.setAccessibleName(f"{spec.label}: {own}" if own else spec.label)
        widget.setAccessibleDescription(spec.hint)
