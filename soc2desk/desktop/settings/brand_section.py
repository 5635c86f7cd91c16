"""The brand that new projects begin with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from soc2desk.app.preferences import with_firm_logo
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.settings.section import Section, told_whole
from soc2desk.domain.looks import STYLES
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words

SWATCH = 24  # pixels, before scaling


class BrandSection(Section):
    """Who prepares packets, a colour, a look and a logo. What cannot be used is said and not kept."""

    def __init__(self, words: Words, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(words, "brand", remembered, parent)
        liked = remembered.preferences
        self.prepared_by = QLineEdit(liked.prepared_by, self)
        self.prepared_by.setMaxLength(200)
        self.prepared_by.setAccessibleDescription(self.word("prepared_by_hint"))
        self.accent = QLineEdit(liked.accent_color, self)
        self.accent.setMaxLength(20)
        self.accent.setAccessibleDescription(self.word("accent_hint"))
        self.swatch = QLabel(self)
        self.swatch.setFixedSize(SWATCH, SWATCH)
        self.swatch.setAccessibleName(self.word("swatch"))
        self._field("prepared_by", self.prepared_by)
        self._field("accent", self.accent)
        self.look = self._looks(liked.document_look)
        self._field("look", self.look)
        self._lay_out_logo()
        self.end()
        self._paint(liked.accent_color)
        self.prepared_by.editingFinished.connect(self._keep_name)
        self.accent.editingFinished.connect(self._keep_accent)
        self.look.activated.connect(self._keep_look)
        self.choose.clicked.connect(self._choose_logo)
        self.remove.clicked.connect(lambda: self._keep_logo(""))
        self.accent.textEdited.connect(lambda typed: self._paint(_colour(typed) or ""))

    def _lay_out_logo(self) -> None:
        self.label(self.word("firm_logo"), "question")
        self.label(self.word("firm_logo_hint"), "hint")
        self.logo = self.label("", "hint")
        self.choose = self.button(self.word("firm_logo_choose"))
        self.remove = self.button(self.word("firm_logo_remove"))
        buttons = FlowLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        self.body.addLayout(buttons)
        self._show_logo()

    def _looks(self, liked: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.word("look_open"), "")
        for style in STYLES:
            box.addItem(self.word(f"look_{style}"), style)
        box.setCurrentIndex(max(box.findData(liked), 0))
        return box

    def _keep_look(self) -> None:
        look = str(self.look.currentData() or "")
        if look != self.remembered.preferences.document_look:
            self.keep(lambda liked: replace(liked, document_look=look))

    def _show_logo(self) -> None:
        name = Path(self.remembered.preferences.firm_logo).name
        self.logo.setText(self.word("firm_logo_kept", name=name) if name else self.word("firm_logo_none"))
        self.remove.setVisible(bool(name))

    def _choose_logo(self) -> None:
        title, kinds = self.word("firm_logo_choose"), self.word("firm_logo_kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, file: Path) -> None:
        """Keep a picture as the logo of the firm, or say why it cannot be one."""
        try:
            kept = with_firm_logo(self.remembered.settings, file).firm_logo
        except FileProblem as problem:
            self.say(told_whole(problem), good=False)
            announce(self.choose, told_whole(problem), urgent=True)
            return
        self._keep_logo(kept)

    def _keep_logo(self, file: str) -> None:
        self.keep(lambda liked: replace(liked, firm_logo=file))
        self._show_logo()

    def _field(self, name: str, field: QLineEdit | QComboBox) -> None:
        self.label(self.word(name), "question", field)
        self.label(self.word(f"{name}_hint"), "hint")
        row = QHBoxLayout()
        row.addWidget(field, 1)
        if field is self.accent:
            row.addWidget(self.swatch)
        self.body.addLayout(row)

    def _keep_name(self) -> None:
        name = " ".join(self.prepared_by.text().split())
        if name != self.remembered.preferences.prepared_by:
            self.keep(lambda liked: replace(liked, prepared_by=name))

    def _keep_accent(self) -> None:
        colour = _colour(self.accent.text())
        self._mark(wrong=colour is None)
        if colour is None:
            self.say(self.word("accent_wrong"), good=False)
            announce(self.accent, self.word("accent_wrong"))
        elif colour != self.remembered.preferences.accent_color:
            self.keep(lambda liked: replace(liked, accent_color=colour))
        elif self.note.property("role") == "finding":
            self.say("")

    def _mark(self, *, wrong: bool) -> None:
        self.accent.setProperty("wrong", "true" if wrong else "false")
        self.accent.style().unpolish(self.accent)
        self.accent.style().polish(self.accent)

    def _paint(self, colour: str) -> None:
        if not colour:
            self.swatch.clear()
            return
        pixmap = QPixmap(SWATCH, SWATCH)
        pixmap.fill(QColor(colour))
        self.swatch.setPixmap(pixmap)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._keep_name()
        self._keep_accent()


def _colour(typed: str) -> str | None:
    """Return a colour as it is kept, "" for none, None for what is no colour."""
    text = typed.strip().lower()
    if not text:
        return ""
    digits = text.removeprefix("#")
    fits = len(digits) == len("1f5fa8") and all(one in "0123456789abcdef" for one in digits)
    return f"#{digits}" if fits else None
