"""Drawing one document beside the window, and opening it with the system's own program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.app.drafts import make_draft
from soc2desk.desktop.jobs import Job
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.shell import Shell


class Drawing(QObject):
    """Draws one draft at a time. `busy` tells that it begins and ends; `drawn` brings the file."""

    busy = Signal(bool)
    drawn = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.job: Job | None = None

    def begin(self, document: str, title: str, file_format: str) -> None:
        """Draw a document in a format, unless another is being drawn."""
        if self.job is not None:
            return
        session, desk = self._shell.project.session, self._shell.desk
        source, folder = session.source, session.folder
        self.job = Job(lambda: make_draft(desk, source, document, file_format, folder), self)
        self.job.done.connect(self._done)
        self.job.failed.connect(self._failed)
        self.job.finished.connect(self._finished)
        self._shell.say.emit(Notice(self._shell.words("documents.drawing", title=title)))
        self.busy.emit(True)
        self.job.start()

    def _done(self, path: Path) -> None:
        words = self._shell.words
        self._shell.say.emit(Notice(words("documents.drawn"), "good", words("documents.drawn_where", path=path)))
        self.drawn.emit(path)
        open_outside(path)

    def _failed(self, fault: object) -> None:
        if isinstance(fault, Problem):
            self._shell.say.emit(fault)
        elif isinstance(fault, BaseException):
            raise fault

    def _finished(self) -> None:
        self.job = None
        self.busy.emit(False)
