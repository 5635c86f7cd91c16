"""Writes the confirmation sheet beside the window: the folder is asked for, and what was written is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from soc2desk.app.confirming import Confirmation
    from soc2desk.app.desk import Desk, Source
    from soc2desk.desktop.page_job import PageJob
    from soc2desk.desktop.shell import Shell


class Confirming(QObject):
    """Asks where the sheet goes and writes it, unless the page does something else just then."""

    def __init__(self, shell: Shell, page: QWidget, job: PageJob) -> None:
        super().__init__(page)
        self._shell, self._page, self._job = shell, page, job

    def ask(self) -> None:
        """Let a person choose the folder."""
        title = self._shell.words("packet.confirming.choose")
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(Path.home()))
        if chosen:
            self.write(Path(chosen))

    def write(self, out: Path) -> None:
        """Write the sheet into a folder, from the answers as they stand now."""
        desk, source = self._shell.desk, self._shell.project.session.source
        if not self._job.is_running:
            self._job.act(lambda: _written(desk, source, out), lambda made: self._say(made, out))

    def _say(self, made: Confirmation, out: Path) -> None:
        words, count = self._shell.words, len(made.waiting)
        key = "none" if not count else "one" if count == 1 else "many"
        said = words(f"packet.confirming.written.{key}", count=count)
        actions = ((words("packet.confirming.open"), lambda: open_outside(out)),)
        self._shell.say.emit(Notice(said, "good", str(out), actions))


def _written(desk: Desk, source: Source, out: Path) -> Confirmation:
    # Loaded only now: who opens this page mostly wants the packet.
    from soc2desk.app.confirming import confirmation_of, save_confirmation

    made = confirmation_of(desk, source)
    save_confirmation(made, out)
    return made
