"""Home: start a packet, look round a sample, open a file, and the projects worked on.

It is painted with nothing but words; icons, content and projects come a moment later.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.home.begin_cards import BeginCards
from soc2desk.desktop.home.first_paint import FirstPaint
from soc2desk.desktop.icons import Icons
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import fill_scrolling

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.home.projects_area import ProjectsArea
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem

MARGIN = 48  # pixels, before scaling


class HomePage(QWidget):
    """What a person sees first.

    `begun` brings the name of a new packet, `practised` the id of a sample, `opened` a path to open; `choosing` asks
    for the file chooser, `checking` for a packet to check, `settings` for the settings; `said` brings a Notice or a
    Problem; `painted` follows the first picture; `begun_with` brings a name and the five-minute answer to begin with;
    `merging` brings a project with which a copy is to be brought together, `sitting` what is looked at from the
    auditor's chair; `teaching` asks for the page of whoever teaches.
    """

    begun = Signal(str)
    practised = Signal(str)
    opened = Signal(object)
    merging = Signal(object)
    sitting = Signal(object)
    choosing = Signal()
    teaching = Signal()
    checking = Signal()
    settings = Signal()
    said = Signal(object)
    painted = Signal()
    begun_with = Signal(str, object)

    def __init__(self, desk: Desk, words: Words, theme: Theme, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words, self._theme, self._remembered = desk, words, theme, remembered
        self._was_painted = False
        self._projects: ProjectsArea | None = None
        self.inside = QWidget(self)
        self.cards = BeginCards(words, self)
        self._waiting = QWidget(self.inside)
        self.where = plain_label("", "small", self)
        self.settings_button = QPushButton(words("home.settings"), self)
        self._lay_out()
        self._connect()
        self._tell_where()

    def _lay_out(self) -> None:
        inside = self.inside
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(MARGIN, 28, MARGIN, 16)
        self._column.setSpacing(14)
        self._column.addWidget(plain_label(self._words("home.title"), "title", inside))
        self._column.addWidget(plain_label(self._words("home.intro"), "hint", inside))
        self._column.addWidget(self.cards)
        self._wait()
        foot = QHBoxLayout()
        foot.addWidget(self.where, 1)
        self.settings_button.setProperty("quiet", "true")
        foot.addWidget(self.settings_button)
        self._column.addLayout(foot)
        self._area = fill_scrolling(self, inside)

    def _wait(self) -> None:
        """Keep the place of the list, with words as long as nothing is read."""
        box = QVBoxLayout(self._waiting)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(plain_label(self._words("home.list.title"), "heading", self._waiting))
        box.addWidget(plain_label(self._words("home.list.looking"), "hint", self._waiting))
        box.addStretch(1)
        self._column.addWidget(self._waiting, 1)

    def _connect(self) -> None:
        self.cards.begun.connect(self.begun)
        self.cards.practised.connect(self.practised)
        self.cards.choosing.connect(self.choosing)
        self.cards.teaching.connect(self.teaching)
        self.settings_button.clicked.connect(self.settings)
        self._theme.changed.connect(self._draw)
        FirstPaint(self.inside).done.connect(self._begin)

    # ---- after the first picture -----------------------------------------------------------------

    @property
    def projects(self) -> ProjectsArea:
        """The list of projects and what is done with them; made when it is asked for first."""
        if self._projects is None:
            self._projects = self._make_projects()
            self._join(())
        return self._projects

    def _make_projects(self) -> ProjectsArea:
        from soc2desk.desktop.home.dropping import Dropping
        from soc2desk.desktop.home.projects_area import ProjectsArea

        made = ProjectsArea(self._desk, self._words, self._remembered, self.inside)
        for name in ("opened", "merging", "sitting", "checking", "said"):
            getattr(made, name).connect(getattr(self, name))
        made.begun.connect(self.begun_with)
        self.cards.quick.connect(made.answer_quickly)
        self.cards.exercises.connect(made.exercises.choose)
        made.counted.connect(self.cards.show_count)
        made.copies.connect(self.cards.show_copies)
        made.done.connect(self.cards.name.setFocus)
        made.panel_shown.connect(self._bring_into_view)
        self.cards.over.connect(made.start_over)
        dropping = Dropping(self._words, self)
        dropping.dropped.connect(self.opened)
        dropping.said.connect(self.said)
        self._column.replaceWidget(self._waiting, made)
        self._column.setStretchFactor(made, 1)
        self._waiting.deleteLater()
        return made

    def _join(self, between: tuple[QWidget, ...]) -> None:
        """Let Tab go in reading order: from the cards through what stands between to the list, then to the settings."""
        projects = self.projects.list
        narrowing = (projects.filter, *projects.filters.combos)
        order = (self.cards.choose, *between, *narrowing, projects.table, self.settings_button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _bring_into_view(self, panel: QWidget) -> None:
        takes = Qt.FocusPolicy.TabFocus
        # The list that a choice drops down is a window of its own.
        inside = (
            one for one in panel.findChildren(QWidget) if one.focusPolicy() & takes and one.window() is self.window()
        )
        self._join(tuple(inside))
        # Its height is known once the layout was done.
        QTimer.singleShot(0, panel, lambda: self._area.ensureWidgetVisible(panel, 0, 20))

    def _begin(self) -> None:
        """Draw and read what the first picture does without."""
        self._was_painted = True
        self.painted.emit()
        _ = self.projects
        self._draw()
        self.show_again()

    def _draw(self) -> None:
        icons, tokens = Icons(self._theme.tokens), self._theme.tokens
        self.cards.draw(icons, tokens)
        if self._projects is not None:
            self._projects.draw(icons, tokens)

    def show_again(self) -> None:
        """Show the list of projects as it is now."""
        if self._was_painted and self.isVisible():
            self.projects.fill()

    def use_desk(self, desk: Desk) -> None:
        """Show the projects of another desk."""
        self._desk = desk
        self._tell_where()
        if self._projects is not None:
            self._projects.use_desk(desk)
        self.show_again()

    def stop(self) -> None:
        """End what runs beside the window, before it closes."""
        if self._projects is not None:
            self._projects.stop()

    def check(self, path: Path) -> None:
        """Check a packet beside the window and say what was found."""
        self.projects.check(path)

    def _tell_where(self) -> None:
        self.where.setText(self._words("home.footer", folder=self._desk.workspace))

    # ---- beginning -------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """Put the keyboard at the name of a new packet."""
        self.cards.name.setFocus()

    def answer_begun(self, problem: Problem | None) -> None:
        """Say at the name why no packet could be begun with it; None when one was."""
        if problem is None:
            self.cards.clear()
        else:
            self.cards.refuse(problem)
