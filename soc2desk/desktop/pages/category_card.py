"""One category: what it means, what was said about it, what it brings, and a switch that asks before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.scope_change import ScopeChange
from soc2desk.desktop.announce import announce
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.scope_words import asked, listed, named, said
from soc2desk.domain.criteria import SECURITY

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.criteria import Category

ICON = 16  # pixels, before scaling


class CategoryCard(QFrame):
    """`decided` brings whether a person wants the category in, after they saw what that changes."""

    decided = Signal(bool)

    def __init__(self, shell: Shell, category: Category, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.category = shell, category
        self.name = shell.words.of(category.name)
        self.change = ScopeChange()
        self.setProperty("card", "true")
        self.switch = QCheckBox(self.name.replace("&", "&&"), self)
        self.switch.clicked.connect(self._ask)
        self.summary = plain_label(shell.words.of(category.summary), "body", self)
        self.summary.setVisible(bool(category.summary))
        self.said = plain_label("", "hint", self)
        self.brings = plain_label("", "hint", self)
        self.question = self._question_box()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(6)
        box.addWidget(self._head())
        for widget in (self.summary, self.said, self.brings, self.question):
            box.addWidget(widget)
        box.addStretch(1)

    def _head(self) -> QWidget:
        if self.category.id != SECURITY:
            font = self.switch.font()
            font.setBold(True)
            self.switch.setFont(font)
            self.switch.setAccessibleDescription(self.summary.text())
            return self.switch
        self.switch.hide()
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._lock = QLabel(head)
        row.addWidget(self._lock)
        row.addWidget(plain_label(self.name, "question", head), 1)
        self.shell.recoloured.connect(self._draw_lock)
        self._draw_lock()
        return head

    def _draw_lock(self) -> None:
        shell = self.shell
        self._lock.setPixmap(shell.icons.pixmap("lock", shell.tokens.muted, ICON, self.devicePixelRatio()))

    def _question_box(self) -> QFrame:
        words = self.shell.words
        box = QFrame(self)
        box.setProperty("card", "true")
        box.setProperty("tone", "accent")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(8)
        self.asked = plain_label("", "body", box)
        self.named = plain_label("", "hint", box)
        self.take, self.leave = QPushButton(box), QPushButton(words("scope.leave"), box)
        self.take.setProperty("primary", "true")
        self.leave.setAccessibleName(words("scope.name_act", act=words("scope.leave"), name=self.name))
        self.take.clicked.connect(self._decide)
        self.leave.clicked.connect(self.forget)
        inside.addWidget(self.asked)
        inside.addWidget(self.named)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addStretch(1)
        inside.addLayout(row)
        box.hide()
        return box

    # ---- from the project ------------------------------------------------------------------------

    @property
    def is_inside(self) -> bool:
        """Whether the category is examined as the answers stand."""
        return self.category.id in self.shell.engagement.scope.categories

    def refresh(self) -> None:
        """Show whether the category is in, and what was said that speaks to it."""
        if not self.is_asking:
            self.switch.setChecked(self.is_inside)
        self.switch.setEnabled(not self.shell.project.session.is_read_only)
        text = said(self.shell.engagement, self.category.id, self.shell.words)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._say_change()

    def show_change(self, change: ScopeChange) -> None:
        """Show what the category brings, or brought."""
        self.change = change
        self._say_change()
        if self.is_asking:
            self._say_question()

    def _say_change(self) -> None:
        words, what = self.shell.words, listed(self.change, self.shell.words)
        if self.category.id == SECURITY:
            self.brings.setText(words("scope.always_why"))
        elif what:
            self.brings.setText(words("scope.has" if self.is_inside else "scope.brings", listed=what))
        else:
            self.brings.setText(words("scope.nothing"))

    # ---- the question ----------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether the question stands open."""
        return not self.question.isHidden()

    def _ask(self) -> None:
        if self.is_asking:
            self.forget()
            return
        # It counts when it is decided, not before.
        self.switch.setChecked(self.is_inside)
        self._say_question()
        self.question.show()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.asked.text())

    def _say_question(self) -> None:
        words, wanted = self.shell.words, not self.is_inside
        self.asked.setText(asked(self.change, self.name, words, inside=wanted))
        names = named(self.change, words)
        self.named.setText(names)
        self.named.setVisible(bool(names))
        act = words("scope.adding.act" if wanted else "scope.taking.act")
        self.take.setText(act)
        self.take.setAccessibleName(words("scope.name_act", act=act, name=self.name))
        self.take.setAccessibleDescription(self.asked.text())

    def _decide(self) -> None:
        wanted = not self.is_inside
        self.forget()
        self.decided.emit(wanted)

    def forget(self) -> None:
        """Close the question; the keyboard goes back to the switch."""
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self.question.hide()
        self.switch.setChecked(self.is_inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as leaving it."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.forget()
        else:
            super().keyPressEvent(event)
