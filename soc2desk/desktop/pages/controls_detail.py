"""What one control says, prevents and is shown by, with links to where documents and requests name it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from soc2desk.app.control_detail import clauses_with, control_detail, requests_for
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.app.control_detail import Link
    from soc2desk.desktop.shell import Shell

MOST = 12
"""So many clauses are listed; a control may stand in more."""


class ControlText(QWidget):
    """The control in full, for reading. Links are followed with the mouse or the keyboard."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._control = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self.texts = {name: self._titled(name, self._text()) for name in ("statement", "prevents", "evidence")}
        self.links = {name: self._titled(name, self._linked(name)) for name in ("criteria", "clauses", "requests")}

    def _titled(self, name: str, label: QLabel) -> QLabel:
        title = plain_label(self._shell.words(f"controls.detail.{name}"), "question", self)
        title.setContentsMargins(0, 6, 0, 0)
        self._box.addWidget(title)
        self._box.addWidget(label)
        label.setProperty("title", title)
        return label

    def _text(self) -> QLabel:
        return plain_label("", "body", self)

    def _linked(self, name: str) -> QLabel:
        label = QLabel("", self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                      | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)  # fmt: skip
        label.setAccessibleName(self._shell.words(f"controls.detail.{name}"))
        label.linkActivated.connect(self._shell.go)
        return label

    def show_control(self, control: str) -> None:
        """Show what follows from the answers at once: the statement and what belongs to it."""
        self._control = control
        detail = control_detail(control, self._shell.engagement)
        of = self._shell.words.of
        self._say("statement", of(detail.statement))
        self._say("prevents", of(detail.prevents))
        self._say("evidence", "\n".join(f"\u2022 {of(item)}" for item in detail.evidence))
        self._link("criteria", detail.criteria)

    def show_places(self) -> None:
        """Show where the composed documents and requests name the control."""
        if not self._control:
            return
        self._link("clauses", clauses_with(self._control, self._shell.project.session.composition))
        self._link("requests", requests_for(self._control, self._shell.engagement))

    def _say(self, name: str, text: str) -> None:
        label = self.texts[name]
        label.setText(text)
        label.setVisible(bool(text))
        label.property("title").setVisible(bool(text))

    def _link(self, name: str, links: Sequence[Link]) -> None:
        words = self._shell.words
        shown = [f'<a href="{escape(one.place)}">{escape(words.of(one.words))}</a>' for one in links[:MOST]]
        if len(links) > MOST:
            shown.append(escape(words("controls.detail.clauses_more", count=len(links) - MOST)))
        nothing = f"controls.detail.no_{name}"
        label = self.links[name]
        label.setText("<br>".join(shown) or (escape(words(nothing)) if nothing in words else ""))
        label.setVisible(bool(label.text()))
        label.property("title").setVisible(bool(label.text()))
