"""The brands and the project worked on last: keep its look as a brand, or put one on it after seeing what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.settings.section import told_whole
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from soc2desk.app.brands import Foreseen
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.words import Words

STYLE = "style"
LONGEST_NAME = 60


class BrandOfProject(QWidget):
    """`keep_asked` and `put_asked` follow the buttons, `closing` asks to close the project first."""

    keep_asked = Signal()
    put_asked = Signal()
    closing = Signal()

    def __init__(self, words: Words, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._desk = words, desk
        self._brand: Path | None = None
        self.folder: Path | None = None
        self._is_open = False
        self.heading = plain_label("", "question", self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self._word("name"))
        self.name.setAccessibleName(self._word("name"))
        self.keep = self._button("keep", self.keep_asked)
        self.name.textChanged.connect(self._enable)
        self.preview = plain_label("", "body", self)
        self.replacing = QCheckBox(self._word("replacing"), self)
        self.replacing.toggled.connect(self.look)
        self.put = self._button("put", self.put_asked)
        self.told = plain_label(self._word("close"), "hint", self)
        self.close_project = self._button("close_button", self.closing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        for widget in (self.heading, self.name, self.keep, self.preview, self.replacing, self.put):
            box.addWidget(widget, 0, *((Qt.AlignmentFlag.AlignLeft,) if isinstance(widget, QPushButton) else ()))
        box.addWidget(self.told)
        box.addWidget(self.close_project, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _word(self, key: str, **values: object) -> str:
        return self._words(f"settings.brands.project.{key}", **values)

    def _button(self, key: str, asked: SignalInstance) -> QPushButton:
        made = QPushButton(self._word(key), self)
        made.setAccessibleName(f"{self._words('settings.brands.title')}: {self._word(key)}")
        made.clicked.connect(asked)
        return made

    def show_of(self, title: str, folder: Path | None, *, is_open: bool) -> None:
        """Take up a project; None where nobody worked on one yet."""
        self.folder, self._is_open = folder, is_open
        self.heading.setText(self._word("heading", name=title))
        self.setVisible(folder is not None)
        self.look()

    def choose(self, brand: Path | None) -> None:
        """Take up the brand that is chosen in the list; None for none, or one that cannot be read."""
        self._brand = brand
        self.look()

    def look(self) -> None:
        """Say what the chosen brand would change in the project."""
        self.preview.setText(self._foreseen() if self._brand and self.folder else "")
        for widget in (self.preview, self.replacing, self.put):
            widget.setVisible(self._brand is not None)
        for widget in (self.told, self.close_project):
            widget.setVisible(self._brand is not None and self._is_open)
        self._enable()

    def _foreseen(self) -> str:
        from soc2desk.app.brands import foresee, open_brand

        if self._brand is None or self.folder is None:
            return ""
        try:
            brand = open_brand(self._desk.catalogue, self._brand)
            seen = foresee(self._desk, self.folder, brand, replacing=self.replacing.isChecked())
        except Problem as problem:
            return told_whole(problem)
        return "\n".join(map(self._line, seen)) if seen else self._word("alike")

    def _line(self, one: Foreseen) -> str:
        form = "kept" if not one.is_put else "changed" if one.before else "set"
        if not one.label or not one.after:
            return self._word(f"part.{one.part}.{'put' if one.is_put else 'kept'}")
        return self._word(form, label=one.label.rstrip("?"), before=one.before, after=one.after)

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))
        self.put.setEnabled(not self._is_open)
