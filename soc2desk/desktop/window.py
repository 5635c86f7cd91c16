"""The window: home, an open project or the settings; menus above, one message under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from soc2desk.desktop.actions import add_page_keys, build_menus
from soc2desk.desktop.banner import Banner
from soc2desk.desktop.commands import Commands
from soc2desk.desktop.home_page import HomePage
from soc2desk.desktop.icons import Icons
from soc2desk.desktop.opening import Opening
from soc2desk.desktop.problem_report import notice_of_fault
from soc2desk.desktop.shell import Notice
from soc2desk.desktop.window_place import place_of, screen_name
from soc2desk.domain.problems import ChangedElsewhere, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from soc2desk.app.desk import Desk
    from soc2desk.app.quick import Quick
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words

FRAME = "frame"
"""The name of the widths of list, page and preview among the preferences."""
SMALLEST = (900, 600)  # pixels, before scaling
USUAL = (1180, 760)


class MainWindow(Commands):
    """Everything a person sees, put together; what the menus call is in Commands. `closing` comes before it closes."""

    closing = Signal()

    def __init__(self, desk: Desk, words: Words, theme: Theme, remembered: Remembered) -> None:
        super().__init__()
        self.remembered = remembered
        self._told_of_settings = False
        self.desk, self.words, self.theme = desk, words, theme
        self.frame = None
        self._not_saved: Notice | None = None
        self.finder = None
        self.opening = Opening(desk, words, remembered, self)
        self.icons = Icons(theme.tokens)
        self.setWindowTitle(words("frame.app"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.banner = Banner(words, self)
        self.home = HomePage(desk, words, theme, remembered, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.home)
        self._lay_out()
        self.actions_by_name = build_menus(self, words)
        add_page_keys(self, self.open_numbered)
        self._connect()
        self._offer_actions()

    def _connect(self) -> None:
        self.theme.changed.connect(self._recolour)
        self.opening.opened.connect(self._show_project)
        self.opening.leaving.connect(self._leave_project)
        self.opening.closed.connect(self._drop_project)
        self.opening.said.connect(self.say)
        self.opening.packet.connect(self._check)
        self.opening.sent.connect(self._take_in)
        self.remembered.failed.connect(self.say)
        self.remembered.changed.connect(self._teach)
        self.home.begun.connect(lambda name: self.home.answer_begun(self.opening.start_packet(name)))
        self.home.begun_with.connect(self._begin_with)
        self.home.practised.connect(self.opening.open_practice)
        self.home.opened.connect(self.opening.open_path)
        self.home.merging.connect(lambda folder: self.merge_copy() if self.opening.open_folder(folder) else None)
        self.home.said.connect(self.say)
        self.home.choosing.connect(self.open_file)
        self.home.sitting.connect(self.sit)
        self.home.teaching.connect(self.teach_class)
        self.home.checking.connect(self.check_packet)
        self.home.settings.connect(self.show_settings)
        self.home.painted.connect(self._tell_of_settings)

    def _begin_with(self, company: str, made: Quick) -> None:
        self.home.projects.answer_begun(self.opening.start_packet(company, made))

    def _tell_of_settings(self) -> None:
        """Read all settings, now that the window stands, and say what is wrong with them."""
        problem = self.remembered.settings.problem
        if problem is not None and not self._told_of_settings:
            self.say(problem)
        self._told_of_settings = True

    def _teach(self) -> None:
        """Let menu and open project follow what is remembered about teaching notes."""
        on = self.remembered.preferences.teaching_notes
        self.actions_by_name["toggle_teaching"].setChecked(on)
        if self.frame is not None:
            self.frame.shell.teaching.switch(on=on)

    def _check(self, path: Path) -> None:
        self.show_home()
        self.home.check(path)

    def _take_in(self, path: Path) -> None:
        self.show_home()
        # Home is not shown while work runs for the open project; the banner says so.
        if self.stack.currentWidget() is self.home:
            self.home.projects.handing.take_in(path)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(inside)

    def _recolour(self) -> None:
        self.icons = Icons(self.theme.tokens)
        self.banner.recolour(self.icons, self.theme.tokens)

    def say(self, said: Notice | BaseException) -> None:
        """Put a message into the banner: a Notice, a Problem, or a fault of ours with its report."""
        told = said if isinstance(said, Notice) else notice_of_fault(said, self.words)
        self.banner.say(told, self.icons, self.theme.tokens)

    # ---- the open project ----------------------------------------------------------------------

    def _show_project(self, project: OpenProject, place: str) -> None:
        from soc2desk.desktop.finder import Finder
        from soc2desk.desktop.project_frame import ProjectFrame
        from soc2desk.desktop.shell import Shell

        self.banner.clear()
        self._tell_of_settings()
        shell = Shell(self.words, self.theme, project, project)
        self.frame = ProjectFrame(shell, self)
        self.finder = Finder(shell, self)
        self.finder.chosen.connect(self.go)
        shell.go.connect(self.go)
        shell.sit.connect(self.sit_in_chair)
        shell.teach.connect(self.teach_class)
        shell.present.connect(self.present)
        self._teach()
        shell.say.connect(self.say)
        project.trouble.connect(self._saving_failed)
        project.told.connect(self.say)
        project.changed_outside.connect(self._offer_both_states)
        project.saved.connect(self._saved)
        project.changed.connect(self._offer_actions)
        self.frame.sidebar.search.connect(self.find_anything)
        self.stack.addWidget(self.frame)
        self.stack.setCurrentWidget(self.frame)
        self._offer_actions()
        liked = self.remembered.preferences
        self.frame.arrange(liked.splits.get(FRAME, ()), preview=liked.preview_shown)
        self.frame.start(place)
        self._name_window()

    def _leave_project(self) -> None:
        """Take what is being typed, and remember where the person is."""
        frame, project = self.frame, self.project
        if frame is None or project is None:
            return
        frame.leave()
        from soc2desk.app.preferences import as_left

        folder, place, sizes, preview = project.session.folder, frame.place, frame.sizes, frame.wants_preview
        self.remembered.keep(lambda liked: as_left(liked, folder, place, splits={FRAME: sizes}, preview=preview))

    def _drop_project(self) -> None:
        if self.banner.notice is not None and self.banner.notice.actions:
            # What it offers would be done to a project that is closed.
            self.banner.clear()
        if self.frame is not None:
            frame, self.frame = self.frame, None
            self.stack.removeWidget(frame)
            frame.deleteLater()
        if self.finder is not None:
            self.finder.deleteLater()
            self.finder = None
        self._offer_actions()
        self._name_window()

    def _name_window(self) -> None:
        name = self.frame.sidebar.name.text() if self.frame else ""
        self.setWindowTitle(self.words("frame.title", project=name) if name else self.words("frame.app"))

    def _offer_both_states(self) -> None:
        from soc2desk.desktop.two_states import choice

        if self.project is not None and self.frame is not None:
            self._not_saved = choice(self.project, self.frame, self.words, self.say)
            self.say(self._not_saved)

    def _saving_failed(self, problem: Problem) -> None:
        if isinstance(problem, ChangedElsewhere):
            self._offer_both_states()
            return
        actions = ((self.words("window.try_again"), self._try_again), (self.words("window.save_copy"), self.save_copy))
        self._not_saved = Notice(self.words("window.not_saved", why=str(problem)), "bad", actions=actions)
        self.say(self._not_saved)

    def _try_again(self) -> None:
        if self.project is not None:
            self.project.save()

    def _saved(self) -> None:
        # What was said about not saving is not true any more.
        if self._not_saved is not None and self.banner.notice is self._not_saved:
            self.banner.clear()
        self._name_window()

    def _offer_actions(self) -> None:
        """Offer what can be done now, and name what undo and redo would do."""
        for action in self.actions_by_name.values():
            action.setEnabled(self.frame is not None or not action.property("needs_project"))
        project = self.project
        self._name_action("undo", project.undo_label if project else "")
        self._name_action("redo", project.redo_label if project else "")

    def _name_action(self, name: str, label: str) -> None:
        named = self.words(f"menu.{name}_named", label=label.replace("&", "&&"))
        self.actions_by_name[name].setText(named if label else self.words(f"menu.{name}"))
        self.actions_by_name[name].setEnabled(bool(label))

    def sit_in_chair(self) -> None:
        """Sit in the auditor's chair, on the open project or on a packet that a person chooses."""
        from soc2desk.desktop.chair.sitting import place_to_sit

        if (where := place_to_sit(self.project, self.words, self)) is not None:
            self.sit(where)

    def sit(self, where: Path) -> None:
        """Show the auditor's chair on a project's folder or a packet."""
        from soc2desk.desktop.chair.sitting import chair_on

        try:
            view = chair_on(self.desk, self.words, where, self)
        except Problem as problem:
            self.say(problem)
            return
        view.said.connect(self.say)
        self._visit(view, view.requests.list)

    def teach_class(self) -> None:
        """Show what an instructor does: papers, the key of a class, rooms, answers and marks."""
        from soc2desk.desktop.teach.teach_view import TeachView

        if isinstance(self.stack.currentWidget(), TeachView):
            return
        view = TeachView(self.desk, self.words, self)
        view.said.connect(self.say)
        self.closing.connect(view.stop)
        self._visit(view, view.lesson.lesson)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close; stay open when the answers could not be saved, or while a packet is being made."""
        self.home.stop()
        self.closing.emit()
        if not self.opening.close_project(self.close):
            event.ignore()
            return
        screen, place = screen_name(self), place_of(self)
        self.remembered.keep(lambda liked: replace(liked, windows={**liked.windows, screen: place}))
        event.accept()
