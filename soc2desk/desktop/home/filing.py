"""Tags and the archive, from the menu of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.home.tags_panel import TagsPanel
    from soc2desk.desktop.words import Words


class FilingActs(QObject):
    """`shown` brings a Panel to show, `ended` one that is done; `changed` asks for the list anew.

    `said` brings a Notice or a Problem.
    """

    shown = Signal(object)
    ended = Signal(object)
    said = Signal(object)
    changed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._parent = words, parent

    def tag(self, row: Row, used: tuple[str, ...]) -> None:
        """Ask for the tags of a project; `used` are those of other projects."""
        from soc2desk.desktop.home.tags_panel import TagsPanel

        panel = TagsPanel(self._words, row.title, row.card.filing.tags, used, self._parent)
        panel.named.connect(lambda tags: self._put(panel, row, tags))
        self.shown.emit(panel)

    def _put(self, panel: TagsPanel, row: Row, tags: tuple[str, ...]) -> None:
        from soc2desk.app.shelf import put_tags

        try:
            put_tags(row.card.folder, tags, off=row.card.filing.tags)
        except Problem as problem:
            panel.refuse(problem)
            return
        self.ended.emit(panel)
        self.changed.emit()

    def archive(self, row: Row, *, away: bool) -> None:
        """Put a project into the archive, or bring it back, and offer to undo that."""
        if self._file(row, away=away):
            key = "home.archive.away" if away else "home.archive.back"
            undo = ((self._words("home.undo"), lambda: self._file(row, away=not away)),)
            self.said.emit(Notice(self._words(key, name=row.title), actions=undo))

    def _file(self, row: Row, *, away: bool) -> bool:
        from soc2desk.app.shelf import archive

        try:
            archive(row.card.folder, away=away)
        except Problem as problem:
            self.said.emit(problem)
            return False
        self.changed.emit()
        return True
