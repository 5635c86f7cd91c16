"""How the window looks and in which language it speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QWidget

from soc2desk.desktop.settings.section import Section
from soc2desk.desktop.theme import Look

if TYPE_CHECKING:
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words


class LookSection(Section):
    """`chosen` brings a Look, which the window wears and remembers."""

    chosen = Signal(object)

    def __init__(self, words: Words, remembered: Remembered, look: Look, parent: QWidget) -> None:
        super().__init__(words, "look", remembered, parent)
        self.buttons: dict[Look, QRadioButton] = {}
        for one in Look:
            button = QRadioButton(self.word(one.value), self)
            button.setAccessibleDescription(self.word("name"))
            button.setChecked(one is look)
            button.clicked.connect(lambda _=False, one=one: self._choose(one))
            self.buttons[one] = button
            self.body.addWidget(button)
        self.end()

    def _choose(self, look: Look) -> None:
        self.chosen.emit(look)
        self.say(self.words("settings.kept"))


class TeachingSection(Section):
    """Whether notes for those who teach and learn stand beside questions and findings."""

    def __init__(self, words: Words, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(words, "teaching", remembered, parent)
        self.shown = QCheckBox(self.word("show"), self)
        self.shown.setChecked(remembered.preferences.teaching_notes)
        self.shown.clicked.connect(lambda on: self.keep(lambda liked: replace(liked, teaching_notes=on)))
        remembered.changed.connect(self._follow)
        self.body.addWidget(self.shown)
        self.end()

    def _follow(self) -> None:
        self.shown.setChecked(self.remembered.preferences.teaching_notes)


class LanguageSection(Section):
    """Only languages that have words can be chosen."""

    def __init__(self, words: Words, remembered: Remembered, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(words, "language", remembered, parent)
        self.languages = QComboBox(self)
        self.languages.setAccessibleName(self.word("name"))
        for one in languages:
            key = f"settings.language.known.{one}"
            self.languages.addItem(words(key) if key in words else one, one)
        self.languages.setCurrentIndex(max(self.languages.findData(remembered.preferences.language), 0))
        self.languages.activated.connect(self._choose)
        self.body.addWidget(self.languages)
        if len(languages) == 1:
            self.languages.setEnabled(False)
            self.label(self.word("only"), "body")
        self.end()

    def _choose(self) -> None:
        chosen = self.languages.currentData()
        self.keep(lambda liked: replace(liked, language=chosen))
