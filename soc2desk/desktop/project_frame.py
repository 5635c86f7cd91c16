"""An open project in the window: the list of pages, one page, the preview, and the foot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from soc2desk.app.open_points import next_open
from soc2desk.app.pages import OVERVIEW, page_of
from soc2desk.app.progress import progress
from soc2desk.desktop.fields.frame import FieldFrame, field_of
from soc2desk.desktop.footer import NOT_SAVED, READ_ONLY, SAVED, SAVING, Footer
from soc2desk.desktop.pages.listing import groups, make_page
from soc2desk.desktop.preview_pane import PreviewPane
from soc2desk.desktop.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.page import Page
    from soc2desk.desktop.shell import Shell

HANDLE = 6  # pixels, before scaling
LEAST_PREVIEW = 300
NARROW = 1060
"""Below this width, in pixels before scaling, the preview takes the place of the page instead of standing beside it."""


class ProjectFrame(QWidget):
    """Shows one page at a time and keeps it, the list, the preview and the foot in step with the project."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.pages: dict[str, Page] = {}
        self.page: Page | None = None
        self._field: FieldFrame | None = None
        self._wants_preview = True
        self._open_point = ""
        listed = groups(shell)
        self._titles = {page: title for group in listed for page, title in group.pages}
        self.sidebar = Sidebar(shell, listed, self)
        self.preview = PreviewPane(shell, self)
        self.footer = Footer(shell, self)
        self._lay_out()
        self._connect()
        self.sidebar.show_head()
        # Else the list chooses its first line when the keyboard comes by, and that page is drawn in vain.
        self.sidebar.mark(OVERVIEW)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for at, (widget, stretch) in enumerate(((self.sidebar, 0), (middle, 3), (self.preview, 2))):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(at, stretch)
            self.splitter.setCollapsible(at, False)
        self.splitter.setHandleWidth(HANDLE)
        self.splitter.setSizes([250, 580, 350])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        project, shell = self.shell.project, self.shell
        project.changed.connect(self._changed)
        project.settled.connect(self._settled)
        project.saved.connect(lambda: self.footer.show_state(SAVED))
        project.trouble.connect(lambda _: self.footer.show_state(NOT_SAVED))
        shell.look_at.connect(self.preview.look_at)
        self.preview.left.connect(self._back_to_page)
        shell.help.connect(self._show_help)
        self.sidebar.chosen.connect(lambda page: self.open_page(page, focus=False))
        self.footer.back.connect(lambda: self.step(-1))
        self.footer.onward.connect(lambda: self.step(1))
        self.footer.preview.connect(self.toggle_preview)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    # ---- pages -----------------------------------------------------------------------------------

    @property
    def order(self) -> tuple[str, ...]:
        """The pages in the order of the list."""
        return tuple(self._titles)

    def open_page(self, page: str, *, focus: bool = True) -> Page:
        """Show a page, made when it is shown first."""
        self._leave_field()
        try:
            self.page = opened = self._made(page)
            opened.refresh()
            opened.settle()
        finally:
            # A page that fails is shown all the same: list, page and foot never speak of different pages.
            self._bring_up()
        if focus:
            opened.take_focus()
        return opened

    def _made(self, page: str) -> Page:
        if page not in self.pages:
            self.pages[page] = make_page(self.shell, page)
            self.stack.addWidget(self.pages[page])
        return self.pages[page]

    def _bring_up(self) -> None:
        if self.page is not None:
            self.stack.setCurrentWidget(self.page)
        self._place_preview()
        self.sidebar.mark(self._current)
        self._show_ways()
        self.preview.look_at(f"pages.{self._current}")

    def go(self, place: str) -> bool:
        """Show the page of a place and put the keyboard there; return whether the place was found."""
        if place.startswith("help."):
            self._show_help(place)
            return True
        page = page_of(self.shell.catalogue, place)
        if page not in self._titles:
            page = OVERVIEW
        opened = self.open_page(page, focus=place == f"pages.{page}")
        return opened.show_place(place)

    def step(self, by: int) -> None:
        """Show the next page, or the one before, leaving out those that nothing is needed on."""
        way = self._way(by)
        if way:
            self.open_page(way)

    def _way(self, by: int) -> str:
        order = self.order if by > 0 else self.order[::-1]
        needed = [page for page in order if page == self._current or not self._is_needless(page)]
        return next((after for before, after in pairwise(needed) if before == self._current), "")

    @property
    def _current(self) -> str:
        return self.page.id if self.page else ""

    def _is_needless(self, page: str) -> bool:
        return self.sidebar.is_not_needed(page)

    def _show_ways(self) -> None:
        before, after = (self._titles.get(self._way(by), "") for by in (-1, 1))
        self.footer.show_ways(before, after)

    # ---- in step with the project ----------------------------------------------------------------

    def _changed(self) -> None:
        self.footer.show_state(SAVING)
        self.sidebar.show_head()
        self.preview.refresh()
        if self.page is not None:
            self.page.refresh()

    def _settled(self) -> None:
        self.sidebar.show_progress(progress(self.shell.project.session.composition))
        self._show_ways()
        self.preview.settle()
        if self.page is not None:
            self.page.settle()

    def start(self, place: str) -> None:
        """Show everything for the first time, at a place."""
        self.shell.project.settle()
        self.go(place)
        if self.shell.project.session.is_read_only:
            self.footer.show_state(READ_ONLY)

    # ---- the keyboard ----------------------------------------------------------------------------

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # No widget at all: another window, or a menu, has the keyboard for a moment.
        if new is None or not self.isVisible():
            return
        field = field_of(new) if self.isAncestorOf(new) else None
        if field is not self._field:
            self._leave_field()
            self._field = field
            if field is not None:
                field.entered()

    def _leave_field(self) -> None:
        left, self._field = self._field, None
        if left is not None:
            left.left()

    def leave(self) -> None:
        """Take what is being typed: the window is about to do something else."""
        self._leave_field()
        focused = QApplication.focusWidget()
        self._field = field_of(focused) if focused is not None and self.isAncestorOf(focused) else None

    # ---- the preview -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview a place beside the page only where there is room."""
        super().resizeEvent(event)
        self._place_preview()

    @property
    def is_narrow(self) -> bool:
        """Whether the preview takes the place of the page."""
        return self.width() < (NARROW if self.page is None else NARROW + self.page.needs_more)

    def _place_preview(self) -> None:
        """Put the preview beside the page where there is room for both."""
        beside = not self.is_narrow
        if beside and self.preview.parent() is self.stack:
            self.splitter.addWidget(self.preview)
            self.splitter.setStretchFactor(2, 2)
            self.preview.show()
            self._share_room()
        elif not beside and self.preview.parent() is not self.stack:
            self.stack.addWidget(self.preview)
        if beside:
            self.preview.setVisible(self._wants_preview)
            if self.page is not None:
                self.stack.setCurrentWidget(self.page)
        self.footer.preview_button.setVisible(not beside)
        self._name_preview_button()

    def _share_room(self) -> None:
        side, room = self.splitter.sizes()[0], self.splitter.width()
        preview = max(LEAST_PREVIEW, (room - side) * 2 // 5)
        self.splitter.setSizes([side, room - side - preview, preview])

    def _name_preview_button(self) -> None:
        shown = self.stack.currentWidget() is self.preview
        self.footer.preview_button.setText(self.shell.words("frame.page" if shown else "frame.preview"))

    def toggle_preview(self) -> None:
        """Show or hide the preview: beside the page, or in its place where the window is narrow."""
        if not self.is_narrow:
            self._wants_preview = not self._wants_preview
            self.preview.setVisible(self._wants_preview)
            return
        shown = self.stack.currentWidget() is self.preview
        self.stack.setCurrentWidget(self.page if shown and self.page else self.preview)
        self._name_preview_button()

    def arrange(self, sizes: tuple[int, ...], *, preview: bool) -> None:
        """Give list, page and preview the widths they had, and show the preview or not."""
        self._wants_preview = preview
        self._place_preview()
        if len(sizes) == self.splitter.count():
            self.splitter.setSizes(list(sizes))

    @property
    def wants_preview(self) -> bool:
        """Whether the person wants the preview where there is room for it."""
        return self._wants_preview

    @property
    def sizes(self) -> tuple[int, ...]:
        """The widths of list, page and preview; nothing while the preview is not beside the page."""
        beside = self._wants_preview and not self.is_narrow
        return tuple(self.splitter.sizes()) if beside else ()

    def _show_help(self, place: str) -> None:
        self.preview.show_help(place)
        hidden = self.stack.currentWidget() is not self.preview if self.is_narrow else not self._wants_preview
        if hidden:
            self.toggle_preview()

    def show_help_here(self) -> None:
        """Show the help of the question with the keyboard, else of the page."""
        self._show_help(self.place)

    def _back_to_page(self) -> None:
        """Put the keyboard back where it was on the page."""
        if self.page is None:
            return
        if self.is_narrow and self.stack.currentWidget() is self.preview:
            self.toggle_preview()
        worked_in: QWidget | None = self.page.focusWidget()
        if worked_in is not None:
            worked_in.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.take_focus()

    def next_open_point(self) -> str:
        """Return the open place after the one shown last; empty when nothing is open."""
        self.leave()
        self._open_point = next_open(self.shell.project.session.composition, self._open_point)
        return self._open_point

    @property
    def place(self) -> str:
        """Where the person is: the field with the keyboard, else the page."""
        return self._field.spec.place if self._field is not None else f"pages.{self._current}"
