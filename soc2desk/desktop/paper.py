"""White paper for a document or help: its links are given to the window, and nothing is loaded from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QGraphicsOpacityEffect, QTextBrowser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

MARGIN = 14  # pixels, before scaling
CHANGED = "changed"
"""The anchor of the words that just changed."""
FADED = 0.5
_AT_A_THIRD = 3


class Paper(QTextBrowser):
    """`followed` brings the id that a link leads to; `left` tells that Esc was pressed."""

    followed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("paper", "true")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # Words stay whole in narrow tables; what does not fit then can be scrolled to.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.anchorClicked.connect(self._follow)
        self._html = ""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Give Qt nothing: all that a document shows stands in it."""
        return None

    def setSource(self, *_given: object) -> None:
        """Open nothing: what is shown comes from the project alone."""

    def _follow(self, link: QUrl) -> None:
        # An address in the web has no place here, and is not opened from here either.
        if link.isRelative() and link.hasFragment():
            self.followed.emit(link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc; all else as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- what is shown -----------------------------------------------------------------------------

    def show_html(self, html: str, *, keep: bool) -> None:
        """Show a text; with `keep` what was at the top stays there, whatever grew above it."""
        self.fade(faded=False)
        if html == self._html:
            return
        held = self._held() if keep else None
        self._html = html
        self.setHtml(html)
        self.document().setDocumentMargin(MARGIN)
        if held is not None:
            self._hold(*held)

    def fade(self, *, faded: bool) -> None:
        """Grey the text: it is not of now."""
        effect = None
        if faded:
            effect = QGraphicsOpacityEffect(self.viewport())
            effect.setOpacity(FADED)
        if faded or self.viewport().graphicsEffect() is not None:
            self.viewport().setGraphicsEffect(effect)  # type: ignore[arg-type]

    def reveal(self, anchor: str) -> bool:
        """Bring the nearest place of an anchor into sight unless one is; return whether there is any."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        up, down = bar.value(), bar.value() + height - self.fontMetrics().lineSpacing()
        places = self._tops_of(anchor)
        if places and not any(up <= at <= down for at in places):
            bar.setValue(min(places, key=lambda at: abs(at - up)) - height // _AT_A_THIRD)
        return bool(places)

    # ---- anchors -----------------------------------------------------------------------------------

    def _anchors(self, block: QTextBlock) -> Iterator[tuple[str, int]]:
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            for name in fragment.charFormat().anchorNames():
                yield name, fragment.position()
            at += 1

    def _held(self) -> tuple[str, int] | None:
        """Return the anchor nearest above the first line in sight, and how far above it stands."""
        first = self.cursorForPosition(QPoint(MARGIN, 1))
        block = first.block()
        while block.isValid():
            before = [name for name, at in self._anchors(block) if at <= first.position() and name != CHANGED]
            if before:
                tops = self._tops_of(before[-1])
                return (before[-1], self.verticalScrollBar().value() - tops[0]) if tops else None
            block = block.previous()
        return None

    def _hold(self, anchor: str, below: int) -> None:
        for top in self._tops_of(anchor)[:1]:
            self.verticalScrollBar().setValue(top + below)

    def _tops_of(self, anchor: str) -> list[int]:
        """Return how far from the top of the whole text an anchor stands, wherever it does."""
        up = self.verticalScrollBar().value()
        tops = []
        block = self.document().begin()
        while block.isValid():
            for name, position in self._anchors(block):
                if name == anchor:
                    cursor = self.textCursor()
                    cursor.setPosition(position)
                    tops.append(self.cursorRect(cursor).top() + up)
            block = block.next()
        return tops
