"""Begins a firm's own templates: the documents to change are ticked, and copied into a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.settings.section import told_whole
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.settings.section import Section

LINES = 8
DOCUMENT = Qt.ItemDataRole.UserRole


class PackBegin(QWidget):
    """`begun` brings the folder that holds the copies now."""

    begun = Signal(object)

    def __init__(self, section: Section, desk: Desk) -> None:
        super().__init__(section)
        self._section, self._desk = section, desk
        self.show_list = section.button(section.word("begin.show"))
        self.show_list.clicked.connect(self._unfold)
        self.list = QListWidget(self)
        self.list.setAccessibleName(section.word("begin.list"))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)
        self.list.itemChanged.connect(self._enable)
        self.copy = section.button(section.word("begin.copy"))
        self.copy.clicked.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.show_list, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.list)
        box.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold()

    def fold(self) -> None:
        """Show the one button alone."""
        self.list.hide()
        self.copy.hide()
        self.show_list.show()

    def _unfold(self) -> None:
        if not self.list.count():
            # The shipped documents, whatever templates are in use: copies are made of those.
            for one in replace(self._desk, pack=None).catalogue.templates:
                item = QListWidgetItem(f"{one.id}  {one.title}")
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(DOCUMENT, one.id)
                self.list.addItem(item)
            self.list.setCurrentRow(0)
        self.show_list.hide()
        self.list.show()
        self.copy.show()
        self.list.setFocus()
        self._enable()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the documents that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(DOCUMENT) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _enable(self) -> None:
        self.copy.setEnabled(bool(self.ticked))

    def _choose(self) -> None:
        title = self._section.word("begin.title")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self._begin(Path(chosen))

    def _begin(self, folder: Path) -> None:
        from soc2desk.app.own_pack import Wanted, begin_pack

        try:
            begin_pack(replace(self._desk, pack=None).catalogue, folder, Wanted(documents=self.ticked))
        except Problem as problem:
            self._section.say(told_whole(problem), good=False)
            announce(self, told_whole(problem), urgent=True)
            return
        self.fold()
        self.begun.emit(folder)
