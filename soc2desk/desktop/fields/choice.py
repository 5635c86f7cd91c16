"""Fields for choosing: one of few as buttons, one of many as a list to open, several as boxes, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QVBoxLayout, QWidget

from soc2desk.desktop.fields.editor import Combo, Editor
from soc2desk.desktop.fields.wrapping import WrappingCheck, WrappingRadio
from soc2desk.desktop.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.fields.spec import Choice

SHORT_LINE = 40
"""Buttons with so many letters in all stand in one line."""
FEW = 4
"""Up to so many choices stand as buttons, all in sight."""


class ComboEditor(Editor):
    """One of many. The first line means that nothing was chosen."""

    def __init__(self, parent: QWidget, choices: tuple[Choice, ...], nothing: str, *, is_short: bool = False) -> None:
        super().__init__(parent)
        self.combo = Combo(self)
        if is_short:
            # Its words are few and known: all of them are in sight.
            self.combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        else:
            self.combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.combo.setMinimumContentsLength(12)
        self._nothing = nothing
        self.offer(choices)
        self.combo.currentIndexChanged.connect(self.picked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Offer these choices; what is chosen stays chosen where it still can be."""
        wanted = ((None, self._nothing), *choices)
        there = tuple((self.combo.itemData(at), self.combo.itemText(at)) for at in range(self.combo.count()))
        if there == wanted:
            return
        with QSignalBlocker(self.combo):
            chosen = self.combo.currentData()
            self.combo.clear()
            for id_, words in wanted:
                self.combo.addItem(words, id_)
            self.combo.setCurrentIndex(max(self.combo.findData(chosen), 0))

    def show_value(self, value: Plain) -> None:
        """Show the choice; one that is not offered any more stands there by its id, so that nothing is hidden."""
        with QSignalBlocker(self.combo):
            at = self.combo.findData(value) if value is not None else 0
            if at < 0:
                self.combo.addItem(str(value), value)
                at = self.combo.count() - 1
            self.combo.setCurrentIndex(at)

    def value(self) -> Plain:
        """Return the id of the choice."""
        chosen = self.combo.currentData()
        return str(chosen) if chosen is not None else None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.combo,)


class RadioEditor(Editor):
    """One of few, as buttons. Delete takes the choice back; a digit takes the button of that place.

    `kept` are choices that are not offered, and in sight only while an earlier answer is one of them.
    """

    def __init__(self, parent: QWidget, choices: tuple[Choice, ...], kept: tuple[Choice, ...] = ()) -> None:
        super().__init__(parent)
        self._kept = frozenset(id_ for id_, _ in kept)
        choices = (*choices, *kept)
        self._group = QButtonGroup(self)
        self.buttons = {id_: WrappingRadio(words, self) for id_, words in choices}
        is_short = sum(len(words) for _, words in choices) <= SHORT_LINE
        box: QLayout = FlowLayout(self, 16) if is_short else _column(self)
        for (id_, words), button in zip(choices, self.buttons.values(), strict=True):
            button.setProperty("own_name", words)
            button.setProperty("choice", id_)
            self._group.addButton(button)
            box.addWidget(button)
        self._group.buttonClicked.connect(self.picked)
        # Arrow keys move the choice without a click.
        self._group.buttonToggled.connect(self._toggled)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def _toggled(self, button: QRadioButton, on: bool) -> None:
        if on and button.hasFocus() and not self.signalsBlocked():
            self.picked.emit()

    def show_value(self, value: Plain) -> None:
        """Show the choice; none where nothing is chosen."""
        with QSignalBlocker(self), QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for id_, button in self.buttons.items():
                button.setChecked(id_ == value)
                button.setVisible(id_ == value or id_ not in self._kept)
            self._group.setExclusive(True)

    def value(self) -> Plain:
        """Return the id of the choice."""
        return next((id_ for id_, button in self.buttons.items() if button.isChecked()), None)

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the buttons."""
        return tuple(self.buttons.values())

    @property
    def first(self) -> QWidget:
        """The button that is chosen, as Tab would find it; else the first one."""
        return next((button for button in self.buttons.values() if button.isChecked()), super().first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit as the choice of that place, Delete as no choice."""
        at = event.key() - Qt.Key.Key_1
        shown = [id_ for id_, button in self.buttons.items() if not button.isHidden()]
        if 0 <= at < len(shown):
            self._take(shown[at])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._take(None)
        else:
            super().keyPressEvent(event)

    def _take(self, choice: str | None) -> None:
        self.show_value(choice)
        if choice is not None:
            self.buttons[choice].setFocus()
        self.picked.emit()


class ManyEditor(Editor):
    """Several of a list, as boxes."""

    def __init__(self, parent: QWidget, choices: tuple[Choice, ...]) -> None:
        super().__init__(parent)
        self.boxes = {id_: WrappingCheck(words, self) for id_, words in choices}
        box = _column(self)
        for (id_, words), tick in zip(choices, self.boxes.values(), strict=True):
            tick.setProperty("own_name", words)
            tick.setProperty("choice", id_)
            tick.clicked.connect(self.picked)
            box.addWidget(tick)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Plain) -> None:
        """Show what is chosen."""
        chosen = value if isinstance(value, list) else []
        for id_, tick in self.boxes.items():
            tick.setChecked(id_ in chosen)

    def value(self) -> Plain:
        """Return the ids of what is chosen, in the order of the list."""
        return [id_ for id_, tick in self.boxes.items() if tick.isChecked()] or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the boxes."""
        return tuple(self.boxes.values())


def _column(owner: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(owner)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    return box
