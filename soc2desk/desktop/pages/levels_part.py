"""The part of the readiness page that tells how far controls have come: the numbers, what they mean, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.levels_view import LevelsView
from soc2desk.domain.standing import Level

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class LevelsPart(QWidget):
    """There is no sum: four levels, counted side by side."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.told = plain_label("", "question", self)
        self.about = plain_label(shell.words("readiness.levels.about"), "hint", self)
        self.waits = plain_label("", "hint", self)
        self.list = LevelsView(shell, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.told)
        box.addWidget(self.about)
        box.addWidget(self.list, 1)
        box.addWidget(self.waits)
        self.list.wanted.connect(shell.go)
        self.list.pointed.connect(self._point)

    def settle(self) -> None:
        """Show how far everything has come as of now."""
        reached = self._shell.project.session.composition.levels
        numbers = {level.value: reached.count(level) for level in Level}
        self.told.setText(self._shell.words("readiness.levels.told", **numbers))
        self.list.show_levels(reached)

    def _point(self, place: str) -> None:
        self.waits.setText(self.list.spoken)
        if place:
            self._shell.look_at.emit(place)
