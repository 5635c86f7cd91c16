"""The folders of a packet that was made, one line each; internal papers named for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.pages.packet_words import said_files, said_formats, said_size

if TYPE_CHECKING:
    from soc2desk.app.packet_work import Parcel
    from soc2desk.desktop.shell import Shell

ICON = 18  # pixels, before scaling


class ContentsList(QWidget):
    """One row a folder."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.rows: list[QFrame] = []
        self._pictures: list[tuple[QLabel, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        shell.recoloured.connect(self._recolour)

    def show_parcels(self, parcels: tuple[Parcel, ...]) -> None:
        """Show what is in these packets, the first one folder by folder."""
        words = self._shell.words
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._pictures = [], []
        main, *others = parcels
        self._add("page", words("packet.result.index"), words("packet.result.index_row"))
        for inside in main.contents:
            files, formats = said_files(words, inside.files), said_formats(words, inside.formats)
            said = words("packet.result.row", files=files, formats=formats)
            self._add("folder", words(f"packet.kind.{inside.kind}"), said)
        for parcel in others:
            self._add_internal(parcel)
        self._recolour()

    def _add_internal(self, parcel: Parcel) -> None:
        words = self._shell.words
        files, size = said_files(words, parcel.files), said_size(words, parcel.size)
        said = words("packet.result.internal_row", files=files, size=size, folder=parcel.folder.name)
        row = self._add("lock", words("packet.result.internal"), said)
        button = QPushButton(words("packet.result.internal_open"), row)
        button.setProperty("quiet", "true")
        button.clicked.connect(lambda _=False, folder=parcel.folder: open_outside(folder))
        grid = row.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(button, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _add(self, icon: str, title: str, said: str) -> QFrame:
        row = QFrame(self)
        row.setProperty("card", "true")
        row.setAccessibleName(f"{title}: {said}")
        picture = QLabel(row)
        self._pictures.append((picture, icon))
        grid = QGridLayout(row)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.addWidget(picture, 0, 0)
        grid.addWidget(plain_label(title, "question", row), 0, 1)
        grid.addWidget(plain_label(said, "hint", row), 0, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        self._column.addWidget(row)
        self.rows.append(row)
        return row

    def _recolour(self) -> None:
        tokens, icons = self._shell.tokens, self._shell.icons
        for picture, name in self._pictures:
            colour = tokens.warn if name == "lock" else tokens.accent
            picture.setPixmap(icons.pixmap(name, colour, ICON, self.devicePixelRatio()))
