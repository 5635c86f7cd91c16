"""One request of the readiness review: what a good answer shows, when it is refused, what the owner could show."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.choice import RadioEditor
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.labels import link_line, plain_label
from soc2desk.domain.auditing import Ready

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.walking import Asked


class WalkDetail(QFrame):
    """What stands below the list. `said` brings answer and note as they are to be written."""

    said = Signal(str, str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: Asked | None = None
        self.setProperty("card", "true")
        words = shell.words
        self.title = plain_label("", "question", self)
        self.good = plain_label("", "body", self)
        self.reject = plain_label("", "hint", self)
        self.asked = plain_label(words("walk.asked"), "hint", self)
        self.answers = RadioEditor(self, tuple((ready.value, words(f"walk.said.{ready}")) for ready in Ready))
        self.note_label = plain_label(words("walk.note"), "hint", self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(LONGEST)
        self.who = plain_label("", "small", self)
        self.behind = link_line(shell.go.emit, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (
            self.title, self.good, self.reject, self.asked, self.answers, self.note_label, self.note, self.who,
            self.behind,
        ):  # fmt: skip
            box.addWidget(widget)
        self.answers.picked.connect(self._say)
        self.note.editingFinished.connect(self._say_note)
        shell.recoloured.connect(self._show_behind)
        self.hide()

    def show_row(self, row: Asked | None) -> None:
        """Show a request; none hides the card."""
        is_other = row is None or self.row is None or row.request.id != self.row.request.id
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words, request = self._shell.words, row.request
        self.title.setText(f"{request.id}  {words.of(request.request)}")
        for label, text, key in ((self.good, request.good_shows, "good"), (self.reject, request.reject_if, "reject")):
            label.setText(words(f"walk.{key}", text=text))
            label.setVisible(bool(text))
        self._show_answer(row, is_other=is_other)
        self._show_behind()

    def _show_answer(self, row: Asked, *, is_other: bool) -> None:
        words, said, id_ = self._shell.words, row.said, row.request.id
        self.answers.show_value(said.ready.value if said else None)
        for ready, button in self.answers.buttons.items():
            button.setAccessibleName(f"{id_}: {words(f'walk.said.{ready}')}")
        self.note.setAccessibleName(f"{id_}: {words('walk.note')}")
        if is_other or not self.note.hasFocus():
            self.note.setText(said.answer if said else "")
        read_only = self._shell.project.session.is_read_only
        self.note.setReadOnly(read_only)
        self.answers.setEnabled(not read_only)
        for widget in (self.note_label, self.note, self.who):
            widget.setVisible(said is not None)
        name = self._shell.engagement.person_name(said.owner) if said else ""
        day = said_date(said.asked_on, words) if said and said.asked_on else ""
        self.who.setText(words("walk.who", name=name or words("walk.nobody"), day=day))

    def _show_behind(self) -> None:
        if self.row is None:
            return
        words, engagement = self._shell.words, self._shell.engagement
        links = [
            self._link(engagement.place_of(id_), f"{id_} {engagement.worked[id_].control.title}")
            for id_ in engagement.asked_for(self.row.request)
        ]
        self.behind.setText(words("walk.behind", listed=", ".join(links)))
        self.behind.setVisible(bool(links))

    def _link(self, place: str, text: str) -> str:
        # A link keeps the colour it was written with, so it says its own.
        return f'<a href="{escape(place)}" style="color:{self._shell.tokens.accent}">{escape(text)}</a>'

    def _say(self) -> None:
        self.said.emit(str(self.answers.value() or ""), self.note.text())

    def _say_note(self) -> None:
        if self.row is not None and self.row.said and self.note.text().strip() != self.row.said.answer:
            self.said.emit(self.row.said.ready.value, self.note.text())

    def go_on(self) -> None:
        """Put the keyboard where it is needed next: on what was said, else on the answers."""
        target = self.answers.focus_targets()[0] if self.note.isHidden() else self.note
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
