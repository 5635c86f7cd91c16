"""What is dropped on a page: the first file or folder in it, and a frame that says what will happen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from soc2desk.desktop.words import Words


class Dropping(QObject):
    """Watches a page. `dropped` brings a path, `said` why nothing of what was dropped can be taken."""

    dropped = Signal(object)
    said = Signal(object)

    def __init__(self, words: Words, page: QWidget) -> None:
        super().__init__(page)
        self._words, self._page = words, page
        self.frame = QFrame(page)
        self.frame.setProperty("card", "true")
        self.frame.setProperty("tone", "accent")
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label = plain_label(words("home.drop.here"), "heading", self.frame)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.frame).addWidget(label)
        self.frame.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every drag, so that what cannot be used is answered with a sentence."""
        match event.type():
            case QEvent.Type.DragEnter:
                self._entered(event)
            case QEvent.Type.DragLeave:
                self.frame.hide()
            case QEvent.Type.Drop:
                self._dropped(event)
            case _:
                return False
        return True

    def _entered(self, event: QEvent) -> None:
        if not isinstance(event, QDragEnterEvent):
            return
        event.acceptProposedAction()
        if local_path(event.mimeData()) is not None:
            self.frame.setGeometry(self._page.rect().adjusted(12, 12, -12, -12))
            self.frame.raise_()
            self.frame.show()

    def _dropped(self, event: QEvent) -> None:
        self.frame.hide()
        if not isinstance(event, QDropEvent):
            return
        event.acceptProposedAction()
        path = local_path(event.mimeData())
        if path is None:
            self.said.emit(Notice(self._words("home.drop.no_file"), "warn"))
        else:
            self.dropped.emit(path)


def local_path(data: QMimeData) -> Path | None:
    """Return the first file or folder of this computer among what is dragged; None for a web page or a text."""
    found = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    path = next((path for path in found if path), None)
    return Path(path) if path else None
