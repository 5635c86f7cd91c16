"""One criterion: what it asks for, the controls behind it, and leaving it out with a reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.labels import link_line, plain_label
from soc2desk.desktop.shell import Notice
from soc2desk.domain.criteria import SECURITY

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class CriterionDetail(QFrame):
    """What stands below the list. A reason that was typed and not taken yet is kept for each criterion."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.criterion = ""
        self._typed: dict[str, str] = {}
        self.setProperty("card", "true")
        self.title = plain_label("", "question", self)
        self.description = plain_label("", "body", self)
        self.behind = link_line(shell.go.emit, self)
        self.note = FindingNote(shell, self)
        self.security = plain_label(shell.words("scope.relevance.security"), "hint", self)
        self.relevance = self._relevance_box()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (self.title, self.description, self.note, self.behind, self.security, self.relevance):
            box.addWidget(widget)
        self.hide()
        shell.recoloured.connect(self.refresh)

    def _relevance_box(self) -> QWidget:
        words = self.shell.words
        box = QWidget(self)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        question = plain_label(words("scope.relevance.question"), "question", box)
        self.wrong = FindingNote(self.shell, box)
        self.reason = QLineEdit(box)
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(words("scope.relevance.reason"))
        self.reason.setAccessibleDescription(words("scope.relevance.hint"))
        self.reason.textEdited.connect(self._type)
        self.reason.returnPressed.connect(self._mark)
        self.mark, self.back = QPushButton(box), QPushButton(words("scope.relevance.back"), box)
        self.mark.clicked.connect(self._mark)
        self.back.clicked.connect(self._take_back)
        for widget in (question, plain_label(words("scope.relevance.hint"), "hint", box), self.wrong, self.reason):
            inside.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addWidget(self.back)
        row.addStretch(1)
        inside.addLayout(row)
        return box

    # ---- from the project ------------------------------------------------------------------------

    def show_criterion(self, criterion: str) -> None:
        """Show a criterion; none hides the card."""
        if criterion != self.criterion:
            self._say_wrong()
        self.criterion = criterion
        self.refresh()

    def refresh(self) -> None:
        """Show the criterion as the project stands."""
        one = self.shell.catalogue.criterion.get(self.criterion)
        self.setVisible(one is not None)
        if one is None:
            return
        words = self.shell.words
        self.title.setText(f"{one.id} {words.of(one.title)}")
        self.description.setText(words.of(one.description))
        self.behind.setText(self._behind())
        self.behind.setAccessibleName(f"{one.id}: {words('scope.criteria.coverage')}")
        is_security = one.category == SECURITY
        self.security.setVisible(is_security)
        self.relevance.setVisible(not is_security)
        if not is_security:
            self._show_reason()

    def settle(self) -> None:
        """Show what our rules see at this criterion."""
        found = self.shell.project.findings_at(f"criteria.{self.criterion}")
        self.note.say(tuple((one.severity.value, self.shell.words.of(one.message)) for one in found))

    def _behind(self) -> str:
        words, phrases = self.shell.words, self.shell.catalogue.phrases
        parts = []
        for one in self.shell.engagement.controls:
            if self.criterion in one.criteria:
                link = self._link(f"control_states.{one.id}", f"{one.id} {one.control.title}")
                state = escape(words.of(phrases[f"state.{one.state.value}"]))
                parts.append(words("scope.criteria.behind_one", control=link, state=state))
        return words("scope.criteria.behind", listed=", ".join(parts)) if parts else words("scope.criteria.behind_none")

    def _link(self, place: str, words: str) -> str:
        # A link keeps the colour it was written with, so it says its own.
        return f'<a href="{escape(place)}" style="color:{self.shell.tokens.accent}">{escape(words)}</a>'

    @property
    def stored(self) -> str:
        """The reason that is in the project; empty while the criterion is relevant."""
        return self.shell.project.session.project.not_relevant.get(self.criterion, "")

    def _show_reason(self) -> None:
        words, stored, read_only = self.shell.words, self.stored, self.shell.project.session.is_read_only
        text = self._typed.get(self.criterion, stored)
        if self.reason.text() != text:
            self.reason.setText(text)
        self.reason.setReadOnly(read_only)
        self.reason.setAccessibleName(f"{self.criterion}: {words('scope.relevance.reason')}")
        act = words("scope.relevance.keep" if stored else "scope.relevance.mark")
        self.mark.setText(act)
        self.mark.setAccessibleName(f"{self.criterion}: {act}")
        self.mark.setEnabled(not read_only and (not stored or text.strip() != stored))
        self.back.setVisible(bool(stored))
        self.back.setEnabled(not read_only)
        self.back.setAccessibleName(f"{self.criterion}: {self.back.text()}")

    # ---- to the project --------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        self._typed[self.criterion] = text
        self._say_wrong()
        self._show_reason()

    def _say_wrong(self, text: str = "") -> None:
        self.wrong.say((("bad", text),) if text else ())
        self.reason.setProperty("wrong", bool(text))
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)

    def _mark(self) -> None:
        words, reason, id_ = self.shell.words, self.reason.text().strip(), self.criterion
        if not self.mark.isEnabled():
            return
        if not reason:
            self._say_wrong(words("scope.relevance.needed"))
            self.reason.setFocus()
            return
        if self._put(reason, words("scope.relevance.label", id=id_)):
            self.shell.say.emit(Notice(words("scope.relevance.done", id=id_), "good"))

    def _take_back(self) -> None:
        words, id_ = self.shell.words, self.criterion
        if self._put(None, words("scope.relevance.label_back", id=id_)):
            self.shell.say.emit(Notice(words("scope.relevance.back_done", id=id_), "good"))
            self.reason.setFocus()

    def _put(self, reason: str | None, label: str) -> bool:
        kept = self._typed.pop(self.criterion, None)
        problem = self.shell.project.put({("not_relevant", self.criterion): reason}, label)
        if problem is not None:
            self._typed[self.criterion] = kept or ""
            self._say_wrong(str(problem))
            return False
        self._say_wrong()
        self.shell.project.leave_field()
        return True
