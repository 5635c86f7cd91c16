"""One item of the baseline: its four answers, what is held for it, the controls that overlap, what it proposes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.choice import RadioEditor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import link_line, plain_label
from soc2desk.domain.self_answers import Has

if TYPE_CHECKING:
    from soc2desk.app.self_check import Offer, SelfRow
    from soc2desk.desktop.shell import Shell


class SelfCheckDetail(QFrame):
    """What stands below the list. `said` brings answer and note as they are to be written; `take` one proposal."""

    said = Signal(str, str)
    take = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: SelfRow | None = None
        self._offered: tuple[Offer, ...] = ()
        self.setProperty("card", "true")
        words = shell.words
        self.title = plain_label("", "question", self)
        self.answers = RadioEditor(self, tuple((has.value, words(f"self_check.said.{has}")) for has in Has))
        self.note_label = plain_label("", "hint", self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(LONGEST)
        self.finding = FindingNote(shell, self)
        self.who = plain_label("", "small", self)
        self.behind = link_line(shell.go.emit, self)
        self.offers = QWidget(self)
        self._lines = QVBoxLayout(self.offers)
        self._lines.setContentsMargins(0, 4, 0, 0)
        self._lay_out()
        self.answers.picked.connect(self._say)
        self.note.editingFinished.connect(self._say_note)
        shell.recoloured.connect(self._show_behind)
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        parts = (self.title, self.answers, self.note_label, self.note, self.who, self.finding, self.behind, self.offers)
        for widget in parts:
            box.addWidget(widget)

    # ---- from the project ------------------------------------------------------------------------

    def show_row(self, row: SelfRow | None) -> None:
        """Show an item; none hides the card."""
        is_other = row is None or self.row is None or row.id != self.row.id
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._shell.words
        self.title.setText(f"{row.id}  {words.of(row.title)}")
        self.answers.show_value(row.answer or None)
        for id_, button in self.answers.buttons.items():
            button.setAccessibleName(f"{row.id}: {words(f'self_check.said.{id_}')}")
        if is_other or not self.note.hasFocus():
            self.note.setText(row.note)
        self._show_note(row)
        self._show_behind()
        self._show_offers(row)

    def _show_note(self, row: SelfRow) -> None:
        words, read_only = self._shell.words, self._shell.project.session.is_read_only
        key = "reason" if row.answer == Has.NOT_APPLICABLE else "evidence"
        label = words(f"self_check.note.{key}")
        self.note_label.setText(label)
        self.note.setAccessibleName(f"{row.id}: {label}")
        for widget in (self.note_label, self.note):
            widget.setVisible(bool(row.answer) and (row.answer != Has.NO or bool(row.note)))
        self.note.setReadOnly(read_only)
        self.answers.setEnabled(not read_only)
        day = said_date(row.on, words) if row.on else ""
        key = "who" if row.by and day else "day" if day else "nobody"
        self.who.setText(words(f"self_check.{key}", person=row.by, day=day))
        self.who.setVisible(bool(row.answer))

    def _show_behind(self) -> None:
        if self.row is None:
            return
        words, catalogue, engagement = self._shell.words, self._shell.catalogue, self._shell.engagement
        parts = []
        for id_ in catalogue.baseline_item[self.row.id].controls:
            one = engagement.state.get(id_)
            if one is not None:
                state = escape(words.of(catalogue.phrases[f"state.{one.state.value}"]))
                link = self._link(f"control_states.{id_}", f"{id_} {one.control.title}")
                parts.append(words("self_check.behind_one", control=link, state=state))
        self.behind.setText(words("self_check.behind", listed=", ".join(parts)) if parts else "")
        self.behind.setVisible(bool(parts))
        self.behind.setAccessibleName(f"{self.row.id}: {words('self_check.overlap')}")

    def _link(self, place: str, text: str) -> str:
        # A link keeps the colour it was written with, so it says its own.
        return f'<a href="{escape(place)}" style="color:{self._shell.tokens.accent}">{escape(text)}</a>'

    def settle(self) -> None:
        """Show what our rules see at this item."""
        found = self._shell.project.findings_at(f"self_check.{self.row.id}") if self.row else ()
        self.finding.say(tuple((one.severity.value, self._shell.words.of(one.message)) for one in found))

    # ---- what it proposes ------------------------------------------------------------------------

    def _show_offers(self, row: SelfRow) -> None:
        self.offers.setVisible(bool(row.proposed))
        if row.proposed == self._offered:
            return
        self._offered = row.proposed
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in row.proposed:
            self._lines.addWidget(self._offer(offer))

    def _offer(self, offer: Offer) -> QWidget:
        words, shell = self._shell.words, self._shell
        box = QWidget(self.offers)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        text = words("self_check.offer", about=words.of(offer.about), proposed=words.of(offer.words))
        lines.addWidget(plain_label(text, "body", box))
        row = QWidget(box)
        flow = FlowLayout(row)
        if offer.value:
            take = QPushButton(words("self_check.take"), row)
            take.setAccessibleName(words("self_check.named", act=words("self_check.take"), about=offer.about))
            take.setEnabled(not shell.project.session.is_read_only)
            take.clicked.connect(lambda: self.take.emit(offer))
            flow.addWidget(take)
        go = QPushButton(words("self_check.open"), row)
        go.setProperty("quiet", "true")
        go.setAccessibleName(words("self_check.named", act=words("self_check.open"), about=offer.about))
        go.clicked.connect(lambda: shell.go.emit(offer.place))
        flow.addWidget(go)
        lines.addWidget(row)
        return box

    # ---- to the project --------------------------------------------------------------------------

    def _say(self) -> None:
        self.said.emit(str(self.answers.value() or ""), self.note.text())

    def _say_note(self) -> None:
        if self.row is not None and self.row.answer and self.note.text().strip() != self.row.note:
            self.said.emit(self.row.answer, self.note.text())

    def go_on(self) -> None:
        """Put the keyboard where it is needed next: on the note of an answer, else on the answers."""
        target = self.answers.focus_targets()[0] if self.note.isHidden() else self.note
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
