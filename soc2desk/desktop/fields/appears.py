"""The line under a field: where the answer appears, or what it decides, each place a link."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.fields.spec import FieldSpec
    from soc2desk.desktop.shell import Shell


class AppearsLine(QLabel):
    """Hidden where an answer appears nowhere."""

    def __init__(self, shell: Shell, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._place = shell, spec.place
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", "hint")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                     | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
        # Tab goes from question to question; the same links stand in the help of the question (F1).
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{spec.label}: {shell.words('field.appears_name')}")
        self.linkActivated.connect(shell.go)
        shell.recoloured.connect(self.say)
        self.hide()

    def say(self) -> None:
        """Say where the answer appears as of the last composing, in the colours of the look."""
        project, words = self._shell.project, self._shell.words
        links = project.appearances(self._place, words)
        way = "prints" if project.appears(self._place).prints else "decides"
        # Qt gives links the colour of the look in which they were written, so the colour is written too.
        colour = self._shell.tokens.accent
        shown = ", ".join(
            f'<a href="{escape(place)}" style="color:{colour}">{escape(said)}</a>' for place, said in links
        )
        self.setText(words(f"appears.{way}", places=shown))
        self.setVisible(bool(links))
