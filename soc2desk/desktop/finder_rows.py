"""The rows of the finder: an icon of the kind, the title, where it is, and its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from soc2desk.app.search import Entry, Sort

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

ICONS = {
    Sort.PAGE: "page",
    Sort.QUESTION: "help",
    Sort.DOCUMENT: "book",
    Sort.SECTION: "list",
    Sort.CRITERION: "shield",
    Sort.CONTROL: "sliders",
    Sort.PERSON: "user",
    Sort.RECORD: "table",
    Sort.EVIDENCE: "folder",
    Sort.FINDING: "alert-triangle",
    Sort.TERM: "info",
}
ICON, EDGE, GAP = 18, 8, 10  # pixels, before scaling
Index = QModelIndex | QPersistentModelIndex


class FoundRows(QAbstractListModel):
    """What was found, as a list."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, found: tuple[Entry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, and all of the row in words for those who listen."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shell.words.of(self._entries[index.row()].title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row())
        return None

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[row]

    def said(self, row: int) -> str:
        """Return a row in words."""
        entry, words = self._entries[row], self._shell.words
        kind = words(f"finder.kind.{entry.kind.value}")
        return words("finder.row", title=entry.title, kind=kind, detail=self.detail(row)).strip(" .")

    def detail(self, row: int) -> str:
        """Return the line below the title."""
        entry, words = self._entries[row], self._shell.words
        detail = " ".join(entry.detail.split()) if entry.detail != entry.id else ""
        detail = detail or words(f"finder.kind.{entry.kind.value}")
        return words("finder.hidden", detail=detail) if entry.hidden else words.of(detail)


class RowPainter(QStyledItemDelegate):
    """Draws a row as text that is never read as markup."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Make room for two lines of text."""
        return QSize(100, 2 * option.fontMetrics.lineSpacing() + 2 * EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw icon, title, detail and id."""
        rows, tokens = index.model(), self._shell.tokens
        if not isinstance(rows, FoundRows):
            return
        entry, box = rows.entry(index.row()), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        icon = self._shell.icons.icon(ICONS[entry.kind], tokens.muted, ICON)
        icon.paint(painter, QRect(box.left() + GAP, box.top() + EDGE, ICON, ICON))
        inside = box.adjusted(2 * GAP + ICON, EDGE, -GAP, -EDGE)
        painter.setPen(QColor(tokens.muted))
        taken = self._draw_id(painter, inside, entry)
        line = painter.fontMetrics().lineSpacing()
        self._draw(painter, QRect(inside.left(), inside.top() + line, inside.width(), line), rows.detail(index.row()))
        painter.setPen(QColor(tokens.muted if entry.hidden else tokens.text))
        title = self._shell.words.of(entry.title)
        self._draw(painter, QRect(inside.left(), inside.top(), inside.width() - taken, line), title)
        painter.restore()

    def _draw_id(self, painter: QPainter, inside: QRect, entry: Entry) -> int:
        """Draw the id at the right where the title does not begin with it; return the room it took."""
        if not entry.id or entry.title.startswith(entry.id) or entry.kind is Sort.QUESTION:
            return 0
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, entry.id)
        return painter.fontMetrics().horizontalAdvance(entry.id) + GAP

    def _draw(self, painter: QPainter, box: QRect, words: str) -> None:
        short = painter.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
