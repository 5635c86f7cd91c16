"""What stands above the paper: which document, how it is shown, and what its colours mean."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.shell import Shell

_LEAST_LETTERS = 12
_ROOM = 16  # pixels, before scaling


class PreviewHead(QWidget):
    """`chosen` brings a document that the person chose; `follows` tells to follow the question again; `mode` pages."""

    chosen = Signal(str)
    follows = Signal()
    mode = Signal(bool)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._titles: dict[str, str] = {}
        self._marks: frozenset[str] = frozenset()
        self.chooser = self._make_chooser()
        self.follow = QCheckBox(shell.words("preview.follow"), self)
        self.follow.setChecked(True)
        self.follow.setToolTip(shell.words("preview.follow_hint"))
        self.follow.setAccessibleDescription(shell.words("preview.follow_hint"))
        self.text, self.pages = self._make_switch()
        self.legend = self._make_legend()
        self._lay_out()
        self.chooser.activated.connect(self._choose)
        self.follow.clicked.connect(self._follow)
        self.pages.toggled.connect(self.mode)
        shell.recoloured.connect(self._say_legend)

    def _make_chooser(self) -> QComboBox:
        chooser = QComboBox(self)
        chooser.setAccessibleName(self._shell.words("preview.choose"))
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(_LEAST_LETTERS)
        return chooser

    def _make_switch(self) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        buttons = []
        for name in ("text", "pages"):
            words = self._shell.words(f"preview.{name}")
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAccessibleName(f"{self._shell.words('preview.show_as')}: {words}")
            group.addButton(button)
            buttons.append(button)
        buttons[0].setChecked(True)
        return buttons[0], buttons[1]

    def _make_legend(self) -> QLabel:
        legend = QLabel(self)
        legend.setTextFormat(Qt.TextFormat.RichText)
        legend.setWordWrap(True)
        legend.setProperty("role", "small")
        return legend

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.chooser)
        switch = QHBoxLayout()
        switch.setSpacing(2)
        for button in (self.text, self.pages):
            switch.addWidget(button)
        switch.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addLayout(switch, 1)
        self._row.addWidget(self.follow)
        box.addLayout(self._row)
        box.addWidget(self.legend)
        self._say_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the box below the switch where there is no room beside it."""
        super().resizeEvent(event)
        needed = sum(widget.sizeHint().width() for widget in (self.text, self.pages, self.follow)) + _ROOM
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if needed <= self.width() else ways.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest single part: what stands side by side can stand below each other."""
        widest = max(widget.minimumSizeHint().width() for widget in (self.chooser, self.follow))
        return QSize(widest, super().minimumSizeHint().height())

    def _say_legend(self) -> None:
        words, tokens = self._shell.words, self._shell.tokens
        colours = {"changed": tokens.changed, "open": tokens.open, "suggested": _SUGGESTED, "planned": _PLANNED}
        told = [
            f'<span style="background:{colour};color:{tokens.ink}">&nbsp;{escape(words(f"preview.mark.{name}"))}&nbsp;'
            "</span>"
            for name, colour in colours.items()
            if name in self._marks
        ]
        self.legend.setText(" &nbsp; ".join(told))
        self.legend.setVisible(bool(told))

    def show_marks(self, marks: frozenset[str]) -> None:
        """Explain the marks that the document bears: changed, open, suggested, planned; nothing for none."""
        if marks != self._marks:
            self._marks = marks
            self._say_legend()

    # ---- which document ------------------------------------------------------------------------------

    @property
    def document(self) -> str:
        """The id of the document named; empty for none."""
        return str(self.chooser.currentData() or "")

    @property
    def is_following(self) -> bool:
        """Whether the document follows the question."""
        return self.follow.isChecked()

    @property
    def shows_pages(self) -> bool:
        """Whether the real pages are wanted."""
        return self.pages.isChecked()

    def title_of(self, document: str) -> str:
        """Return the title of a document, also of one that was there before; empty for none."""
        return self._titles.get(document, "")

    def show_titles(self, titles: dict[str, str]) -> None:
        """Offer these documents."""
        there = {str(self.chooser.itemData(at)): self.chooser.itemText(at) for at in range(self.chooser.count())}
        self._titles |= titles
        offered = {document: self._shell.words.of(title) for document, title in titles.items()}
        if there == offered:
            return
        kept = self.document
        self.chooser.clear()
        for document, title in offered.items():
            self.chooser.addItem(title, document)
        self.show_document(kept)

    def show_document(self, document: str) -> None:
        """Name the document that is shown."""
        self.chooser.setCurrentIndex(self.chooser.findData(document))
        self.chooser.setToolTip(plain_tip(self.chooser.currentText()))

    def _choose(self, at: int) -> None:
        self.follow.setChecked(False)
        self.chosen.emit(str(self.chooser.itemData(at)))

    def _follow(self, checked: bool) -> None:
        if checked:
            self.follows.emit()


# The paper is white in both looks, and so are the colours of its marks.
_SUGGESTED, _PLANNED = "#fef1d0", "#e8eef6"
