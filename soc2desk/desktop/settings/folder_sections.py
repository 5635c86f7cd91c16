"""The folders that are liked: where projects live, and a firm's own templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.jobs import Job, one_act
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.settings.pack_begin import PackBegin
from soc2desk.desktop.settings.pack_view import PackView
from soc2desk.desktop.settings.section import Section, told_whole
from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words

LINES = 8


class FolderSection(Section):
    """A folder that can be chosen, and given up for the usual one. `changed` tells that another one is used now."""

    changed = Signal()

    def __init__(self, words: Words, topic: str, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(words, topic, remembered, parent)
        self.here = self.label("", "body")
        self.choose = self.button(self.word("choose"))
        self.usual = self.button(self.word("usual"))
        self.choose.clicked.connect(self._choose)
        self.usual.clicked.connect(self.use_usual)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.usual)
        row.addStretch(1)
        self.body.addLayout(row)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.word("title"), self.start)
        if chosen:
            self.take(Path(chosen))

    @property
    def start(self) -> str:
        """The folder in which the chooser begins."""
        return str(Path.home())

    def take(self, folder: Path) -> None:
        """Use a folder, when it can be used."""
        raise NotImplementedError

    def use_usual(self) -> None:
        """Give the chosen folder up."""
        raise NotImplementedError


class WorkspaceSection(FolderSection):
    """Where projects live."""

    def __init__(self, words: Words, remembered: Remembered, desk: Desk, parent: QWidget) -> None:
        super().__init__(words, "workspace", remembered, parent)
        self._desk = desk
        if remembered.settings.is_portable:
            self.choose.setEnabled(False)
            self.usual.setEnabled(False)
            self.label(self.word("portable"), "hint")
        self.end()
        self._show()

    @property
    def start(self) -> str:
        """The folder in which the chooser begins."""
        return str(self._desk.workspace)

    def _show(self) -> None:
        self.here.setText(self.word("here", folder=self._desk.workspace))
        self.usual.setVisible(bool(self.remembered.preferences.workspace))

    def take(self, folder: Path) -> None:
        """Use a folder in which projects can be written."""
        from soc2desk.app.settling import check_workspace

        try:
            check_workspace(folder)
        except Problem as problem:
            self.say(told_whole(problem), good=False)
            announce(self, told_whole(problem), urgent=True)
            return
        self._use(str(folder))

    def use_usual(self) -> None:
        """Give the chosen folder up for that of the system."""
        self._use("")

    def _use(self, folder: str) -> None:
        problem = self.keep(lambda liked: replace(liked, workspace=folder))
        self._desk = self.remembered.desk(self._desk)
        self._show()
        if problem is None:
            self.say(self.word("chosen", folder=self._desk.workspace))
        self.changed.emit()


class PackSection(FolderSection):
    """A firm's own templates, checked before they are taken, and what they change."""

    def __init__(self, words: Words, remembered: Remembered, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(words, "pack", remembered, parent)
        self._desk = desk
        self._job: Job | None = None
        self.end()
        self.faults = QPlainTextEdit(self)
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName(self.word("list"))
        self.faults.setFixedHeight(self.fontMetrics().lineSpacing() * (LINES + 1))
        self.faults.hide()
        self.body.addWidget(self.faults)
        self.look = self.button(self.word("look"))
        self.look.clicked.connect(self._look)
        self.open = self.button(self.word("open"))
        self.open.clicked.connect(lambda: open_outside(Path(self.remembered.preferences.pack)))
        self.check = self.button(self.word("check"))
        self.check.clicked.connect(lambda: self.take(Path(self.remembered.preferences.pack)))
        row = FlowLayout()
        for button in (self.look, self.open, self.check):
            row.addWidget(button)
        self.body.addLayout(row)
        self.begin = PackBegin(self, desk)
        self.begin.begun.connect(self.take)
        self.body.addWidget(self.begin)
        self.view = PackView(self, theme)
        self.view.changed.connect(self.changed)
        self.view.failed.connect(self._refuse_to_show)
        self.body.addWidget(self.view)
        self._show()

    def _show(self) -> None:
        pack = self.remembered.preferences.pack
        self.here.setText(self.word("here", folder=pack) if pack else self.word("shipped"))
        self.usual.setVisible(bool(pack))
        for button in (self.look, self.open, self.check):
            button.setVisible(bool(pack))
        self.view.hide()

    def _look(self) -> None:
        self.view.look_at(Path(self.remembered.preferences.pack))
        self.view.show()
        self.look.hide()
        self.view.list.setFocus()

    def _refuse_to_show(self, fault: Exception) -> None:
        problems = fault.problems if isinstance(fault, SeveralProblems) else (fault,)
        told = [told_whole(one) if isinstance(one, Problem) else type(one).__name__ for one in problems]
        self.say(" ".join(told), good=False)
        announce(self, self.note.text(), urgent=True)

    def take(self, folder: Path) -> None:
        """Check a folder beside the window, and use it when it can be loaded."""
        from soc2desk.app.settling import check_pack

        self.say(self.word("checking", folder=folder))
        self.faults.hide()
        self.choose.setEnabled(False)
        desk = self._desk
        job = Job(lambda: one_act(lambda: check_pack(desk, folder)), self)
        job.done.connect(lambda faults: self._taken(folder, faults))
        job.failed.connect(self._refused)
        job.finished.connect(lambda: self.choose.setEnabled(True))
        self._job = job
        job.start()

    def _taken(self, folder: Path, faults: object) -> None:
        lines = [f"{one.where}: {one.message} {one.hint}".strip() for one in faults]  # type: ignore[attr-defined]
        if self.keep(lambda liked: replace(liked, pack=str(folder))) is None:
            form = "clean" if not lines else "faults.one" if len(lines) == 1 else "faults.many"
            self.say(self.word(form, folder=folder, count=len(lines)), good=not lines)
        self._list(lines)
        self._show()
        announce(self, self.note.text())
        self.changed.emit()

    def _refused(self, fault: Exception) -> None:
        problems = fault.problems if isinstance(fault, SeveralProblems) else (fault,)
        self.say(self.word("refused"), good=False)
        self._list([told_whole(one) if isinstance(one, Problem) else type(one).__name__ for one in problems])
        announce(self, self.note.text(), urgent=True)

    def _list(self, lines: list[str]) -> None:
        self.faults.setPlainText("\n".join(lines))
        self.faults.setVisible(bool(lines))

    def use_usual(self) -> None:
        """Use the shipped templates again."""
        self._list([])
        self.keep(lambda liked: replace(liked, pack=""))
        self._show()
        self.changed.emit()

    def stop(self) -> None:
        """Wait for what runs beside the window."""
        self.view.stop()
        if self._job is not None:
            self._job.wait()
