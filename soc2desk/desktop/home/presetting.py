"""Presets from the menu of a project: its usual answers are kept under a name, or those of a preset suggested to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.app.presets import Preset
    from soc2desk.desktop.home.apply_preset_panel import ApplyPresetPanel
    from soc2desk.desktop.home.project_model import Row
    from soc2desk.desktop.home.save_preset_panel import SavePresetPanel
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words


class Presetting(QObject):
    """`shown` brings a Panel to show, `ended` one that is done; `changed` asks for the list anew.

    `said` brings a Notice or a Problem, `opened` the folder of a project to open.
    """

    shown = Signal(object)
    ended = Signal(object)
    said = Signal(object)
    changed = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk, words: Words, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._words, self._remembered, self._parent = desk, words, remembered, parent
        self._preset: Preset | None = None

    @property
    def _folder(self) -> Path:
        return self._remembered.settings.file.parent / "presets"

    # ---- keeping ---------------------------------------------------------------------------------

    def save(self, row: Row) -> None:
        """Ask under which name the usual answers of a project are kept."""
        from soc2desk.app.presets import usual_lines
        from soc2desk.desktop.home.save_preset_panel import SavePresetPanel

        try:
            lines = usual_lines(self.desk, row.card.folder)
        except Problem as problem:
            self.said.emit(problem)
            return
        panel = SavePresetPanel(self._words, row.title, lines, self._parent)
        panel.named.connect(partial(self._save, panel, row))
        self.shown.emit(panel)

    def _save(self, panel: SavePresetPanel, row: Row, name: str, replacing: bool) -> None:
        from soc2desk.app.presets import NameTaken, save_preset_of

        try:
            path = save_preset_of(self.desk, self._folder, row.card.folder, name, replacing=replacing)
        except Problem as problem:
            panel.refuse(problem, is_taken=isinstance(problem, NameTaken))
            return
        self.ended.emit(panel)
        show = ((self._words("home.preset.apply.folder"), lambda: open_outside(path.parent)),)
        self.said.emit(Notice(self._words("home.preset.save.done", name=name), "good", actions=show))

    # ---- suggesting ------------------------------------------------------------------------------

    def apply(self, row: Row) -> None:
        """Show the presets there are, and what each would change in a project."""
        from soc2desk.app.presets import list_presets
        from soc2desk.desktop.home.apply_preset_panel import ApplyPresetPanel

        try:
            presets = list_presets(self.desk, self._folder)
        except Problem as problem:
            self.said.emit(problem)
            return
        panel = ApplyPresetPanel(self._words, row.title, presets, self._parent)
        panel.looked_at.connect(partial(self._look, panel, row))
        panel.chosen.connect(partial(self._take, panel, row))
        panel.folder_wanted.connect(lambda: open_outside(self._folder))
        self.shown.emit(panel)

    def _look(self, panel: ApplyPresetPanel, row: Row, path: Path) -> None:
        from soc2desk.app.presets import open_preset, plan_of_folder

        try:
            self._preset = open_preset(self.desk, path)
            panel.show_plan(plan_of_folder(self.desk, row.card.folder, self._preset))
        except Problem as problem:
            panel.refuse_file(problem)

    def _take(self, panel: ApplyPresetPanel, row: Row, chosen: frozenset[str]) -> None:
        from soc2desk.app.presets import suggest

        words, preset = self._words, self._preset
        if preset is None:
            return
        try:
            count = suggest(self.desk, row.card.folder, preset, chosen, words("home.preset.undo", name=preset.name))
        except Problem as problem:
            panel.refuse(problem)
            return
        self.ended.emit(panel)
        open_it = ((words("home.menu.open"), lambda: self.opened.emit(row.card.folder)),)
        done = words("home.preset.apply.done", name=preset.name, company=row.title, count=count)
        self.said.emit(Notice(done, "good", words("home.preset.apply.undo"), open_it))
        self.changed.emit()
