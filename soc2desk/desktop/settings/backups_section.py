"""How many back-ups are kept, and those of the project worked on last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from soc2desk.desktop.home.backups_panel import BackupsPanel
from soc2desk.desktop.settings.section import Section

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.settling import Backup
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words


class BackupsSection(Section):
    """`changed` tells that another number is kept, `put_back` brings a folder and a Backup, `shown` a folder to see.

    `closing` asks to close the open project, so that a back-up can be put back.
    """

    changed = Signal()
    put_back = Signal(object, object)
    shown = Signal(object)
    closing = Signal()

    def __init__(self, words: Words, remembered: Remembered, parent: QWidget) -> None:
        from soc2desk.app.preferences import FEWEST_BACKUPS, MOST_BACKUPS

        super().__init__(words, "backups", remembered, parent)
        self.panel: BackupsPanel | None = None
        self.count = QSpinBox(self)
        self.count.setRange(FEWEST_BACKUPS, MOST_BACKUPS)
        self.count.setValue(remembered.preferences.backups_kept)
        self.count.setKeyboardTracking(False)
        self.count.valueChanged.connect(self._keep)
        self.label(self.word("kept"), "question", self.count)
        self.body.addWidget(self.count)
        self.end()
        self._told = self.label(self.word("close"), "hint")
        self._close = self.button(self.word("close_button"))
        self._close.clicked.connect(self.closing)
        self.body.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)

    def _keep(self, count: int) -> None:
        self.keep(lambda liked: replace(liked, backups_kept=count))
        self.changed.emit()

    def show_of(self, title: str, folder: Path | None, *, is_open: bool) -> None:
        """List the back-ups of a project; while it is open none can be put back."""
        if self.panel is not None:
            self.body.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        for widget in (self._told, self._close):
            widget.setVisible(is_open)
        if folder is None:
            return
        panel = BackupsPanel(self.words, title, folder, self)
        panel.setProperty("card", "false")
        panel.close_button.hide()
        panel.put_button.setEnabled(not is_open)
        panel.put_back.connect(self._put)
        panel.shown.connect(self.shown)
        self.body.addWidget(panel)
        self.panel = panel

    def _put(self, folder: Path, backup: Backup) -> None:
        self.put_back.emit(folder, backup)
