"""One promise: its words in each document, what would show it, and saying that it is not kept yet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import link_line, plain_label

if TYPE_CHECKING:
    from soc2desk.app.promise_rows import PromiseRow
    from soc2desk.desktop.shell import Shell

LONGEST_DAY = 10
DAY_WIDTH = 130  # pixels, before scaling


class PromisesDetail(QFrame):
    """What stands below the list. `planned` brings the day from which it will be kept, as typed."""

    planned = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: PromiseRow | None = None
        self.setProperty("card", "true")
        self.title = plain_label("", "question", self)
        self.text = plain_label("", "body", self)
        self.who = plain_label("", "hint", self)
        self.said = link_line(shell.go.emit, self)
        self.shown = plain_label("", "hint", self)
        self.acts = self._acts()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (self.title, self.text, self.who, self.said, self.shown, self.acts):
            box.addWidget(widget)
        shell.recoloured.connect(self._show_places)
        self.hide()

    def _acts(self) -> QWidget:
        words, box = self._shell.words, QWidget(self)
        flow = FlowLayout(box)
        self.change = QPushButton(words("promises.change"), box)
        self.day = QLineEdit(box)
        self.day.setMaxLength(LONGEST_DAY)
        self.day.setFixedWidth(DAY_WIDTH)
        self.day.setPlaceholderText(words("promises.day_hint"))
        self.day.setAccessibleName(words("promises.day"))
        self.plan = QPushButton(words("promises.plan"), box)
        self.change.clicked.connect(self._go)
        self.plan.clicked.connect(lambda: self.planned.emit(self.day.text().strip()))
        self.day.returnPressed.connect(self.plan.click)
        self.day_label = plain_label(words("promises.day"), "hint", box)
        for widget in (self.change, self.day_label, self.day, self.plan):
            flow.addWidget(widget)
        return box

    def show_row(self, row: PromiseRow | None) -> None:
        """Show a promise; none hides the card."""
        if row is not None and (self.row is None or row.id != self.row.id):
            self.day.clear()
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._shell.words
        self.title.setText(f"{row.control}  {words.of(row.title)}: {words.of(row.amount)}")
        self.text.setText(words.of(row.text))
        self.who.setText(f"{self._who(row)} {self._state(row)}")
        shown = [words.of(title) for title in row.shown_by]
        listed = "; ".join((*shown, ", ".join(row.requests)) if row.requests else shown)
        self.shown.setText(words("promises.shown", listed=listed) if listed else words("promises.shown_nowhere"))
        self._show_places()
        can_plan = row.plannable and not self._shell.project.session.is_read_only
        for widget in (self.day_label, self.day, self.plan):
            widget.setVisible(can_plan)

    def _who(self, row: PromiseRow) -> str:
        words = self._shell.words
        if not row.owner_name:
            return words("promises.owned_by_nobody")
        key = "promises.owned_backed" if row.backup_name else "promises.owned"
        return words(key, owner=row.owner_name, backup=row.backup_name)

    def _state(self, row: PromiseRow) -> str:
        words = self._shell.words
        day = row.since or row.start
        key = f"promises.stands.{row.state.value}"
        return words(f"{key}_day", day=said_date(day, words)) if day else words(key)

    def _show_places(self) -> None:
        if self.row is None:
            return
        words, colour = self._shell.words, self._shell.tokens.accent
        links = [
            f'<a href="documents.{escape(one.clause)}" style="color:{colour}">{escape(one.place)}</a>'
            for one in self.row.sayings
        ]
        self.said.setText(words("promises.said_in", listed=", ".join(links)))
        self.said.setAccessibleName(words("promises.said_in", listed=self.row.said_in))

    def _go(self) -> None:
        if self.row is not None:
            self._shell.go.emit(self.row.place)

    def go_on(self) -> None:
        """Put the keyboard at the first thing that can be done here."""
        self.change.setFocus(Qt.FocusReason.ShortcutFocusReason)
