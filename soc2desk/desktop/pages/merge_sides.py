"""One difference of two copies: what stood in both before, each side's words beside the other's, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from soc2desk.app.merging import Side
from soc2desk.desktop.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from soc2desk.app.merge_rows import Told
    from soc2desk.desktop.words import Words

LINES = 5


class MergeSides(QWidget):
    """`chosen` brings the side that a person chose."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.what = plain_label(words("merge.choose_one"), "question", self)
        self.why = plain_label("", "hint", self)
        self.base = plain_label("", "hint", self)
        self.heads = {side: self._head(side) for side in Side}
        self.buttons = {side: self._button(side) for side in Side}
        self.texts = {side: self._text(side) for side in Side}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, label in enumerate((self.what, self.why, self.base)):
            grid.addWidget(label, row, 0, 1, 2)
        for column, side in enumerate(Side):
            # The choice stands above what is read, so that it is in sight however long that is.
            widgets: tuple[QWidget, ...] = (self.heads[side], self.buttons[side], self.texts[side])
            for row, widget in enumerate(widgets, 3):
                grid.addWidget(widget, row, column)
            grid.setColumnStretch(column, 1)
        self.show_row(None, None)

    def _head(self, side: Side) -> QLabel:
        return plain_label(self._words(f"merge.side.{side.value}"), "question", self)

    def _text(self, side: Side) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self._words(f"merge.side.{side.value}"))
        text.setFixedHeight(self.fontMetrics().lineSpacing() * (LINES + 1))
        return text

    def _button(self, side: Side) -> QPushButton:
        button = QPushButton(self._words(f"merge.take.{side.value}"), self)
        button.setCheckable(True)
        button.setToolTip(plain_tip(self._words(f"merge.key.{side.value}")))
        button.clicked.connect(lambda: self.chosen.emit(side))
        return button

    def show_row(self, row: Told | None, side: Side | None) -> None:
        """Show a difference with what is taken of it; a sentence where there is none to show."""
        words = self._words
        self.what.setText(row.what if row else words("merge.choose_one"))
        self.why.setText(row.why if row else "")
        has_base = row is not None and row.difference.base is not None
        told = words("merge.pair", field=words("merge.side.base"), value=row.base) if row and has_base else ""
        self.base.setText(told)
        texts = {Side.MINE: row.mine, Side.THEIRS: row.theirs} if row else {}
        for one in Side:
            self.texts[one].setPlainText(texts.get(one, ""))
            self.buttons[one].setChecked(one is side)
            for widget in (self.heads[one], self.texts[one], self.buttons[one]):
                widget.setVisible(row is not None)
        self.why.setVisible(row is not None)
        self.base.setVisible(has_base)
