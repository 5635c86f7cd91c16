"""The words of one change: what went is struck out, what came is underlined, and both are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from soc2desk.domain.word_changes import Fate

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.domain.changes import Change
    from soc2desk.domain.word_changes import Stretch

MOST_SAID = 600


def look_of_words(fate: Fate, tokens: Tokens) -> QTextCharFormat:
    """Return how words that went or came are drawn: by a line and a colour, so that neither is needed alone."""
    look = QTextCharFormat()
    if fate is Fate.REMOVED:
        look.setFontStrikeOut(True)
        look.setForeground(QColor(tokens.bad))
        look.setBackground(QColor(tokens.bad_soft))
    elif fate is Fate.ADDED:
        look.setFontUnderline(True)
        look.setForeground(QColor(tokens.good))
        look.setBackground(QColor(tokens.good_soft))
    return look


class ChangeText(QTextEdit):
    """Shows one change at a time. A person's words are put in as text and never as markup."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: Change | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(shell.words("changes.text"))
        shell.recoloured.connect(lambda: self.show_change(self._shown))

    def show_change(self, one: Change | None) -> None:
        """Show the words of a change before and after; a sentence where there is none to show."""
        self._shown, words = one, self._shell.words
        self.clear()
        if one is None:
            self.setPlainText(words("changes.choose_one"))
            self.setAccessibleDescription("")
            return
        cursor = self.textCursor()
        cursor.insertText(" ".join(f"{one.id} {one.name}".split()) + "\n", self._head())
        if one.place_before and one.place_after and one.place_before != one.place_after:
            places = words("changes.place", before=one.place_before, after=one.place_after)
            cursor.insertText(f"{places}\n", QTextCharFormat())
        for stretch in one.words:
            cursor.insertText(stretch.text, look_of_words(stretch.fate, self._shell.tokens))
        if not (one.before or one.after):
            cursor.insertText(words("changes.no_words"), QTextCharFormat())
        self.setAccessibleDescription(", ".join(filter(None, map(self._said, one.words)))[:MOST_SAID])
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    @staticmethod
    def _head() -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        return look

    def _said(self, stretch: Stretch) -> str:
        text = " ".join(stretch.text.split())
        match stretch.fate:
            case Fate.REMOVED if text:
                return self._shell.words("changes.removed", text=text)
            case Fate.ADDED if text:
                return self._shell.words("changes.added", text=text)
            case _:
                return ""
