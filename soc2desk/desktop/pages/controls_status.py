"""The line between filters and table: how many controls are shown, and what can be done beside choosing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from soc2desk.app.control_rows import Wanted
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.pages.controls_model import ControlsModel
    from soc2desk.desktop.shell import Shell


class StatusLine(QWidget):
    """Says what the filters let through, with a button that shows all again."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = shell.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.count = plain_label("", "hint", self)
        self.show_all = QPushButton(shell.words("controls.filter.show_all"), self)
        self.show_all.setProperty("quiet", True)
        self.work = QPushButton(shell.words("controls.panel.open"), self)
        self.work.hide()
        self.add = QPushButton(shell.words("controls.own.add"), self)
        row.addWidget(self.count, 1)
        for button in (self.show_all, self.work, self.add):
            row.addWidget(button)

    def say(self, lines: ControlsModel) -> None:
        """Say how many of the controls are shown."""
        shown, total = len(lines.rows), len(lines.all_rows)
        is_open = lines.wanted == Wanted()
        self.show_all.setVisible(not is_open)
        if is_open:
            form = "one" if total == 1 else "many"
            self.count.setText(self._words(f"controls.filter.all.{form}", total=total))
        elif shown:
            self.count.setText(self._words("controls.filter.some", shown=shown, total=total))
        else:
            self.count.setText(self._words("controls.filter.nothing"))
