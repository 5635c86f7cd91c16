"""The head of a tabletop: which scenario, begin it, show it to the room, and its sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from soc2desk.app.brand import marked
from soc2desk.app.tabletop_desk import FORMATS, known_tabletop, print_sheets
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.looks import Look
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.tabletops import Play


class TabletopHead(QWidget):
    """The page begins what is chosen here."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, words = shell, shell.words
        self._played = ""
        self.scenarios = Combo(self)
        self.begin = QPushButton(words("tabletop.begin"), self)
        self.wall = QPushButton(words("tabletop.wall.open"), self)
        self.sheets = QPushButton(words("tabletop.sheets.print"), self)
        self.scenarios.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scenarios.setMinimumContentsLength(34)
        self.scenarios.setAccessibleName(words("tabletop.scenario"))
        for one in shell.catalogue.tabletops:
            self.scenarios.addItem(words("tabletop.offer", title=words.of(one.title), minutes=one.minutes), one.id)
        flow = FlowLayout(self)
        for widget in (self.scenarios, self.begin, self.wall, self.sheets):
            flow.addWidget(widget)
        self.wall.clicked.connect(shell.present)
        self.sheets.clicked.connect(self._choose_folder)

    @property
    def chosen(self) -> str:
        """The scenario that is chosen."""
        return str(self.scenarios.currentData())

    def show_play(self, play: Play | None, *, is_read_only: bool) -> None:
        """Offer what can be done with a tabletop, or with none."""
        self._played = play.scenario if play is not None else ""
        self.begin.setEnabled(not is_read_only)
        self.wall.setVisible(play is not None)

    def _choose_folder(self) -> None:
        words = self._shell.words
        where = QFileDialog.getExistingDirectory(self, words("tabletop.sheets.where"), str(self._shell.desk.workspace))
        if where:
            self.write_sheets(Path(where))

    def write_sheets(self, folder: Path) -> None:
        """Write the sheets of the scenario that is played, else of the one that is chosen, as PDF and as Word."""
        shell, words = self._shell, self._shell.words
        try:
            scenario = known_tabletop(shell.desk, self._played or self.chosen)
            look = marked(Look(), shell.project.session.source, shell.desk.catalogue.phrases)
            print_sheets(shell.engagement, scenario, folder, FORMATS, look)
        except Problem as problem:
            shell.say.emit(problem)
            return
        show = ((words("tabletop.sheets.open"), lambda: open_outside(folder)),)
        done = words("tabletop.sheets.done", title=words.of(scenario.title))
        shell.say.emit(Notice(done, "good", str(folder), show))
