"""The back-ups of one project, the newest first; one of them can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.settling import Backup
    from soc2desk.desktop.words import Words

LINES = 6
BACKUP = Qt.ItemDataRole.UserRole


class BackupsPanel(Panel):
    """`put_back` brings the folder of the project and the Backup; `shown` asks to see the folder."""

    put_back = Signal(object, object)
    shown = Signal(object)

    def __init__(self, words: Words, title: str, folder: Path, parent: QWidget) -> None:
        from soc2desk.app.settling import backups

        super().__init__(words, words("home.backups.title", name=title), parent)
        self._folder = folder
        there = backups(folder)
        self.list = self._list_of(there)
        self.list.setVisible(bool(there))
        told = "home.backups.text" if there else "home.backups.none"
        self.body.addWidget(plain_label(words(told), "hint", self))
        self.body.addWidget(self.list)
        self.put_button = self.button(words("home.backups.put_back"))
        self.put_button.setVisible(bool(there))
        self.put_button.clicked.connect(self._put)
        self.show_button = self.button(words("home.backups.show"))
        self.show_button.clicked.connect(lambda: self.shown.emit(folder / "backups" if there else folder))
        self.close_button = self.button(words("home.backups.close"))
        self.close_button.clicked.connect(self.closed)
        self.add_buttons(self.put_button, self.show_button, self.close_button)

    def _list_of(self, there: tuple[Backup, ...]) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(self.words("home.backups.list"))
        for backup in there:
            day = said_date(backup.on, self.words)
            form = "one" if backup.number == 1 else "more"
            item = QListWidgetItem(self.words(f"home.backups.{form}", day=day, number=backup.number))
            item.setData(BACKUP, backup)
            made.addItem(item)
        made.setCurrentRow(0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        rows = min(max(len(there), 1), LINES)
        made.setFixedHeight(round(self.fontMetrics().height() * 1.6 * rows) + 8)
        return made

    def take_focus(self) -> None:
        """Put the keyboard at the newest one."""
        (self.list if self.list.count() else self.close_button).setFocus()

    def _put(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.put_back.emit(self._folder, item.data(BACKUP))
