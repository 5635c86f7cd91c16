"""Marks what a class handed in: a table in the window, and the feedback pages in a new folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFileDialog

from soc2desk.app.class_work import class_key, mark_class
from soc2desk.app.marking_papers import table, write_papers
from soc2desk.app.packet_work import free_folder
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.shell import Notice
from soc2desk.desktop.teach.lines_table import LinesTable
from soc2desk.desktop.teach.teach_card import TeachCard, typed_path

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.class_work import ClassMarked
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.page_job import OneJob
    from soc2desk.desktop.words import Words
    from soc2desk.domain.steps import Step

MARKED = "marked"


class MarkingCard(TeachCard):
    """The key and the folder are chosen; the rest follows."""

    def __init__(self, desk: Desk, words: Words, work: OneJob, parent: QWidget) -> None:
        super().__init__(words, "mark", parent)
        self._desk, self._work = desk, work
        self.key, self.choose_key = self.path("key")
        self.folder, self.choose_folder = self.path("folder")
        (self.mark,) = self.buttons("mark")
        self.told = plain_label("", "body", self)
        self.table = LinesTable(self.word("table"), self)
        for widget in (self.told, self.table):
            self.body.addWidget(widget)
            widget.hide()
        self.choose_key.clicked.connect(self._choose_key)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.mark.clicked.connect(self.begin)

    def _choose_key(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.word("choose_key"), self.key.text())
        if chosen:
            self.key.setText(chosen)

    def _choose_folder(self) -> None:
        start = self.folder.text() or str(self._desk.workspace)
        chosen = QFileDialog.getExistingDirectory(self, self.word("choose_folder"), start)
        if chosen:
            self.folder.setText(chosen)

    def begin(self) -> None:
        """Mark the folder by the key."""
        key, folder = typed_path(self.key), typed_path(self.folder)
        if key is None or folder is None:
            missing = self.key if key is None else self.folder
            self.said.emit(Notice(self.word("lacks_key" if key is None else "lacks_folder"), "warn"))
            missing.setFocus()
            return
        for widget in (self.told, self.table):
            widget.hide()
        out = _beside(folder)
        self._work.start(
            lambda: _marked(self._desk, key, folder, out), lambda found: self._show(cast("ClassMarked", found), out)
        )

    def _show(self, found: ClassMarked, out: Path) -> None:
        heads, *lines = table(found, self._desk.catalogue.phrases)
        self.table.fill(heads, lines)
        broken = sum(row.problem is not None for row in found.students)
        self.told.setText(self.word("told", count=len(lines), broken=broken, title=found.title))
        for widget in (self.told, self.table):
            widget.show()
        self.table.setFocus()
        self.tell("done", out)


def _beside(folder: Path) -> Path:
    """Return where the marks go: beside the folder, for what lies in it is what students handed in."""
    wanted = folder.with_name(f"{folder.name}-{MARKED}")
    return free_folder(wanted) if wanted.exists() else wanted


def _marked(desk: Desk, key: Path, folder: Path, out: Path) -> Generator[Step, None, ClassMarked]:
    found = yield from mark_class(desk, class_key(key), folder)
    yield from write_papers(desk, found, out)
    return found
