"""Shows what a preset would change in a project, answer by answer, before any of it is suggested there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog

from soc2desk.app.presets import What
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.home.grouped_lines import Group, GroupedLines
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.presets import Listed, PresetPlan
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem

_TICKED = {What.NEW: True, What.CHANGED: True, What.CONFIRMED: False}


class ApplyPresetPanel(Panel):
    """`looked_at` brings the file of a preset to show; `chosen` the questions whose answers are to be suggested.

    `folder_wanted` asks to see where presets are kept.
    """

    looked_at = Signal(object)
    chosen = Signal(object)
    folder_wanted = Signal()

    def __init__(self, words: Words, title: str, presets: Iterable[Listed], parent: QWidget) -> None:
        super().__init__(words, words("home.preset.apply.title", name=title), parent)
        self.presets = Combo(self)
        self.presets.setAccessibleName(words("home.preset.apply.which"))
        for one in presets:
            if one.preset is not None:
                self.presets.addItem(one.preset.name, one.path)
        self.open_button = self.button(words("home.preset.apply.open"))
        columns = [words(f"home.preset.{name}") for name in ("question", "before", "after")]
        self.lines = GroupedLines(words("home.preset.apply.list"), columns, self)
        self.told = plain_label("", "hint", self)
        self.fault = plain_label("", "finding", self)
        self.take_button = self.button("", primary=True)
        self.folder_button = self.button(words("home.preset.apply.folder"))
        cancel = self.button(words("home.preset.cancel"))
        self._lay_out()
        self.add_buttons(self.take_button, self.folder_button, cancel)
        self.presets.currentIndexChanged.connect(self._look)
        self.open_button.clicked.connect(self._open)
        self.lines.changed.connect(self._count)
        self.take_button.clicked.connect(lambda: self.chosen.emit(self.lines.ticked()))
        self.folder_button.clicked.connect(self.folder_wanted)
        cancel.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        row = FlowLayout()
        row.addWidget(self.presets)
        row.addWidget(self.open_button)
        self.body.addWidget(plain_label(self.words("home.preset.apply.text"), "hint", self))
        self.body.addLayout(row)
        for widget in (self.lines, self.told, self.fault):
            self.body.addWidget(widget)
        self.presets.setVisible(self.presets.count() > 0)
        self._show_nothing(self.words("home.preset.apply.none") if not self.presets.count() else "")

    def take_focus(self) -> None:
        """Put the keyboard at the choice of a preset, and show the first."""
        (self.presets if self.presets.count() else self.open_button).setFocus()
        self._look()

    def _look(self) -> None:
        if self.presets.currentData() is not None:
            self.looked_at.emit(Path(self.presets.currentData()))

    def _open(self) -> None:
        words = self.words
        chosen, _ = QFileDialog.getOpenFileName(
            self, words("home.preset.apply.open"), str(Path.home()), words("home.preset.kinds")
        )
        if chosen:
            with QSignalBlocker(self.presets):
                self.presets.setCurrentIndex(-1)
            self.looked_at.emit(Path(chosen))

    def show_plan(self, plan: PresetPlan) -> None:
        """Show what the preset would change here."""
        self.lines.show_groups(self._groups(plan))
        words = self.words
        told = [words("home.preset.apply.hidden", count=plan.hidden)] if plan.hidden else []
        if plan.preset.left_out:
            told.append(words("home.preset.apply.left_out", count=len(plan.preset.left_out)))
        self.told.setText(" ".join((words("home.preset.apply.of", name=plan.preset.name), *told)))
        self.fault.hide()
        for widget in (self.lines, self.told, self.take_button):
            widget.show()
        self._count()

    def _groups(self, plan: PresetPlan) -> Iterator[Group]:
        for what in What:
            found = plan.of(what)
            empty = self.words("home.preset.left_empty") if what is What.CONFIRMED else ""
            lines = tuple((one.label, one.before or empty, one.after) for one in found)
            keys = tuple(one.question for one in found) if what in _TICKED else ()
            title = self.words(f"home.preset.what.{what.value}", count=len(found))
            yield Group(title, lines, what is not What.SAME, keys, _TICKED.get(what, False))

    def _count(self) -> None:
        count = len(self.lines.ticked())
        self.take_button.setText(self.words("home.preset.apply.button", count=count))
        self.take_button.setEnabled(count > 0)

    def refuse(self, problem: Problem) -> None:
        """Say why a preset cannot be read or taken."""
        told = " ".join(part for part in (problem.message, problem.hint) if part)
        self.fault.setText(told)
        self.fault.show()
        announce(self.lines, told)

    def refuse_file(self, problem: Problem) -> None:
        """Say why a preset cannot be shown; nothing can be taken of it."""
        self._show_nothing("")
        self.refuse(problem)

    def _show_nothing(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
        for widget in (self.lines, self.take_button, self.fault):
            widget.hide()
