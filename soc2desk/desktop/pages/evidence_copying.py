"""Files on their way into the project: one after another, with a bar and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from soc2desk.app.evidence_page import attach_steps, forget_copy
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page_job import PageJob
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.evidence import Put
    from soc2desk.app.session import Plain
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.steps import Step


class EvidenceCopying(QWidget):
    """Copies what it is given. `kept` brings each piece put into the project; `ended` says that all is done."""

    kept = Signal(object)
    ended = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._waiting: list[tuple[Path, dict[str, Plain]]] = []
        self._job = PageJob(shell, self)
        self._job.busy.connect(lambda busy: None if busy else self._next())
        self.text = plain_label("", "hint", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(shell.words("evidence.copying.bar"))
        self.stop = QPushButton(shell.words("evidence.copying.stop"), self)
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.text, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a file is on its way."""
        return self._job.is_running

    def begin(self, files: list[tuple[Path, dict[str, Plain]]]) -> None:
        """Copy files one after another, each with what is said of it."""
        if self._shell.project.work is not None:
            self._shell.say.emit(Problem(self._shell.words("evidence.copying.busy")))
            return
        self._waiting = list(files)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.hide()
            self.ended.emit()
            return
        (file, said), *self._waiting = self._waiting
        session = self._shell.project.session
        self.text.setText(self._shell.words("evidence.copying.file", name=file.name))
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()
        self._job.start(
            lambda: attach_steps(session, file, said),
            self._done,
            failed=self._failed,
            cancelled=self._waiting.clear,
            stepped=self._step,
        )

    def _step(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)

    def _done(self, put: Put) -> None:
        words, project = self._shell.words, self._shell.project
        label = words("evidence.undo.attach", name=str(put.row["name"]))
        failed = project.put({("evidence", put.id): put.row}, label)
        if failed is not None:
            forget_copy(project.session, put)
            self._failed(failed)
            return
        self.kept.emit(put)

    def _failed(self, fault: Exception) -> None:
        self._waiting.clear()
        self._job.say(fault)

    def _cancel(self) -> None:
        self.stop.setEnabled(False)
        self._job.cancel()
