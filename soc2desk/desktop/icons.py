"""Our icons in the colours of the look, sharp on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from soc2desk.desktop.tokens import Tokens

_RATIOS = (1, 2, 3)
_SCREEN = 2.0


class Icons:
    """Hands out icons by name, tinted; made anew when the look changes."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, color: str | None = None, size: int = 20) -> QIcon:
        """Return an icon in the colour of text or another, paler where it is disabled."""
        tint = color or self._tokens.text
        key = (name, tint, size)
        if key not in self._icons:
            self._icons[key] = self._made(name, tint, size)
        return self._icons[key]

    def pixmap(self, name: str, color: str | None = None, size: int = 20, ratio: float = _SCREEN) -> QPixmap:
        """Return an icon as a picture for a label, drawn for a screen with `ratio` device pixels to one of ours."""
        key = (name, color or self._tokens.text, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(*key)
        return self._pixmaps[key]

    def _made(self, name: str, tint: str, size: int) -> QIcon:
        icon = QIcon()
        for ratio in _RATIOS:
            # Selected too, because Qt would tint that one by itself, and against our colours
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                icon.addPixmap(self.pixmap(name, tint, size, ratio), mode)
            icon.addPixmap(self.pixmap(name, self._tokens.disabled, size, ratio), QIcon.Mode.Disabled)
        return icon

    def _drawn(self, name: str, tint: str, size: int, ratio: float) -> QPixmap:
        # Not needed for the first picture of the window.
        from PySide6.QtSvg import QSvgRenderer

        # The drawing first: a painter that is open when a Problem passes takes the program down
        drawing = QSvgRenderer(QByteArray(self._drawing(name, tint)))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _drawing(self, name: str, tint: str) -> bytes:
        """Qt does not take `currentColor` from a palette, so the colour is written into the drawing."""
        from soc2desk.app.pictures import icon_bytes

        if name not in self._drawings:
            self._drawings[name] = icon_bytes(name)
        return self._drawings[name].replace(b"currentColor", tint.encode())
