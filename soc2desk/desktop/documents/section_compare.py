"""A person's own words beside the template's new text, with what differs marked in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from soc2desk.app.text_differences import differences
from soc2desk.desktop.documents.chip_edit import ChipEdit
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.app.text_differences import Stretches
    from soc2desk.app.wording import Wording
    from soc2desk.desktop.shell import Shell


class SectionCompare(QWidget):
    """`keeping`, `taking` and `editing` say what becomes of the own words; `left` that nothing does yet."""

    keeping = Signal()
    taking = Signal()
    editing = Signal()
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.back = QPushButton("", self)
        self.back.setProperty("quiet", "true")
        self.mine, self.new = ChipEdit(shell, self), ChipEdit(shell, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for key, field in (("mine", self.mine), ("new", self.new)):
            field.setReadOnly(True)
            field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                          | Qt.TextInteractionFlag.TextSelectableByKeyboard)  # fmt: skip
            field.setAccessibleName(words(f"documents.compare_view.{key}"))
            self.splitter.addWidget(self._side(words(f"documents.compare_view.{key}"), field))
        self.splitter.setChildrenCollapsible(False)
        self.keep, self.take, self.edit = (
            QPushButton(words(f"documents.compare_view.{key}"), self) for key in ("keep", "take", "edit")
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(plain_label(words("documents.compare_view.intro"), "hint", self))
        box.addWidget(self.splitter, 1)
        acts = FlowLayout()
        for button in (self.keep, self.take, self.edit):
            acts.addWidget(button)
        box.addLayout(acts)
        for button, act in ((self.keep, self.keeping), (self.take, self.taking), (self.edit, self.editing),
                            (self.back, self.left)):  # fmt: skip
            button.clicked.connect(act)

    def _side(self, title: str, field: ChipEdit) -> QWidget:
        side = QWidget(self)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(plain_label(title, "question", side))
        box.addWidget(field, 1)
        return side

    def show_wording(self, wording: Wording) -> None:
        """Show both texts of a section."""
        title = self._shell.catalogue.template[wording.document].title
        self.back.setText(self._shell.words("documents.editor.back", document=title))
        mine, new = differences(wording.text or "", wording.template_text, self._shell.engagement)
        for field, stretches in ((self.mine, mine), (self.new, new)):
            field.show_stretches(stretches)
            field.setAccessibleDescription(self._only(stretches))
        may = not self._shell.project.session.is_read_only
        for button in (self.keep, self.take, self.edit):
            button.setEnabled(may)

    def _only(self, stretches: Stretches) -> str:
        """Say what only one of the texts has, for those who do not see the marks."""
        changed = ("".join(piece.source for piece in one.pieces).strip() for one in stretches if one.is_changed)
        return self._shell.words("documents.compare_view.only", words="; ".join(filter(None, changed)))

    def take_focus(self) -> None:
        """Put the keyboard at the own words."""
        self.mine.setFocus()
