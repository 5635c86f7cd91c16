"""A picture that is never wider than its place, however large it was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class FittingPicture(QLabel):
    """It shrinks to the width that there is, and keeps its shape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Else the place would grow with the picture, and the page with it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_picture(self, whole: QPixmap) -> None:
        """Show a picture; an empty one shows nothing."""
        self._whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sharp, width = self.devicePixelRatio(), round(self.width() * self.devicePixelRatio())
        shown = self._whole
        if shown.width() > width > 0:
            shown = shown.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(sharp)
        self.setPixmap(shown)
