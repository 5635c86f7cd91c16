"""Where everything stands while a section is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from soc2desk.desktop.announce import announce
from soc2desk.desktop.documents.chip_edit import ChipEdit
from soc2desk.desktop.documents.value_finder import ValueFinder
from soc2desk.desktop.fields.choice import ComboEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.shell import Shell

WIDE = 860  # pixels, before scaling: from here on the preview stands beside the text
FADED = 0.5
FEWEST_LINES = 5


class SectionPaper(QTextBrowser):
    """How a section will read. Its links lead nowhere while it is being written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("paper", "true")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Give Qt nothing: all that a section shows stands in it."""
        return None


class EditorLayout(QObject):
    """The widgets of the editor, made and placed; the editor itself says what they do."""

    def __init__(self, shell: Shell, owner: QWidget) -> None:
        super().__init__(owner)
        self._shell, self._owner = shell, owner
        words = shell.words
        self.back = QPushButton("", owner)
        self.back.setProperty("quiet", "true")
        self.state = plain_label("", "hint", owner)
        self.field = ChipEdit(shell, owner)
        self.field.setMinimumHeight(self.field.fontMetrics().lineSpacing() * FEWEST_LINES)
        self.field.setAccessibleName(words("documents.editor.text"))
        self.field.setAccessibleDescription(words("documents.editor.hint"))
        self.chip = plain_label(words("documents.editor.hint"), "small", owner)
        self.problem = plain_label("", "finding", owner)
        self.finder = ValueFinder(shell, owner)
        self.preview = SectionPaper(owner)
        self.preview.setAccessibleName(words("documents.editor.preview"))
        self.who_part, self.who = self._who()
        self.keep = self._button("keep", "primary")
        self.insert, self.template = self._button("insert"), self._button("template")
        self._lay_out()

    def _button(self, key: str, look: str = "") -> QPushButton:
        button = QPushButton(self._shell.words(f"documents.editor.{key}"), self._owner)
        if look:
            button.setProperty(look, "true")
        return button

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical, self._owner)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.field)
        self.reading = self._reading()
        self.splitter.addWidget(self.reading)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        box = QVBoxLayout(self._owner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.state, 1)
        box.addLayout(head)
        box.addWidget(self.splitter, 1)
        # Under the splitter, which would not give their broken lines the height they need.
        box.addWidget(self.chip)
        box.addWidget(self.problem)
        box.addWidget(self.finder)
        self.problem.hide()
        acts = FlowLayout()
        for widget in (self.who_part, self.keep, self.insert, self.template):
            acts.addWidget(widget)
        box.addLayout(acts)
        self._owner.installEventFilter(self)

    def _who(self) -> tuple[QWidget, ComboEditor]:
        part = QWidget(self._owner)
        label = plain_label(self._shell.words("documents.editor.who"), "body", part)
        label.setWordWrap(False)
        who = ComboEditor(part, (), self._shell.words("documents.approval.choose"))
        for widget in who.focus_targets():
            widget.setAccessibleName(self._shell.words("documents.editor.who"))
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(who)
        return part, who

    def _reading(self) -> QWidget:
        part = QWidget(self._owner)
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(plain_label(self._shell.words("documents.editor.preview"), "question", part))
        box.addWidget(self.preview, 1)
        return part

    def make_room(self, *, finder: bool) -> None:
        """Give the list of values the room of the preview while it is open."""
        self.chip.setVisible(not finder)
        self.reading.setVisible(not finder or self.splitter.orientation() is Qt.Orientation.Horizontal)

    def eventFilter(self, _watched: QObject, event: object) -> bool:
        """Put the preview beside the text where there is room."""
        if getattr(event, "size", None) is not None:
            self._turn(event)  # type: ignore[arg-type]
        return False

    def _turn(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= WIDE
        self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # ---- what is said ----------------------------------------------------------------------------

    def show_state(self, told: str, *, unkept: bool, may: bool, has_own: bool) -> None:
        """Say whose words these are, and offer what can be done with them."""
        self.state.setText(told)
        self.keep.setEnabled(may and unkept)
        self.insert.setEnabled(may)
        self.template.setEnabled(may and has_own)
        self.who.set_read_only(not may)

    def tell_chip(self, told: str) -> None:
        """Say what the label at the cursor stands for."""
        words = self._shell.words
        self.chip.setText(words("documents.editor.on_label", chip=told.rstrip(".")) if told
                          else words("documents.editor.hint"))  # fmt: skip

    def tell_problem(self, told: str) -> None:
        """Say what keeps the text from standing there; nothing takes it away."""
        if told and told != self.problem.text():
            announce(self.problem, told)
        self.problem.setText(told)
        self.problem.setVisible(bool(told))

    def show_html(self, html: str) -> None:
        """Show how the section will read, scrolled as before."""
        self.preview.viewport().setGraphicsEffect(None)  # type: ignore[arg-type]
        at = self.preview.verticalScrollBar().value()
        self.preview.setHtml(html)
        self.preview.document().setDocumentMargin(12)
        self.preview.verticalScrollBar().setValue(at)

    def fade(self) -> None:
        """Grey the preview: it is not of the present text."""
        if self.preview.viewport().graphicsEffect() is None:
            effect = QGraphicsOpacityEffect(self.preview.viewport())
            effect.setOpacity(FADED)
            self.preview.viewport().setGraphicsEffect(effect)
