"""Find anything: a line to type into over the page, and below it what fits. Enter jumps there, Esc goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from soc2desk.app.pages import AFTERWARDS, ASKING, CHECKING, OVERVIEW, PACKET, RUNNING
from soc2desk.app.search import Entry, Sort, entries, found
from soc2desk.desktop.announce import announce
from soc2desk.desktop.finder_rows import FoundRows, RowPainter
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

WIDTH, FROM_TOP, ROOM, FRAME, AROUND = 640, 64, 40, 6, 200  # pixels, before scaling
MOST = 30
"""How many entries are shown: who does not see it among these types another word."""
SAY_AFTER_MS = 400
"""How long typing must pause before the number of results is said aloud."""
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Finder(QFrame):
    """`chosen` brings the place of what a person took."""

    chosen = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._around = shell, parent
        self._index: tuple[Entry, ...] = ()
        self._indexed: object = None
        self._before: QWidget | None = None
        self.setProperty("card", "true")
        self.setProperty("popup", "true")
        self.setAccessibleName(shell.words("finder.name"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(shell.words("finder.type"))
        self.line.setAccessibleName(shell.words("finder.name"))
        self.list = self._make_list()
        self.told = plain_label("", "hint", self)
        self._lay_out()
        self._say = QTimer(self)
        self._say.setSingleShot(True)
        self._say.setInterval(SAY_AFTER_MS)
        self._say.timeout.connect(lambda: announce(self.line, self.told.text()))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def _make_list(self) -> QListView:
        made = QListView(self)
        self.rows = FoundRows(self._shell, made)
        made.setModel(self.rows)
        made.setItemDelegate(RowPainter(self._shell, made))
        made.setAccessibleName(self._shell.words("finder.list"))
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # The keyboard stays in the line: its arrows move the choice.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda index: self._take(index.row()))
        return made

    def _lay_out(self) -> None:
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 10)
        box.setSpacing(8)
        box.addWidget(self.line)
        box.addWidget(self.list, 1)
        box.addWidget(self.told)

    # ---- coming and going ------------------------------------------------------------------------

    def open(self) -> None:
        """Show the line, empty, with the pages below it; the keyboard is in it."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Hide everything and put the keyboard where it was."""
        before, self._before = self._before, None
        self._say.stop()
        had_focus = self.line.hasFocus()
        self.hide()
        if had_focus and before is not None and _is_there(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        width = min(WIDTH, self._around.width() - ROOM)
        rows = self.rows.rowCount() * max(self.list.sizeHintForRow(0), 0) + 2 * self.list.frameWidth() + FRAME
        self.list.setFixedHeight(min(rows, self._around.height() - FROM_TOP - AROUND))
        self._box.activate()
        self.setGeometry((self._around.width() - width) // 2, FROM_TOP, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list with the keys of the line; go when the keyboard goes or the window is clicked."""
        kind = event.type()
        if watched is self.line and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.line and kind == QEvent.Type.FocusOut:
            # A menu, or another program, has the keyboard for a moment only.
            QTimer.singleShot(0, self, self._go_if_left)
        if watched is self._around and kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _go_if_left(self) -> None:
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and focused is not self.line:
            self.close_again()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentIndex().row())
        elif key in _MOVES:
            self._move(_MOVES[key])
        else:
            # Tab would leave by a door that nobody sees.
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _move(self, by: int) -> None:
        count = self.rows.rowCount()
        if not count:
            return
        at = self.list.currentIndex().row() + by
        at = at % count if abs(by) == 1 else min(max(at, 0), count - 1)
        self.list.setCurrentIndex(self.rows.index(at))
        announce(self.line, self.rows.said(at))

    def _take(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            place = self.rows.entry(row).place
            self.close_again()
            self.chosen.emit(place)

    # ---- finding ---------------------------------------------------------------------------------

    def _everything(self) -> tuple[Entry, ...]:
        composition = self._shell.project.session.composition
        if composition is not self._indexed:
            own = (OVERVIEW, *ASKING, *CHECKING, *RUNNING, PACKET, *AFTERWARDS)
            titles = {page: self._shell.words(f"frame.page_title.{page}") for page in own}
            self._index, self._indexed = entries(composition, titles), composition
        return self._index

    def _search(self, text: str) -> None:
        everything = self._everything()
        if text.strip():
            shown = found(everything, text, MOST)
        else:
            shown = tuple(entry for entry in everything if entry.kind is Sort.PAGE)
        self.rows.show_entries(shown)
        self.list.setVisible(bool(shown))
        if shown:
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.scrollToTop()
        self.told.setText(self._told(text, len(shown)))
        self._place()
        self._say.start()

    def _told(self, text: str, count: int) -> str:
        words = self._shell.words
        if not text.strip():
            return words("finder.pages")
        if not count:
            return words("finder.nothing", text=text.strip()[:60])
        if count == MOST:
            return words("finder.most", count=count)
        return words("finder.count.one" if count == 1 else "finder.count.many", count=count)


def _is_there(widget: QWidget) -> bool:
    try:
        return widget.isVisible() and widget.isEnabled()
    except RuntimeError:  # Qt has taken the widget away since
        return False
