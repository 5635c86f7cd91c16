"""One message at a time, under the head of the window: what happened, where, and what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.icons import Icons
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words

ICONS = {"info": "info", "good": "check-circle", "warn": "alert-triangle", "bad": "alert-circle"}
COLOURS = {"info": "accent", "good": "good", "warn": "warn", "bad": "bad"}
MOST_TOLD = 4
"""So many problems of one act are told in full."""


def notice_of(problem: Problem) -> Notice:
    """Return a problem as a message: what happened, then where and what to do."""
    problems = problem.problems if isinstance(problem, SeveralProblems) else (problem,)
    told = [" ".join(part for part in (one.message, _where(one), one.hint or "") if part) for one in problems]
    more = "" if len(told) <= MOST_TOLD else f" (+{len(told) - MOST_TOLD})"
    return Notice(told[0], "bad", "\n".join(told[1:MOST_TOLD]) + more)


def _where(problem: Problem) -> str:
    return f"({problem.where})" if problem.where else ""


class Banner(QFrame):
    """Hidden until something is said. Stays until it is closed, or something else is said."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.notice: Notice | None = None
        self.setProperty("card", "true")
        self._picture = QLabel(self)
        # Without this it takes the room that the words need.
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = plain_label("", "body", self)
        self._detail = plain_label("", "small", self)
        self._buttons = QHBoxLayout()
        self._close = QToolButton(self)
        self._close.setAccessibleName(words("banner.close"))
        self._close.setToolTip(words("banner.close"))
        self._close.clicked.connect(self.clear)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for widget in (self._text, self._detail):
            texts.addWidget(widget)
        texts.addLayout(self._buttons)
        row.addLayout(texts, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, said: Notice | Problem, icons: Icons, tokens: Tokens) -> None:
        """Show a message in place of the one before."""
        notice = said if isinstance(said, Notice) else notice_of(said)
        self.notice = notice
        self.setProperty("tone", {"info": "accent"}.get(notice.tone, notice.tone))
        self._text.setText(notice.text)
        self._detail.setText(notice.detail)
        self._detail.setVisible(bool(notice.detail))
        self.recolour(icons, tokens)
        self._offer(notice.actions)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{notice.text} {notice.detail}".strip())
        self.show()
        announce(self, f"{notice.text} {notice.detail}".strip(), urgent=notice.tone == "bad")

    def recolour(self, icons: Icons, tokens: Tokens) -> None:
        """Draw the icon in the colours of the look."""
        if self.notice is not None:
            colour = getattr(tokens, COLOURS[self.notice.tone])
            self._picture.setPixmap(icons.pixmap(ICONS[self.notice.tone], colour, 20, self.devicePixelRatio()))
            self._close.setIcon(icons.icon("x", size=16))

    def _offer(self, actions: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, act in actions:
            button = QPushButton(words, self)
            button.clicked.connect(lambda _=False, act=act: self._act(act))
            self._buttons.addWidget(button)
            button.show()
        # Also without a button: an empty line would be no wider than nothing, and make the text above as narrow.
        self._buttons.addStretch(1)

    def _act(self, act: Callable[[], object]) -> None:
        self.clear()
        act()

    def clear(self) -> None:
        """Take the message away."""
        self.notice = None
        self.hide()
