"""Many rows at once: pasted, from a file, or dropped; shown first and written only when a person takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from soc2desk.app.importing import plan_import, read_sheet, rows_of
from soc2desk.desktop.rows.cells import named_list
from soc2desk.desktop.rows.import_view import ImportView, done
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from soc2desk.app.importing import Rows
    from soc2desk.app.table_fields import Column
    from soc2desk.desktop.shell import Shell

FILES = (".csv", ".tsv", ".txt")


class ManyRows(QWidget):
    """Hidden until rows are pasted or a file is taken; `began` and `ended` frame the preview of them."""

    began = Signal()
    ended = Signal()

    def __init__(self, shell: Shell, table: str, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.table, self.columns = shell, table, columns
        self.preview: ImportView | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def paste(self) -> None:
        """Show what taking the copied rows would do."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            words = self.shell.words
            self.shell.say.emit(Notice(words("table_page.paste.empty"), "warn", words("table_page.paste.empty_hint")))
        else:
            self._plan(lambda: rows_of(text))

    def choose_file(self) -> None:
        """Let a person choose a CSV or XLSX file and show what taking it would do."""
        words = self.shell.words
        title, kinds = words("table_page.import_title"), words("table_page.import_kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Show what taking a file would do."""
        self._plan(lambda: read_sheet(path))

    def _plan(self, read: Callable[[], Rows]) -> None:
        if self.shell.project.session.is_read_only:
            return
        try:
            plan = plan_import(self.shell.project.session, self.table, read(), self._usual_headings())
        except Problem as problem:
            self.shell.say.emit(problem)
            return
        self._drop()
        self.preview = ImportView(self.shell, plan, self.columns, self)
        self.preview.taken.connect(self._take)
        self.preview.cancelled.connect(self._end)
        self._box.addWidget(self.preview)
        self.show()
        self.began.emit()
        self.preview.take_focus()

    def _usual_headings(self) -> dict[str, list[str]]:
        words, start = self.shell.words, f"table_page.usual.{self.table}"
        named = ("first_name", "last_name", *(column.id for column in self.columns))
        return {name: words(f"{start}.{name}").split(";") for name in named if f"{start}.{name}" in words}

    def _take(self) -> None:
        plan = self.preview.plan if self.preview else None
        if plan is not None:
            words = self.shell.words
            label = words("table_page.import", count=len(plan.puts))
            problem = self.shell.project.put(plan.puts, label)
            undo = ((words("table_page.undo"), lambda: self._undo(label)),)
            what = named_list(done(plan, self.shell), words)
            said = Notice(words("table_page.preview.taken", what=what), "good", actions=undo)
            self.shell.say.emit(problem or said)
        self._end()

    def _undo(self, label: str) -> None:
        if self.shell.project.undo_label == label:
            self.shell.project.undo()
        else:
            self.shell.say.emit(Notice(self.shell.words("table_page.undo_later"), "warn"))

    def _end(self) -> None:
        self._drop()
        self.hide()
        self.ended.emit()

    def _drop(self) -> None:
        if self.preview is not None:
            self.preview.hide()
            self.preview.deleteLater()
            self.preview = None


class TakesFiles(QWidget):
    """A place on which a table may be dropped. `dropped` brings its path."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a table in."""
        if _table_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a table."""
        path = _table_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _table_in(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.casefold() in FILES else None
