"""The end of a tabletop: what helped, what was missing, who was to be told, and the report made of it all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.tabletop_lines import TabletopLines

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.tabletops import Play

TEXTS = ("strengths", "gaps", "notices")
HEIGHT = 64  # pixels, before scaling


class TabletopClosing(QWidget):
    """`changed` follows each key; `finish` asks for the report."""

    changed = Signal()
    finish = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.version = QLineEdit(self)
        self.version.setAccessibleName(words("tabletop.close.version"))
        self.texts = {name: QPlainTextEdit(self) for name in TEXTS}
        self.follow_ups = TabletopLines(shell, "action", self, has_day=True)
        self.button = QPushButton(words("tabletop.close.finish"), self)
        self.button.setProperty("primary", "true")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(plain_label(words("tabletop.close.title"), "heading", self))
        box.addWidget(plain_label(words("tabletop.close.intro"), "hint", self))
        box.addWidget(plain_label(words("tabletop.close.version"), "question", self))
        box.addWidget(self.version)
        for name, field in self.texts.items():
            field.setAccessibleName(words(f"tabletop.close.{name}"))
            field.setTabChangesFocus(True)
            field.setFixedHeight(HEIGHT)
            box.addWidget(plain_label(words(f"tabletop.close.{name}"), "question", self))
            box.addWidget(field)
            field.textChanged.connect(self.changed)
        box.addWidget(plain_label(words("tabletop.close.actions"), "question", self))
        box.addWidget(self.follow_ups)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.version.textEdited.connect(self.changed)
        self.button.clicked.connect(self.finish)

    def show_play(self, play: Play, *, is_open: bool) -> None:
        """Show what was written; what is being typed stays."""
        if self.version.text() != play.plan_version and not self.version.hasFocus():
            self.version.setText(play.plan_version)
        self.version.setReadOnly(not is_open)
        for name, field in self.texts.items():
            field.setReadOnly(not is_open)
            if field.toPlainText() != getattr(play, name) and not field.hasFocus():
                field.blockSignals(True)
                field.setPlainText(getattr(play, name))
                field.blockSignals(False)
        self.follow_ups.show_lines(tuple(self._actions(play)), is_open=is_open)
        self.button.setEnabled(is_open)

    def _actions(self, play: Play) -> list[tuple[str, str]]:
        return [
            (str(at), " · ".join(filter(None, (one.action, self._shell.engagement.person_name(one.owner),
                                               one.due.isoformat() if one.due else ""))))
            for at, one in enumerate(play.follow_ups)
        ]  # fmt: skip

    def written(self, play: Play) -> Play:
        """Return the tabletop with what stands in the fields."""
        said = {name: field.toPlainText() for name, field in self.texts.items()}
        return replace(
            play, plan_version=self.version.text(), strengths=said["strengths"], gaps=said["gaps"],
            notices=said["notices"],
        )  # fmt: skip
