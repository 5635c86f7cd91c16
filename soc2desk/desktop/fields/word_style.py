"""A firm's own Word file for Word documents: chosen, seen to be kept, and taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.house_style import drop_style_in, has_style_in, keep_style_in
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class WordStyle(QWidget):
    """No question: the file itself stands in the project's folder. What cannot be used leaves the earlier one there."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._told = ""
        words = shell.words
        self.note = FindingNote(shell, self)
        self.state = plain_label("", "", self)
        self.choose = self._button(words("field.word_style.choose"))
        self.remove = self._button(words("field.word_style.remove"))
        self._lay_out()
        self.choose.clicked.connect(self.choose_file)
        self.remove.clicked.connect(self.take_away)
        self.setFocusProxy(self.choose)
        self.refresh()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(f"{self._shell.words('field.word_style.label')}: {words}")
        return button

    def _lay_out(self) -> None:
        words = self._shell.words
        label = plain_label(words("field.word_style.label"), "question", self)
        label.setBuddy(self.choose)
        buttons = FlowLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(label)
        box.addWidget(plain_label(words("field.word_style.hint"), "hint", self))
        box.addWidget(self.note)
        box.addWidget(self.state)
        box.addLayout(buttons)

    def refresh(self) -> None:
        """Show whether a style is kept, and let nobody change that where the project is only read."""
        words, session = self._shell.words, self._shell.project.session
        is_there = has_style_in(session.folder)
        state = self._told or words(f"field.word_style.{'there' if is_there else 'none'}")
        self.state.setText(state)
        self.remove.setVisible(is_there)
        for button in (self.choose, self.remove):
            button.setEnabled(not session.is_read_only)
            button.setAccessibleDescription(f"{state} {words('field.word_style.hint')}")

    def choose_file(self) -> None:
        """Let a person choose a Word file."""
        words = self._shell.words
        title, kinds = words("field.word_style.title"), words("field.word_style.kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, file: Path) -> None:
        """Keep the style of a file and say what of it is left out, or say why it cannot be used."""
        session, words = self._shell.project.session, self._shell.words
        if session.is_read_only:
            return
        try:
            made = keep_style_in(session.folder, file)
        except Problem as problem:
            self._refuse(problem)
            return
        left_out = tuple(words("field.word_style.left_out", what=one) for one in made.left_out)
        self._say(words("field.word_style.kept", name=file.name), left_out)

    def take_away(self) -> None:
        """Take the style away."""
        session = self._shell.project.session
        if session.is_read_only:
            return
        try:
            drop_style_in(session.folder)
        except Problem as problem:
            self._refuse(problem)
            return
        # The button that was pressed goes; the keyboard must not go with it.
        self.choose.setFocus()
        self._say(self._shell.words("field.word_style.gone"))

    def _say(self, told: str, left_out: tuple[str, ...] = ()) -> None:
        self._told = told
        self.note.say(tuple(("low", sentence) for sentence in left_out))
        self.refresh()
        announce(self, " ".join((told, *left_out)))

    def _refuse(self, problem: Problem) -> None:
        sentence = f"{problem.message} {problem.hint or ''}".strip()
        self._told = ""
        self.note.say((("bad", sentence),))
        self.refresh()
        announce(self, sentence, urgent=True)
