"""The teaching note of a question: why it is asked, which criteria its answer serves, and where it prints first."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from soc2desk.app.teaching import why_asked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.fields.spec import FieldSpec
    from soc2desk.desktop.shell import Shell

_MOST = 8
"""Some answers serve nearly all criteria; a list of thirty teaches nothing."""


class TeachingLine(QLabel):
    """Hidden while the notes are off, and for a field that is no question."""

    def __init__(self, shell: Shell, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        kind, _, self._question = spec.place.partition(".")
        self._why = why_asked(shell.catalogue, self._question) if kind == "answers" else ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", "lesson")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                     | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
        # Tab goes from question to question, as past the line of where an answer appears.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{spec.label}: {shell.words('teaching.name')}")
        self.linkActivated.connect(shell.go)
        shell.recoloured.connect(self.say)
        shell.teaching.switched.connect(self.say)
        self.hide()

    def say(self) -> None:
        """Say the note as of the last composing, in the colours of the look."""
        shown = bool(self._why) and self._shell.teaching.is_on
        if shown:
            self.setText(f"{escape(self._why)} {self._served()}{self._way()}")
        self.setVisible(shown)

    def _served(self) -> str:
        words, served = self._shell.words, self._shell.teaching.criteria_of(self._question)
        if not served:
            return escape(words("teaching.serves_none"))
        links = ", ".join(self._link(f"criteria.{id_}", id_) for id_ in served[:_MOST])
        left = len(served) - _MOST
        return (
            words("teaching.serves_more", listed=links, count=left)
            if left > 0
            else words("teaching.serves", listed=links)
        )

    def _way(self) -> str:
        """Return the way to the first place in which the answer prints; nothing where there is none."""
        found = self._shell.project.appearances(f"answers.{self._question}", self._shell.words)
        return f" {self._link(found[0][0], self._shell.words('teaching.show_me'))}" if found else ""

    def _link(self, place: str, said: str) -> str:
        # Qt gives links the colour of the look in which they were written, so the colour is written too.
        return f'<a href="{escape(place)}" style="color:{self._shell.tokens.accent}">{escape(said)}</a>'
