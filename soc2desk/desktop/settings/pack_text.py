"""One file of a pack in words: how it stands, what it changes, and each change with what went and what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from soc2desk.desktop.pages.change_text import look_of_words
from soc2desk.domain.word_changes import Fate

if TYPE_CHECKING:
    from soc2desk.app.own_pack import Look
    from soc2desk.app.pack_lines import ChangedLines
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words

MOST_LINES = 200
MOST_IDS = 20
MOST_SAID = 600


class PackText(QTextEdit):
    """Shows one file at a time. A pack is a stranger's text: it is put in as text and never as markup."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._shown: Look | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self._word("text"))
        theme.changed.connect(self._show_again)  # a method: it goes with this part when the settings are closed

    def _word(self, key: str, **values: object) -> str:
        return self._words(f"settings.pack.view.{key}", **values)

    def _show_again(self) -> None:
        self.show_file(self._shown)

    def show_file(self, one: Look | None) -> None:
        """Show a file; nothing where none is chosen."""
        from soc2desk.app.pack_lines import compared

        self._shown = one
        self.clear()
        if one is None:
            self.setAccessibleDescription("")
            return
        cursor = self.textCursor()
        cursor.insertText(f"{one.document or one.file.place}\n", _strong())
        cursor.insertText("\n".join(self._about(one)) + "\n", QTextCharFormat())
        said: list[str] = []
        for kind, lines in compared(one.file):
            cursor.insertText(f"\n{self._word(f'compared.{kind}')}\n", _strong())
            for line in lines[:MOST_LINES]:
                self._insert(cursor, line)
                said.extend(self._said(line))
            if len(lines) > MOST_LINES:
                cursor.insertText(f"{self._word('more', count=len(lines) - MOST_LINES)}\n", QTextCharFormat())
        self.setAccessibleDescription(" ".join([*self._about(one), ", ".join(said)])[:MOST_SAID])
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _about(self, one: Look) -> list[str]:
        told = [self._word(f"whole.{one.file.state}")]
        if one.file.program:
            told.append(self._word("copied_from", version=one.file.program))
        if one.file.then_differs:
            told.append(self._word("then_differs"))
        changes = {"changes": one.changes.changed, "adds": one.changes.added, "leaves_out": one.changes.left_out}
        for kind, ids in changes.items():
            if ids:
                more = f" {self._word('more_ids', count=len(ids) - MOST_IDS)}" if len(ids) > MOST_IDS else ""
                told.append(self._word(kind, ids=", ".join(ids[:MOST_IDS])) + more)
        return told

    def _insert(self, cursor: QTextCursor, line: ChangedLines) -> None:
        cursor.insertText(self._word("line", line=line.line) + " ", QTextCharFormat())
        for stretch in line.stretches:
            cursor.insertText(stretch.text, look_of_words(stretch.fate, self._theme.tokens))
        cursor.insertText("\n", QTextCharFormat())

    def _said(self, line: ChangedLines) -> list[str]:
        """What is struck out or underlined is said too, as nobody hears a colour."""
        forms = {Fate.REMOVED: "changes.removed", Fate.ADDED: "changes.added"}
        return [
            self._words(forms[one.fate], text=" ".join(one.text.split()))
            for one in line.stretches
            if one.fate in forms and one.text.strip()
        ]


def _strong() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    return look
