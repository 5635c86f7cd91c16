"""What the buttons below a request do with a piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.app.evidence_page import changed_row, judged, none_row, said_for, taken_out
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.pages.evidence_detail import EvidenceDetail
    from soc2desk.desktop.shell import Shell


class EvidenceActs(QObject):
    """`done` brings a sentence about what was done; what cannot be done is said in the banner."""

    done = Signal(str)

    def __init__(self, shell: Shell, detail: EvidenceDetail) -> None:
        super().__init__(detail)
        self._shell, self._detail = shell, detail

    def do(self, name: str) -> None:
        """Do what a button stands for."""
        acts: dict[str, Callable[[], None]] = {
            "none": self._none, "keep": self._keep, "open": self._open, "remove": self._remove,
        }  # fmt: skip
        self._tried(acts[name])

    def judge(self, reviewer: str, reason: str) -> None:
        """Record what a reviewer decided of the piece that is shown."""
        self._tried(lambda: self._judge(reviewer, reason))

    def _tried(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Problem as problem:
            self._shell.say.emit(problem)

    def _none(self) -> None:
        row, words, project = self._detail.row, self._shell.words, self._shell.project
        if row is None:
            return
        put = none_row(project.session, said_for(row, self._detail.form.values()))
        self._raise(project.put({("evidence", put.id): put.row}, words("evidence.undo.none", id=row.id)))
        self.done.emit(words("evidence.none_kept", id=row.id))

    def _keep(self) -> None:
        words, project, piece = self._shell.words, self._shell.project, self._detail.piece_id
        values = changed_row(project.session, piece, self._detail.form.values())
        if values:
            self._raise(project.put(values, words("evidence.undo.change", id=piece)))
        self.done.emit(words("evidence.changed", id=piece))

    def _judge(self, reviewer: str, reason: str) -> None:
        words, project, piece = self._shell.words, self._shell.project, self._detail.piece_id
        key = "reject" if reason else "accept"
        made = judged(project.session, piece, reviewer, reason)
        self._raise(project.replace(made, words(f"evidence.undo.{key}", id=piece)))
        self.done.emit(words(f"evidence.judged.{key}", id=piece))

    def _open(self) -> None:
        path = self._detail.stored()
        if path is None:
            self._shell.say.emit(Notice(self._shell.words("evidence.flag.missing"), "warn"))
        else:
            open_outside(path)

    def _remove(self) -> None:
        words, project, piece = self._shell.words, self._shell.project, self._detail.piece_id
        made = taken_out(project.session, piece)
        self._raise(project.replace(made, words("evidence.undo.remove", id=piece)))
        self.done.emit(words("evidence.removed", id=piece))

    @staticmethod
    def _raise(problem: Problem | None) -> None:
        if problem is not None:
            raise problem
