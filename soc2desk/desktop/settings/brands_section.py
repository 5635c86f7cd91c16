"""The firm's brands by their names: which one new projects begin with, and how they come and go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.settings.brand_of_project import BrandOfProject
from soc2desk.desktop.settings.section import Section, told_whole
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from soc2desk.app.brands import Listed
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words

LINES = 4
BRAND = Qt.ItemDataRole.UserRole


class BrandsSection(Section):
    """A list of brands and what can be done with the chosen one."""

    def __init__(self, words: Words, remembered: Remembered, desk: Desk, parent: QWidget) -> None:
        super().__init__(words, "brands", remembered, parent)
        self._desk = desk
        self.none = self.label(self.word("none"), "hint")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.word("list"))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)
        self.body.addWidget(self.list)
        buttons = FlowLayout()
        self.usual = self._add(buttons, "usual", self._use)
        self.export = self._add(buttons, "export", self._choose_target)
        self.remove = self._add(buttons, "remove", self._remove)
        self.take = self._add(buttons, "take", self._choose_file)
        self.body.addLayout(buttons)
        self.project = BrandOfProject(words, desk, self)
        self.project.keep_asked.connect(lambda: self._do(self._keep_look))
        self.project.put_asked.connect(lambda: self._do(self._put_on))
        self.body.addWidget(self.project)
        self.end()
        self.list.currentRowChanged.connect(self._enable)

    def _add(self, row: FlowLayout, key: str, act: Callable[[], None]) -> QPushButton:
        made = self.button(self.word(key))
        made.clicked.connect(act)
        row.addWidget(made)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """List the brands as they stand when the page is seen."""
        super().showEvent(event)
        self._fill()

    @property
    def _folder(self) -> Path:
        return self.remembered.settings.file.parent / "brands"

    def _fill(self) -> None:
        from soc2desk.app.brands import list_brands

        found = list_brands(self._folder)
        usual, row = self.remembered.preferences.usual_brand, self.list.currentRow()
        self.list.clear()
        for one in found:
            form = "broken" if one.problem else "is_usual" if str(one.path) == usual else "one"
            why = one.problem.message if one.problem else ""
            item = QListWidgetItem(self.word(form, name=one.name or one.path.name, why=why))
            item.setData(BRAND, one)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(found) - 1))
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self._enable()

    def _chosen(self) -> Listed | None:
        row = self.list.currentRow()
        found: Listed | None = self.list.item(row).data(BRAND) if row >= 0 else None
        return found

    def _enable(self) -> None:
        one = self._chosen()
        is_sound = one is not None and one.problem is None
        is_usual = one is not None and str(one.path) == self.remembered.preferences.usual_brand
        self.usual.setText(self.word("not_usual" if is_usual else "usual"))
        self.usual.setEnabled(is_sound)
        self.export.setEnabled(is_sound)
        self.remove.setEnabled(one is not None)
        self.project.choose(one.path if one is not None and is_sound else None)

    def _use(self) -> None:
        one = self._chosen()
        if one is not None:
            is_usual = str(one.path) == self.remembered.preferences.usual_brand
            self.keep(lambda liked: replace(liked, usual_brand="" if is_usual else str(one.path)))
            self._fill()

    def _keep_look(self) -> str:
        from soc2desk.app.brands import save_brand
        from soc2desk.app.session import open_to_read

        folder = self.project.folder
        name = self.project.name.text().strip()
        if folder is None:
            return ""
        save_brand(self._folder, open_to_read(self._desk, folder).source, name)
        self.project.name.clear()
        return self.word("taken", name=name)

    def _put_on(self) -> str:
        from soc2desk.app.brands import apply_brand, open_brand

        one, folder = self._chosen(), self.project.folder
        if one is None or folder is None:
            return ""
        brand = open_brand(self._desk.catalogue, one.path)
        apply_brand(self._desk, folder, brand, replacing=self.project.replacing.isChecked())
        return self.word("project.done", brand=brand.name, name=folder.name)

    def _choose_file(self) -> None:
        title, kinds = self.word("take"), self.word("kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        if chosen:
            self._do(lambda: self._take_in(Path(chosen)))

    def _take_in(self, file: Path) -> str:
        from soc2desk.app.brands import take_brand

        _, brand = take_brand(self._desk.catalogue, self._folder, file)
        left = f" {self.word('left_out', what='; '.join(brand.left_out))}" if brand.left_out else ""
        return self.word("taken", name=brand.name) + left

    def _choose_target(self) -> None:
        one = self._chosen()
        if one is None:
            return
        start = str(Path.home() / one.path.name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.word("export"), start, self.word("kinds"))
        if chosen:
            self._do(lambda: self._hand_on(one, Path(chosen)))

    def _hand_on(self, one: Listed, target: Path) -> str:
        from soc2desk.app.brands import hand_on

        # The chooser asked already whether a file that stands there is to be written over.
        hand_on(one.path, target, replacing=True)
        return self.word("written", file=target)

    def _remove(self) -> None:
        one = self._chosen()
        if one is not None:
            self._do(lambda: self._drop(one))

    def _drop(self, one: Listed) -> str:
        from soc2desk.app.brands import drop_brand

        drop_brand(one.path)
        if str(one.path) == self.remembered.preferences.usual_brand:
            self.remembered.keep(lambda liked: replace(liked, usual_brand=""))
        return self.word("removed", name=one.name or one.path.name)

    def _do(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except Problem as problem:
            self.say(told_whole(problem), good=False)
            announce(self, told_whole(problem), urgent=True)
            return
        self._fill()
        self.say(said)
        announce(self, said)
