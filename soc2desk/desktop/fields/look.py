"""Which look: three buttons, and the covers of the three in small, as they would be with the answers of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from soc2desk.app.logo import LOGO, logo_name, picture_in
from soc2desk.desktop.fields.choice import RadioEditor
from soc2desk.desktop.fields.cover_sketch import cover_for, draw_cover
from soc2desk.desktop.fields.editor import Editor
from soc2desk.domain.looks import STYLES
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from soc2desk.app.session import Plain
    from soc2desk.desktop.fields.spec import Choice
    from soc2desk.desktop.shell import Shell

PAGE = QSize(136, 176)  # pixels, before scaling
BETWEEN, EDGE = 18, 6


class LookEditor(Editor):
    """The choice as buttons, with the covers under them; a press on a cover chooses its look."""

    def __init__(self, shell: Shell, parent: QWidget, choices: tuple[Choice, ...]) -> None:
        super().__init__(parent)
        self._read_only = False
        self.radios = RadioEditor(self, choices)
        self.sample = CoverSample(shell, self)
        self.radios.picked.connect(self._picked)
        self.sample.pressed.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.radios)
        box.addWidget(self.sample)
        self.setFocusProxy(self.radios)

    def _take(self, look: str) -> None:
        if not self._read_only:
            self.radios.show_value(look)
            self._picked()

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change the choice, on the covers too."""
        super().set_read_only(read_only)
        self._read_only = read_only

    def _picked(self) -> None:
        self.sample.show_look(self.radios.value())
        self.picked.emit()

    def show_value(self, value: Plain) -> None:
        """Show the choice, and the covers as they are now."""
        self.radios.show_value(value)
        self.sample.show_look(value)

    def value(self) -> Plain:
        """Return the id of the look."""
        return self.radios.value()

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the buttons."""
        return self.radios.focus_targets()

    @property
    def first(self) -> QWidget:
        """The button that is chosen, else the first one."""
        return self.radios.first


class CoverSample(QWidget):
    """The covers of all looks beside each other, the chosen one in a frame; `pressed` names the one that was."""

    pressed = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.look = STYLES[0]
        self._seen: tuple[object, ...] = ()
        self._picture = QPixmap()
        count = len(STYLES)
        self.setFixedSize(PAGE.width() * count + BETWEEN * (count - 1) + 2 * EDGE, PAGE.height() + 2 * EDGE)

    def show_look(self, value: Plain) -> None:
        """Show which look is chosen; none is the plain one."""
        self.look = str(value) if value in STYLES else STYLES[0]
        words = self._shell.words("field.look.sample")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._read_again()
        self.update()

    def _read_again(self) -> None:
        session = self._shell.project.session
        name = logo_name(session.project, LOGO)
        path = session.folder / name
        try:
            about = path.stat()
            seen: tuple[object, ...] = (name, about.st_mtime_ns, about.st_size)
        except OSError:
            seen = (name,)
        if seen == self._seen:
            return
        self._seen, self._picture = seen, QPixmap()
        try:
            if name:
                self._picture.loadFromData(picture_in(session.folder, name))
        except FileProblem:
            return  # the field of the picture says what is wrong with it

    def page(self, look: str) -> QRect:
        """Return where the cover of a look is drawn."""
        left = EDGE + STYLES.index(look) * (PAGE.width() + BETWEEN)
        return QRect(left, EDGE, PAGE.width(), PAGE.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the look of the cover that is pressed."""
        chosen = next((style for style in STYLES if self.page(style).contains(event.position().toPoint())), "")
        if chosen:
            self.pressed.emit(chosen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the covers."""
        painter = QPainter(self)
        for style in STYLES:
            page = self.page(style)
            draw_cover(painter, page, cover_for(self._shell, self._picture, style), self._shell.tokens)
            if style == self.look:
                painter.setPen(QPen(QColor(self._shell.tokens.accent), 3))
                painter.drawRect(page.adjusted(-3, -3, 3, 3))
        painter.end()
