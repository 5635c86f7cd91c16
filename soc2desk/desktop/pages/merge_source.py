"""Which copy is read: a file or a folder, and a password where the file is under one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.sending import needs_password
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.password_fields import password_line

if TYPE_CHECKING:
    from soc2desk.desktop.words import Words


class MergeSource(QWidget):
    """`wanted` brings the path of a copy and the password, "" for none."""

    wanted = Signal(object, str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.path: Path | None = None
        self.file, self.folder = (QPushButton(words(f"merge.{name}"), self) for name in ("file", "folder"))
        self.told = plain_label("", "body", self)
        self.password = password_line(words("merge.password"), self)
        self.read = QPushButton(words("merge.read"), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        row = QWidget(self)
        flow = FlowLayout(row)
        for button in (self.file, self.folder):
            flow.addWidget(button)
        self.told.setBuddy(self.password)
        for widget in (row, self.told, self.password, self.read):
            box.addWidget(widget)
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)
        self.read.clicked.connect(self._read)
        self.password.returnPressed.connect(self._read)
        self._ask(asking=False)

    def _choose_file(self) -> None:
        words = self._words
        kinds, home = words("merge.kinds"), str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, words("merge.file_title"), home, kinds)
        if chosen:
            self.choose(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._words("merge.folder_title"), str(Path.home()))
        if chosen:
            self.choose(Path(chosen))

    def choose(self, path: Path) -> None:
        """Read a copy, once its password is there where it is under one."""
        self.path = path
        is_locked = needs_password(path)
        self.password.clear()
        self._ask(asking=is_locked)
        if is_locked:
            self.told.setText(self._words("merge.locked", name=path.name))
            self.password.setFocus()
        else:
            self._read()

    def _ask(self, *, asking: bool) -> None:
        for widget in (self.told, self.password, self.read):
            widget.setVisible(asking)

    def _read(self) -> None:
        if self.path is not None and self.file.isEnabled():
            self.wanted.emit(self.path, self.password.text())

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing else be chosen while a copy is read."""
        for widget in (self.file, self.folder, self.password, self.read):
            widget.setEnabled(not busy)
