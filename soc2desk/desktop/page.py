"""A page of an open project: one heading, one sentence of instruction, and what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import scroll_area

if TYPE_CHECKING:
    from soc2desk.desktop.on_the_wall import OnTheWall
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell

COLUMN = 640
"""The widest column of questions, in pixels before scaling: longer lines are hard to read."""
MARGIN = 28  # pixels, before scaling


class Page(QWidget):
    """One page. `id` is what places call it; `body` takes what it shows.

    With `scrolls` the body is one column at most COLUMN wide in a scroll area; without, it fills the page.
    """

    needs_more = 0
    """Pixels, before scaling, that the window must be wider than usual before the preview stands beside the page."""

    def __init__(self, shell: Shell, page_id: str, title: str, intro: str, *, scrolls: bool = True) -> None:
        super().__init__()
        self.shell, self.id, self.title = shell, page_id, title
        self.heading = plain_label(title, "title", self)
        self.intro = plain_label(intro, "hint", self)
        self.intro.setVisible(bool(intro))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = QWidget(self)
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(MARGIN, 20, MARGIN, 20)
        self.body.setSpacing(10)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.intro)
        if scrolls:
            self.column.setMaximumWidth(COLUMN + 2 * MARGIN)
            self.area: QScrollArea | None = self._scroll_area()
            outer.addWidget(self.area)
        else:
            self.area = None
            outer.addWidget(self.column)

    def _scroll_area(self) -> QScrollArea:
        area = scroll_area(self, self.column)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return area

    def refresh(self) -> None:
        """Show the project as it stands now: after each change while the page is in sight, and when it appears."""

    def settle(self) -> None:
        """Show what composing found: findings, where answers appear, states. Called when that is ready."""

    def show_place(self, place: str) -> bool:
        """Put the keyboard at a place of this page; return whether the place is here."""
        return place == f"pages.{self.id}"

    def take_focus(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.focusNextChild()

    def act(self) -> None:
        """Do what this page is for, where that is one act: the packet page makes the packet."""

    def on_the_wall(self, remembered: Remembered, parent: QWidget) -> OnTheWall | None:
        """Return what this page shows a room; None where the presenter view shows what is looked at."""
        _ = remembered, parent
        return None

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that a widget of this page can be seen with some room round it."""
        if self.area is not None:
            self.area.ensureWidgetVisible(widget, 0, 80)
