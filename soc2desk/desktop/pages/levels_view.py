"""How far each criterion and each control behind it has come, in words: four levels and no sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTreeView

from soc2desk.desktop.labels import plain_tip
from soc2desk.domain.standing import Level

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.standing import ControlLevel, CriterionLevel, Levels

PLACE = Qt.ItemDataRole.UserRole
ICON = 16  # pixels, before scaling
LOOKS = {
    Level.NOT_SHOWN: ("circle", "muted"),
    Level.WRITTEN: ("page", "muted"),
    Level.APPROVED: ("check", "muted"),
    Level.OPERATING: ("circle-dot", "accent"),
    Level.EVIDENCED: ("check-circle", "good"),
}


class LevelsView(QTreeView):
    """Criteria with their controls below them. `pointed` brings a place to look at, `wanted` one to go to."""

    pointed = Signal(str)
    wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._reached: Levels | None = None
        self.lines = QStandardItemModel(self)
        self._look()
        self.selectionModel().currentChanged.connect(lambda index, _: self.pointed.emit(self._place(index)))
        self.doubleClicked.connect(lambda index: self.wanted.emit(self._place(index)))
        shell.recoloured.connect(self._draw_again)

    def _look(self) -> None:
        words = self._shell.words
        self.lines.setHorizontalHeaderLabels([words("readiness.levels.what"), words("readiness.levels.level")])
        self.setModel(self.lines)
        self.setAccessibleName(words("readiness.levels.list"))
        self.setAccessibleDescription(words("readiness.levels.keys"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setAllColumnsShowFocus(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    # ---- what it shows ---------------------------------------------------------------------------

    def show_levels(self, reached: Levels) -> None:
        """Show how far everything has come; what was open and chosen stays so."""
        if reached == self._reached:
            return
        self._reached = reached
        place, opened = self._place(self.currentIndex()), self._opened()
        self.lines.removeRows(0, self.lines.rowCount())
        for one in reached.criteria.values():
            self._add_criterion(one, reached)
        for at in range(self.lines.rowCount()):
            index = self.lines.index(at, 0)
            self.setExpanded(index, self._place(index) in opened)
        self._choose(place)

    def _draw_again(self) -> None:
        reached, self._reached = self._reached, None
        if reached is not None:
            self.show_levels(reached)

    def _add_criterion(self, one: CriterionLevel, reached: Levels) -> None:
        words, phrases = self._shell.words, self._shell.catalogue.phrases
        title = words.of(self._shell.catalogue.criterion[one.criterion].title)
        counted = ", ".join(
            f"{one.counts[level]} {words.of(phrases[f'level.{level}']).lower()}" for level in Level if one.counts[level]
        )
        level = words.of(phrases[f"level.{one.level}"])
        spoken = words("readiness.levels.criterion", id=one.criterion, title=title, level=level, counted=counted or "0")
        row = self._row(f"{one.criterion}  {title}", level, f"criteria.{one.criterion}", spoken, one.level)
        self.lines.appendRow(row)
        for control in self._shell.engagement.controls:
            if control.id in reached.controls and one.criterion in control.criteria:
                row[0].appendRow(self._control(reached.controls[control.id], control.control.title))

    def _control(self, one: ControlLevel, title: str) -> list[QStandardItem]:
        words, phrases = self._shell.words, self._shell.catalogue.phrases
        level = words.of(phrases[f"level.{one.level}"])
        waits = phrases[f"level.waits.{one.missing}"].format(due=one.due, done=one.done) if one.missing else ""
        key = "readiness.levels.waits" if waits else "readiness.levels.control"
        spoken = words(key, id=one.control, title=title, level=level, waits=waits)
        return self._row(f"{one.control}  {words.of(title)}", level, f"control_states.{one.control}", spoken, one.level)

    def _row(self, text: str, level: str, place: str, spoken: str, look: Level) -> list[QStandardItem]:
        icon, colour = LOOKS[look]
        first, second = QStandardItem(text), QStandardItem(level)
        first.setIcon(self._shell.icons.icon(icon, getattr(self._shell.tokens, colour), ICON))
        for item in (first, second):
            item.setData(place, PLACE)
            item.setToolTip(plain_tip(spoken))
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        return [first, second]

    # ---- finding the way -------------------------------------------------------------------------

    @staticmethod
    def _place(index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(PLACE) or "")

    @property
    def spoken(self) -> str:
        """The line that is chosen, in a sentence: a control with what its next level waits for."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _opened(self) -> set[str]:
        rows = (self.lines.index(at, 0) for at in range(self.lines.rowCount()))
        return {self._place(index) for index in rows if self.isExpanded(index)}

    def _choose(self, place: str) -> None:
        for at in range(self.lines.rowCount()):
            index = self.lines.index(at, 0)
            inside = [self.lines.index(row, 0, index) for row in range(self.lines.rowCount(index))]
            found = next((one for one in (index, *inside) if self._place(one) == place), None)
            if found is not None:
                self.setCurrentIndex(found)
                return

    def take_focus(self) -> None:
        """Put the keyboard on the line that was chosen, or on the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to the criterion or control."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._place(self.currentIndex()):
            self.wanted.emit(self._place(self.currentIndex()))
        else:
            super().keyPressEvent(event)
