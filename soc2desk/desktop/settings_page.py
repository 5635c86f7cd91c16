"""Settings: one page without an OK button, for each change is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import fill_scrolling
from soc2desk.desktop.settings.backups_section import BackupsSection
from soc2desk.desktop.settings.brand_section import BrandSection
from soc2desk.desktop.settings.brands_section import BrandsSection
from soc2desk.desktop.settings.folder_sections import PackSection, WorkspaceSection
from soc2desk.desktop.settings.keys_section import KeysSection
from soc2desk.desktop.settings.window_sections import LanguageSection, LookSection, TeachingSection

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words

MARGIN = 48  # pixels, before scaling
COLUMN = 720


class SettingsPage(QWidget):
    """`left` asks to go back; `desk_changed` tells that folders, content or the number of back-ups are others now."""

    left = Signal()
    desk_changed = Signal()

    def __init__(self, desk: Desk, words: Words, theme: Theme, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        inside.setMaximumWidth(COLUMN + 2 * MARGIN)
        self.back = QPushButton(words("settings.back"), inside)
        self.back.clicked.connect(self._leave)
        self.workspace = WorkspaceSection(words, remembered, desk, inside)
        self.look = LookSection(words, remembered, theme.look, inside)
        self.teaching = TeachingSection(words, remembered, inside)
        self.language = LanguageSection(words, remembered, desk.window_languages, inside)
        self.brand = BrandSection(words, remembered, inside)
        self.brands = BrandsSection(words, remembered, desk, inside)
        self.pack = PackSection(words, remembered, desk, theme, inside)
        self.keys = KeysSection(words, remembered, inside)
        self.backups = BackupsSection(words, remembered, inside)
        for section in (self.workspace, self.pack, self.backups):
            section.changed.connect(self.desk_changed)
        box = QVBoxLayout(inside)
        box.setContentsMargins(MARGIN, 28, MARGIN, 32)
        box.setSpacing(14)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(plain_label(words("settings.title"), "title", inside))
        box.addWidget(plain_label(words("settings.intro"), "hint", inside))
        seen = (self.workspace, self.look, self.teaching, self.language)
        for part in (*seen, self.brand, self.brands, self.pack, self.keys, self.backups):
            box.addWidget(part)
        box.addStretch(1)
        fill_scrolling(self, inside)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave)

    def show_backups(self, title: str, folder: Path | None, *, is_open: bool) -> None:
        """List the back-ups of the project worked on last, and let a brand be kept from it or put on it."""
        self.backups.show_of(title, folder, is_open=is_open)
        self.brands.project.show_of(title, folder, is_open=is_open)

    def take_focus(self) -> None:
        """Put the keyboard at the way back."""
        self.back.setFocus()

    def _leave(self) -> None:
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed, and end what runs beside the window, however the page is left."""
        super().hideEvent(event)
        self.brand.leave()
        self.pack.stop()
        self.keys.stop()
