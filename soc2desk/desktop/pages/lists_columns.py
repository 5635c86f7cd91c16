"""What each column of a list was taken for: one line for each use, with the heading to choose and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout

from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.lists_page import Looked
    from soc2desk.desktop.shell import Shell

_NARROWEST = 12  # letters of a heading that are shown in any case


class ListsColumns(QFrame):
    """The guesses of a list. `changed` tells that a person chose another heading, with what is chosen now."""

    changed = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setProperty("card", "true")
        self.combos: dict[str, QComboBox] = {}
        self._chosen: dict[str, list[str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_list(self, looked: Looked) -> None:
        """Show the guesses of a list; the headings that a person chose stay chosen."""
        focused = next((use for use, combo in self.combos.items() if combo.hasFocus()), "")
        self._clear()
        self._chosen = {use: list(headings) for use, headings in looked.asked.columns.items()}
        guessed = {guess.what: guess for guess in looked.guesses}
        for at, use in enumerate(looked.uses):
            guess = guessed.get(use)
            words = self.shell.words(f"lists.use.{use}")
            combo = self._combo(use, words, looked.headings, guess.headings if guess else ())
            note = ", ".join(filter(None, (guess.sure, guess.note))) if guess else ""
            combo.setAccessibleDescription(note)
            self._grid.addWidget(plain_label(words, "body", self), at, 0)
            self._grid.addWidget(combo, at, 1)
            self._grid.addWidget(plain_label(note, "hint", self), at, 2)
            self.combos[use] = combo
        if focused in self.combos:
            self.combos[focused].setFocus()

    def _combo(self, use: str, words: str, headings: tuple[str, ...], taken: tuple[str, ...]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_NARROWEST)
        with QSignalBlocker(combo):
            combo.addItem(self.shell.words("lists.not_there"), [])
            if len(taken) > 1:
                combo.addItem(" + ".join(taken), list(taken))
            for heading in headings:
                combo.addItem(heading, [heading])
            combo.setCurrentIndex(max(combo.findText(" + ".join(taken)), 0) if taken else 0)
        combo.currentIndexChanged.connect(lambda _: self._choose(use))
        return combo

    def _choose(self, use: str) -> None:
        self._chosen[use] = list(self.combos[use].currentData() or [])
        self.changed.emit(dict(self._chosen))

    def _clear(self) -> None:
        self.combos = {}
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
