"""Readiness: what an auditor would stumble over, each with the way to the place where it is mended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.app.looking_over import Counts, LineKind, Wanted, counts, lines
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page
from soc2desk.desktop.pages.finding_painter import FindingPainter
from soc2desk.desktop.pages.finding_rows import FindingRows
from soc2desk.desktop.pages.levels_part import LevelsPart
from soc2desk.domain.findings import Severity

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

REQUESTS = "documents.REG-ERL"
"""What to read when nothing stands out."""
PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class _Cards(QListView):
    """A list whose rows are as high as their words at its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows at once: Qt would leave them overlapping for a tenth of a second."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()


class ReadinessPage(Page):
    """Findings by severity. There is no score: a number would read as an opinion."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, "readiness", words("readiness.title"), words("readiness.intro"), scrolls=False)
        self.wanted = Wanted()
        self.see_findings, self.see_levels = self._make_switch()
        self.levels = LevelsPart(shell, self)
        self.told = plain_label("", "question", self)
        self.checks = plain_label("", "hint", self)
        self.search, self.severity = QLineEdit(self), Combo(self)
        self.filters = self._filter_row()
        self.list = self._make_list()
        self.empty = self._empty_box()
        self.body.addLayout(self._switch_row())
        self.body.addWidget(self.levels, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.checks)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.empty)
        self.body.addStretch(0)
        self.levels.hide()
        shell.recoloured.connect(self.list.viewport().update)
        # Cards with a lesson are higher.
        shell.teaching.switched.connect(self.list.doItemsLayout)

    def _make_switch(self) -> tuple[QPushButton, QPushButton]:
        buttons = tuple(QPushButton(self.shell.words(f"readiness.see.{name}"), self) for name in ("findings", "levels"))
        group = QButtonGroup(self)
        for button in buttons:
            button.setCheckable(True)
            group.addButton(button)
        buttons[0].setChecked(True)
        group.buttonClicked.connect(self._switch)
        return buttons[0], buttons[1]

    def _switch_row(self) -> FlowLayout:
        flow = FlowLayout()
        flow.addWidget(self.see_findings)
        flow.addWidget(self.see_levels)
        return flow

    def _switch(self) -> None:
        self.settle()
        self.take_focus()

    def _filter_row(self) -> QWidget:
        words = self.shell.words
        self.search.setPlaceholderText(words("readiness.search"))
        self.search.setAccessibleName(words("readiness.search"))
        self.search.textChanged.connect(lambda text: self._want(replace(self.wanted, text=text)))
        self.severity.setAccessibleName(words("readiness.severity"))
        self.severity.addItem(words("readiness.all"), None)
        for severity in Severity:
            self.severity.addItem(words(f"readiness.{severity.value}"), severity.value)
        self.severity.currentIndexChanged.connect(self._choose_severity)
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.search, 1)
        box.addWidget(self.severity)
        return row

    def _make_list(self) -> QListView:
        made = _Cards(self)
        self.rows = FindingRows(self.shell.words, self.shell.teaching.note_of, made)
        self.painter = FindingPainter(self.shell, made)
        made.setModel(self.rows)
        made.setItemDelegate(self.painter)
        made.setProperty("plain", "true")
        made.setAccessibleName(self.shell.words("readiness.list"))
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setMouseTracking(True)
        made.installEventFilter(self)
        self.painter.pressed.connect(self._press)
        made.doubleClicked.connect(lambda index: self._press(index.row()))
        made.selectionModel().currentChanged.connect(self._moved)
        return made

    def _empty_box(self) -> QFrame:
        words = self.shell.words
        box = QFrame(self)
        box.setProperty("card", "true")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        self.empty_text = plain_label("", "body", box)
        self.requests = QPushButton(words("readiness.requests"), box)
        self.requests.clicked.connect(lambda: self.shell.go.emit(REQUESTS))
        self.show_all = QPushButton(words("readiness.show_all"), box)
        self.show_all.clicked.connect(self._show_all)
        inside.addWidget(self.empty_text)
        for button in (self.requests, self.show_all):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    # ---- what is shown ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Show the findings or the levels as of now, and leave the reader where they were."""
        made = self.shell.project.session.composition
        levels = self.see_levels.isChecked()
        self.levels.setVisible(levels)
        for part in (self.told, self.checks):
            part.setVisible(not levels)
        if levels:
            for other in (self.filters, self.list, self.empty):
                other.hide()
            self.levels.settle()
            return
        found = counts(made.engagement, made.findings)
        self.told.setText(self._said(found))
        self.checks.setText(self.shell.words("readiness.checks", quiet=found.quiet, checks=found.checks))
        self.filters.setVisible(found.total > 0)
        self._show()

    def _said(self, found: Counts) -> str:
        words = self.shell.words
        numbers = {"high": found.high, "medium": found.medium, "low": found.low}
        said = [words(f"readiness.counts.{name}", count=count) for name, count in numbers.items() if count]
        return ", ".join(said) or words("readiness.counts.none")

    def _show(self) -> None:
        made = self.shell.project.session.composition
        self.rows.show_lines(lines(made.engagement, made.findings, self.wanted))
        shown = self.rows.rowCount() > 0
        had_keyboard = self.list.hasFocus()
        self.list.setVisible(shown)
        self.empty.setVisible(not shown)
        is_filtered = bool(made.findings)
        self.requests.setVisible(not is_filtered)
        self.show_all.setVisible(is_filtered)
        self.empty_text.setText(self._why_empty(is_filtered=is_filtered))
        if had_keyboard and not shown:
            self.take_focus()

    def _why_empty(self, *, is_filtered: bool) -> str:
        words, text = self.shell.words, self.wanted.text.strip()
        if not is_filtered:
            return words("readiness.empty")
        return words("readiness.no_fit", text=text[:80]) if text else words("readiness.no_fit_here")

    def _want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._show()
        count = sum(line.kind is LineKind.FINDING for line in self.rows.lines)
        key = "readiness.shown.one" if count == 1 else "readiness.shown.many"
        announce(self.list, self.shell.words(key, count=count))

    def _choose_severity(self) -> None:
        chosen = self.severity.currentData()
        self._want(replace(self.wanted, severity=Severity(chosen) if chosen else None))

    def _show_all(self) -> None:
        self.search.clear()
        self.severity.setCurrentIndex(0)
        self.take_focus()

    # ---- what is done ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and the space bar as a press on the button of a finding."""
        index = self.list.currentIndex() if watched is self.list else QModelIndex()
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if index.isValid() and key in PRESSES:
            self._press(index.row())
            return True
        return super().eventFilter(watched, event)

    def _moved(self, index: QModelIndex) -> None:
        line = self.rows.lines[index.row()] if index.isValid() else None
        if line is not None and line.kind is LineKind.FINDING and line.finding is not None:
            self.shell.look_at.emit(line.finding.place)

    def _press(self, row: int) -> None:
        line = self.rows.lines[row]
        if line.finding is None:
            return
        if line.kind is LineKind.FINDING:
            self.shell.go.emit(line.finding.place)
            return
        self._want(replace(self.wanted, opened=self.wanted.opened ^ {line.finding.rule}))
        # The first that was hidden: reading goes on there.
        self.list.setCurrentIndex(self.rows.index(min(row, self.rows.rowCount() - 1)))

    def take_focus(self) -> None:
        """Go to the first finding, or to what can be done where there is none; to the levels where they are shown."""
        if self.see_levels.isChecked():
            self.levels.list.take_focus()
            return
        if self.rows.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.rows.index(1))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            (self.requests if not self.requests.isHidden() else self.show_all).setFocus()
