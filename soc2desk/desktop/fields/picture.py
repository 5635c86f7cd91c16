"""A picture: dropped, pasted or chosen, and seen on a cover at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QKeySequence, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.logo import LOGO, picture_for, picture_from, picture_in
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.cover_sketch import Cover, cover_for, draw_cover, paper_in
from soc2desk.desktop.fields.editor import Editor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.flow import FlowLayout
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.shell import Shell

AREA = QSize(260, 230)  # pixels, before scaling
MOST_PIXELS = 4_000
"""A copied picture is made no larger than a file may be."""


class PictureEditor(Editor):
    """The picture in use. What cannot be one is said beside it, and the earlier one stays."""

    def __init__(self, shell: Shell, parent: QWidget, question: str = LOGO) -> None:
        super().__init__(parent)
        self._shell, self._question = shell, question
        self._name: str | None = None
        self._seen: tuple[object, ...] = ()
        self._picture = QPixmap()
        words = shell.words
        self.note = FindingNote(shell, self)
        self.area = PictureArea(shell, self)
        self.choose = QPushButton(words("field.picture.choose"), self)
        self.choose.setProperty("own_name", words("field.picture.choose"))
        self.remove = QPushButton(words("field.picture.remove"), self)
        self.remove.setProperty("own_name", words("field.picture.remove"))
        self._lay_out()
        self.area.clicked.connect(self.choose_file)
        self.area.brought.connect(self.take)
        self.area.wants_removal.connect(self._remove)
        self.choose.clicked.connect(self.choose_file)
        self.remove.clicked.connect(self._remove)
        self.setFocusProxy(self.area)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.area)
        row.addStretch(1)
        box.addLayout(row)
        buttons = FlowLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        box.addLayout(buttons)

    # ---- the value ---------------------------------------------------------------------------------

    def show_value(self, value: Plain) -> None:
        """Show the picture of a name on the cover."""
        self._name = value if isinstance(value, str) and value != "none" else None
        self._read_again()
        self.remove.setVisible(self._name is not None)
        self.area.show_cover(self._cover(), is_there=self._name is not None)

    def _read_again(self) -> None:
        folder = self._shell.project.session.folder
        path = folder / (self._name or "")
        try:
            about = path.stat()
            seen: tuple[object, ...] = (self._name, about.st_mtime_ns, about.st_size)
        except OSError:
            seen = (self._name,)
        if seen == self._seen:
            return
        self._seen, self._picture = seen, QPixmap()
        if self._name is None:
            return
        try:
            self._picture.loadFromData(picture_in(folder, self._name))
        except FileProblem as problem:
            self._refuse(problem)

    def _cover(self) -> Cover:
        return cover_for(self._shell, self._picture)

    def value(self) -> Plain:
        """Return the name of the picture's file."""
        return self._name

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the place for the picture and the buttons."""
        return (self.area, self.choose, self.remove)

    # ---- what a person does ------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Let a person choose a picture."""
        words = self._shell.words
        title, kinds = words("field.picture.title"), words("field.picture.kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, brought: Path | QImage | None) -> None:
        """Take a picture from a file or the clipboard; what is none leaves the earlier one."""
        if self._shell.project.session.is_read_only:
            return
        folder = self._shell.project.session.folder
        match brought:
            case Path():
                self._keep(lambda: picture_for(folder, brought, self._question))
            case QImage():
                self._keep(lambda: picture_from(folder, _png(brought), self._question))
            case _:
                self._refuse(FileProblem(self._shell.words("field.picture.paste_nothing")))

    def _keep(self, keep: Callable[[], str]) -> None:
        try:
            name = keep()
        except FileProblem as problem:
            self._refuse(problem)
            return
        self._answer(name)

    def _remove(self) -> None:
        self.note.say(())
        if self._name is not None and not self._shell.project.session.is_read_only:
            self.area.setFocus()
            self._answer(None)

    def _answer(self, name: str | None) -> None:
        self.note.say(())
        self.show_value(name)
        # Each picture is a change of its own: one undo takes one of them back.
        self._shell.project.leave_field()
        self.picked.emit()

    def _refuse(self, problem: FileProblem) -> None:
        sentence = f"{problem.message} {problem.hint or ''}".strip()
        self.note.say((("bad", sentence),))
        announce(self, sentence, urgent=True)


class PictureArea(QPushButton):
    """Shows the cover; a press asks for a file, a drop or Ctrl+V brings a picture, Delete takes it away."""

    brought = Signal(object)
    wants_removal = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._cover: Cover | None = None
        self._is_there = False
        self.setFixedSize(AREA)
        self.setAcceptDrops(True)
        self.setProperty("own_name", shell.words("field.picture.area_name"))
        self.setToolTip(shell.words("field.picture.area"))

    def show_cover(self, cover: Cover, *, is_there: bool) -> None:
        """Draw a cover, and a place to drop where no picture stands."""
        self._cover = cover
        self._is_there = is_there
        words = self._shell.words
        state = words(f"field.picture.{'there' if is_there else 'missing'}")
        self.setAccessibleDescription(words("field.picture.area_state", state=state))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, the page on it, and an empty place on the page."""
        super().paintEvent(event)
        if self._cover is None:
            return
        painter = QPainter(self)
        page = paper_in(self.rect().adjusted(8, 10, -8, -10))
        draw_cover(painter, page, self._cover, self._shell.tokens)
        if not self._is_there:
            place = page.adjusted(12, 12, -12, -page.height() * 3 // 5 - 6)
            tokens = self._shell.tokens
            painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
            painter.drawRect(place)
            font = painter.font()
            font.setPixelSize(11)
            painter.setFont(font)
            painter.setPen(QPen(tokens.ink))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place.adjusted(4, 2, -4, -2), flags, self._shell.words("field.picture.area"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture, or take it away."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.brought.emit(_picture_in(QGuiApplication.clipboard().mimeData()))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.wants_removal.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one file or picture in."""
        if _picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.brought.emit(_picture_in(event.mimeData()))


def _picture_in(mime: QMimeData) -> Path | QImage | None:
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files[0] if len(files) == 1 else None
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _png(image: QImage) -> bytes:
    if max(image.width(), image.height()) > MOST_PIXELS:
        image = image.scaled(MOST_PIXELS, MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
