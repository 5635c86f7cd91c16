"""The list at the left: whose packet it is, how much is answered, and every page with its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.app.progress import PageProgress, Progress, answered
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.shell import Shell

WIDTH = 250  # pixels, before scaling
ICON = 18
FIND_KEYS = "Ctrl+K"
LONGEST_NAME = 80
"""So many letters of a name are shown: it heads the list, and measuring a page of text takes seconds."""
ICONS = {
    Progress.NOT_STARTED: ("circle", "muted"),
    Progress.IN_PROGRESS: ("circle-dot", "accent"),
    Progress.NEEDS_ATTENTION: ("alert-triangle", "warn"),
    Progress.COMPLETE: ("check-circle", "good"),
    Progress.NOT_NEEDED: ("minus", "muted"),
    Progress.OPTIONAL: ("circle", "muted"),
}
WITHOUT_STATE = {"ask": "file-plus", "changes": "list", "merge": "handshake", "next_period": "calendar"}
"""Pages on which nothing is to be done, with a picture of their own."""
PAGE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under one heading; an empty heading shows none."""

    heading: str
    pages: tuple[tuple[str, str], ...]
    """The id and the title of each page."""


class Sidebar(QFrame):
    """Every page can be reached at any time; nothing is locked."""

    chosen = Signal(str)
    search = Signal()

    def __init__(self, shell: Shell, groups: tuple[Group, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._progress: dict[str, PageProgress] = {}
        self._items: dict[str, QListWidgetItem] = {}
        self.setObjectName("sidebar")
        self.setMinimumWidth(WIDTH)
        self.name = plain_label("", "heading", self)
        self.scope = plain_label("", "small", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(shell.words("frame.bar"))
        self.list = self._make_list(groups)
        self.find_button = QPushButton(shell.words("frame.find"), self)
        self.find_button.setProperty("quiet", "true")
        self.find_button.clicked.connect(self.search)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 16, 10, 10)
        box.setSpacing(6)
        for widget in (self.name, self.scope, self.bar):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addLayout(self._find_row())
        shell.recoloured.connect(self._draw)

    def _find_row(self) -> FlowLayout:
        keys = QKeySequence(FIND_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.find_button.setToolTip(keys)
        self.find_keys = plain_label(keys, "small", self)
        self.find_keys.setWordWrap(False)
        # As high as the button, so that both stand on one line.
        self.find_keys.setFixedHeight(self.find_button.sizeHint().height())
        row = FlowLayout(gap=2)
        for widget in (self.find_button, self.find_keys):
            row.addWidget(widget)
        return row

    def _make_list(self, groups: tuple[Group, ...]) -> QListWidget:
        made = QListWidget(self)
        made.setProperty("side", "true")
        made.setAccessibleName(self._shell.words("frame.pages"))
        made.setIconSize(QSize(ICON, ICON))
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for group in groups:
            if group.heading:
                made.addItem(self._heading(group.heading))
            for page, title in group.pages:
                item = QListWidgetItem(title)
                item.setData(PAGE, page)
                self._items[page] = item
                made.addItem(item)
        made.currentItemChanged.connect(self._moved)
        return made

    def _heading(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        font = item.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(True)
        item.setFont(font)
        return item

    def _moved(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PAGE):
            self.chosen.emit(item.data(PAGE))

    def mark(self, page: str) -> None:
        """Show which page is open, without asking for it."""
        item = self._items.get(page)
        self.list.blockSignals(True)
        if item is None:
            self.list.setCurrentRow(-1)
        else:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item)
        self.list.blockSignals(False)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the open page in sight when the window becomes lower."""
        super().resizeEvent(event)
        item = self.list.currentItem()
        if item is not None:
            self.list.scrollToItem(item)

    def show_head(self) -> None:
        """Show the company, the categories and how much is answered."""
        words, engagement = self._shell.words, self._shell.engagement
        done, total = answered(engagement)
        self.name.setText(_short(engagement.answer_text("company") or self._shell.project.session.name))
        names = {category.id: words.of(category.name) for category in self._shell.catalogue.categories}
        categories = " + ".join(names[category] for category in engagement.scope.categories)
        told = words("frame.answered", done=done, total=total)
        self.scope.setText(f"{categories} \u00b7 {told}")
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(told)

    def is_not_needed(self, page: str) -> bool:
        """Return whether nothing on a page concerns this company."""
        one = self._progress.get(page)
        return one is not None and one.state is Progress.NOT_NEEDED

    def show_progress(self, progress: tuple[PageProgress, ...]) -> None:
        """Show the state of every page."""
        self._progress = {one.page: one for one in progress}
        self._draw()

    def _draw(self) -> None:
        for page, item in self._items.items():
            one = self._progress.get(page)
            if one is None and page not in WITHOUT_STATE:
                continue
            icon, colour = ICONS[one.state] if one else (WITHOUT_STATE[page], "muted")
            is_current = item is self.list.currentItem()
            tint = self._shell.tokens.on_accent if is_current else getattr(self._shell.tokens, colour)
            item.setIcon(self._shell.icons.icon(icon, tint, ICON))
            if one is None:
                continue
            title, told = item.text(), self._told(one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {told}")
            item.setToolTip(told)

    def _told(self, one: PageProgress) -> str:
        words = self._shell.words
        parts = [words(f"frame.state.{one.state.value}")]
        if one.attention:
            parts.append(words("frame.to_fix", count=one.attention))
        elif one.total > one.done:
            parts.append(words("frame.to_do", count=one.total - one.done))
        return ", ".join(parts)


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME].rstrip()}\u2026"
