"""The real pages of a document, one below the other, as wide as there is room; drawn when they come into sight."""

from __future__ import annotations

import math
from collections import OrderedDict
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell

GAP = 12  # pixels between pages and round them, before scaling
KEPT = 12
"""How many drawn pages stay in memory."""
FADED = 0.4
_LINE = 40  # pixels, before scaling


class PageView(QAbstractScrollArea):
    """Shows the pages of one PDF. `left` tells that Esc was pressed; `turned` brings the page at the top, from 1."""

    left = Signal()
    turned = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._pdf: PdfDocument | None = None
        self._sizes: list[tuple[float, float]] = []
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._faded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Whether there is a bar must not change the width of the pages.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def kept(self) -> int:
        """How many pages are drawn and in memory."""
        return len(self._kept)

    def show_pdf(self, pdf: bytes, *, keep: bool) -> None:
        """Show the pages of a PDF, at the place looked at before with `keep`; raises ValueError for what is none."""
        import pypdfium2

        try:
            opened = pypdfium2.PdfDocument(pdf)
            sizes = [opened.get_page_size(at) for at in range(len(opened))]
        except pypdfium2.PdfiumError as error:
            raise ValueError(str(error)) from error
        at = self._share_above()
        self.clear()
        self._pdf, self._sizes = opened, sizes
        self._measure()
        self.verticalScrollBar().setValue(round(at * self._height()) if keep else 0)
        self._moved()

    def clear(self) -> None:
        """Show nothing and let the pages go."""
        self._kept.clear()
        self._sizes, self._faded = [], False
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
        self._measure()
        self.viewport().update()

    def fade(self, *, faded: bool) -> None:
        """Grey the pages: they are not of now."""
        self._faded = faded
        self.viewport().update()

    # ---- where each page stands ----------------------------------------------------------------------

    def _width(self) -> int:
        return max(1, self.viewport().width() - 2 * GAP)

    def _tops(self) -> list[int]:
        heights = (self._page_height(at) + GAP for at in range(self.count))
        return list(accumulate(heights, initial=GAP))

    def _page_height(self, at: int) -> int:
        width, height = self._sizes[at]
        return round(self._width() * height / max(width, 1.0))

    def _height(self) -> int:
        return self._tops()[-1]

    def _share_above(self) -> float:
        return self.verticalScrollBar().value() / max(1, self._height())

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._height() - self.viewport().height()))
        bar.setPageStep(self.viewport().height())

    def page_at_top(self) -> int:
        """Return the number of the page that most of the upper half shows, from 1; 0 for none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return min(self.count, max(1, sum(top <= middle for top in self._tops())))

    def _moved(self) -> None:
        self.viewport().update()
        if self.count:
            self.turned.emit(self.page_at_top())

    # ---- drawing -------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._shell.tokens.side))
        painter.setOpacity(FADED if self._faded else 1.0)
        up = self.verticalScrollBar().value()
        for at, top in enumerate(self._tops()[:-1]):
            place = QRect(GAP, top - up, self._width(), self._page_height(at))
            if place.intersects(self.viewport().rect()):
                painter.drawImage(place, self._image(at))
        painter.end()

    def _image(self, at: int) -> QImage:
        pixels = math.ceil(self._width() * self.devicePixelRatioF())
        key = (at, pixels)
        if key not in self._kept:
            self._kept[key] = self._draw(at, pixels)
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _draw(self, at: int, pixels: int) -> QImage:
        if self._pdf is None:
            return QImage()
        page = self._pdf[at]
        # Four bytes a pixel, in the order of Qt's plain colours.
        bitmap = page.render(scale=pixels / max(self._sizes[at][0], 1.0), force_bitmap_format=_bgrx())
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        page.close()
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width and keep the place."""
        at = self._share_above()
        super().resizeEvent(event)
        self._measure()
        if event.oldSize().width() != event.size().width():
            self._kept.clear()
            self.verticalScrollBar().setValue(round(at * self._height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc, go to the first and last page at Home and End; all else as everywhere."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)


def _bgrx() -> int:
    from pypdfium2 import raw

    return int(raw.FPDFBitmap_BGRx)
