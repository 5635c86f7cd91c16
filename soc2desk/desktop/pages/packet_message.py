"""A message in its place on the page: what happened, where, what to do, a list, and buttons that do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.banner import COLOURS, ICONS
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.shell import Shell

MOST_LINES = 8
"""So many lines of a list are shown; the others are counted."""
ICON = 20  # pixels, before scaling


@dataclass(frozen=True)
class Said:
    """A message. Each action is a button and what it does; the first is the one to take."""

    text: str
    detail: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    tone: str = "bad"


class Message(QFrame):
    """Shows one message at a time and says it to people who listen."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.said: Said | None = None
        self.buttons: list[QPushButton] = []
        self.setProperty("card", "true")
        self._picture = QLabel(self)
        self.text = plain_label("", "question", self)
        self.detail = plain_label("", "body", self)
        self.lines = plain_label("", "body", self)
        self._row = FlowLayout()
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        for widget in (self.text, self.detail, self.lines):
            texts.addWidget(widget)
        texts.addLayout(self._row)
        grid.addLayout(texts, 0, 1)
        shell.recoloured.connect(self._recolour)

    def show_said(self, said: Said, *, announced: bool = True) -> None:
        """Show a message in place of the one before."""
        if said.text != (self.said.text if self.said else "") or [one for one, _ in said.actions] != self._offered():
            self._offer(said)
        self.said = said
        self.setProperty("tone", {"info": "accent"}.get(said.tone, said.tone))
        self.style().unpolish(self)
        self.style().polish(self)
        for label, words in ((self.text, said.text), (self.detail, said.detail), (self.lines, self._list(said.lines))):
            label.setText(words)
            label.setVisible(bool(words))
        self._recolour()
        self.setAccessibleName(self.spoken)
        self.show()
        if announced:
            announce(self, self.spoken, urgent=said.tone == "bad")

    @property
    def spoken(self) -> str:
        """The whole message as one text."""
        said = self.said
        return "" if said is None else "\n".join(part for part in (said.text, said.detail, self.lines.text()) if part)

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _list(self, lines: tuple[str, ...]) -> str:
        shown = [f"\u2022 {line}" for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES:
            shown.append(self._shell.words("packet.final.more", count=len(lines) - MOST_LINES))
        return "\n".join(shown)

    def _offered(self) -> list[str]:
        return [str(button.property("own_name")) for button in self.buttons]

    def _offer(self, said: Said) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words, act in said.actions:
            button = QPushButton(words.replace("&", "&&"), self)
            button.setProperty("own_name", words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, act=act: act())
            self._row.addWidget(button)
            self.buttons.append(button)

    def _recolour(self) -> None:
        if self.said is not None:
            colour = getattr(self._shell.tokens, COLOURS[self.said.tone])
            name = ICONS[self.said.tone]
            self._picture.setPixmap(self._shell.icons.pixmap(name, colour, ICON, self.devicePixelRatio()))
