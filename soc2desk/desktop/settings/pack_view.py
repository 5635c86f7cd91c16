"""What the firm's own templates change, file by file, and what changed as shipped since they were copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.jobs import Job, one_act
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.settings.pack_text import PackText
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from soc2desk.app.own_pack import Look, PackLook
    from soc2desk.desktop.settings.section import Section
    from soc2desk.desktop.theme import Theme

LINES = 7
TEXT_LINES = 14
LOOK = Qt.ItemDataRole.UserRole
_KEPT_BY_CHOICE = frozenset({"behind", "both", "gone", "unknown"})


class PackView(QWidget):
    """`changed` tells that a file of the pack is another one now; `failed` brings why something could not be done."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, section: Section, theme: Theme) -> None:
        super().__init__(section)
        self._section = section
        self._pack: Path | None = None
        self._job: Job | None = None
        self.told = plain_label("", "hint", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self._word("list"))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 12)
        self.text = PackText(section.words, theme, self)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * TEXT_LINES)
        self.take = self._button("take", self._take)
        self.mine = self._button("mine", self._keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.told)
        box.addWidget(self.list)
        box.addWidget(self.text)
        buttons = FlowLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.mine)
        box.addLayout(buttons)
        self.list.currentItemChanged.connect(self._show_chosen)

    def _word(self, key: str, **values: object) -> str:
        return self._section.word(f"view.{key}", **values)

    def _button(self, key: str, act: Callable[[], None]) -> QPushButton:
        made = self._section.button(self._word(key))
        made.clicked.connect(act)
        return made

    def look_at(self, pack: Path) -> None:
        """Read a pack beside the window, and show its files."""
        from soc2desk.app.own_pack import look_at_pack

        self._pack = pack
        job = Job(lambda: one_act(lambda: look_at_pack(pack)), self)
        job.done.connect(self._fill)
        job.failed.connect(self.failed)
        self._job = job
        job.start()

    def stop(self) -> None:
        """Wait for what is being read."""
        if self._job is not None:
            self._job.wait()

    def _fill(self, found: PackLook) -> None:
        chosen = self._chosen()
        self.list.clear()
        for one in found.files:
            item = QListWidgetItem(self._word("file", place=one.file.place, state=self._state(one)))
            item.setData(LOOK, one)
            self.list.addItem(item)
            if chosen is not None and chosen.file.place == one.file.place:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            waiting = [row for row, one in enumerate(found.files) if one in found.to_decide]
            self.list.setCurrentRow(waiting[0] if waiting else 0)
        self.told.setText(" ".join(self._sentences(found)))
        self._show_chosen()
        announce(self, self.told.text())

    def _sentences(self, found: PackLook) -> list[str]:
        form = "one" if len(found.to_decide) == 1 else "many" if found.to_decide else "none"
        said = [self._word(f"waiting.{form}", count=len(found.to_decide))]
        said += [self._word("newer", version=version) for version in found.newer]
        said += [self._word("older", version=version) for version in found.older]
        if found.taken_out:
            said.append(self._word("taken_out", places=", ".join(found.taken_out)))
        return said

    def _state(self, one: Look) -> str:
        return self._word(f"state.{one.file.state}")

    def _chosen(self) -> Look | None:
        row = self.list.currentRow()
        found: Look | None = self.list.item(row).data(LOOK) if row >= 0 else None
        return found

    def _show_chosen(self) -> None:
        one = self._chosen()
        self.text.show_file(one)
        state = str(one.file.state) if one is not None else ""
        self.take.setEnabled(one is not None and one.file.now is not None and state != "same")
        self.mine.setEnabled(state in _KEPT_BY_CHOICE)

    def _take(self) -> None:
        from soc2desk.app.own_pack import take_new

        self._do(lambda pack, place: take_new(pack, (place,)))

    def _keep(self) -> None:
        from soc2desk.app.own_pack import keep_mine

        self._do(lambda pack, place: keep_mine(pack, (place,)))

    def _do(self, act: Callable[[Path, str], tuple[str, ...] | None]) -> None:
        one = self._chosen()
        if one is None or self._pack is None:
            return
        try:
            kept = act(self._pack, one.file.place)
        except Problem as problem:
            self.failed.emit(problem)
            return
        done = self._word("kept_aside", place=kept[0]) if kept else self._word("done", place=one.file.place)
        self._section.say(done)
        announce(self, done)
        self.look_at(self._pack)
        self.changed.emit()
