"""What the menus call: one method an entry. The window itself puts the parts together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from soc2desk.app.pages import ASK, MERGE, PACKET
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.shell import Notice
from soc2desk.desktop.theme import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from soc2desk.app.desk import Desk
    from soc2desk.app.settling import Backup
    from soc2desk.desktop.about_page import AboutPage
    from soc2desk.desktop.chair.chair_view import ChairView
    from soc2desk.desktop.finder import Finder
    from soc2desk.desktop.home_page import HomePage
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.opening import Opening
    from soc2desk.desktop.project_frame import ProjectFrame
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.settings_page import SettingsPage
    from soc2desk.desktop.teach.teach_view import TeachView
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.words import Words
    from soc2desk.domain.problems import Problem


class Commands(QMainWindow):
    """The acts of the window by the names that the table of actions holds."""

    desk: Desk
    words: Words
    theme: Theme
    remembered: Remembered
    opening: Opening
    home: HomePage
    stack: QStackedWidget
    frame: ProjectFrame | None
    finder: Finder | None

    @property
    def project(self) -> OpenProject | None:
        """The open project, None while home is shown."""
        return self.opening.project

    def say(self, said: Notice | BaseException) -> None:
        """Put a message into the banner."""
        raise NotImplementedError

    def go(self, place: str) -> None:
        """Show a place of the open project."""
        if self.frame is not None:
            self.stack.setCurrentWidget(self.frame)
            self.frame.go(place)
            self.frame.shell.remember(place)

    def show_home(self) -> None:
        """Close the project, saved, and show the list of projects."""
        if self.opening.close_project(self.show_home):
            self.stack.setCurrentWidget(self.home)
            self.home.show_again()

    def new_project(self) -> None:
        """Go home, to the name of a new packet."""
        self.show_home()
        if self.frame is None:
            self.home.begin_new()

    def open_file(self) -> None:
        """Let a person choose a project or an answers file and open it."""
        kinds = self.words("window.project_files")
        chosen, _ = QFileDialog.getOpenFileName(self, self.words("window.open_title"), str(self.desk.workspace), kinds)
        if chosen:
            self.opening.open_path(Path(chosen))

    def make_packet(self) -> None:
        """Go to the packet and make it as it was last wished for."""
        self.go(f"pages.{PACKET}")
        if self.frame is not None and self.frame.page is not None:
            self.frame.page.act()

    def make_packets(self) -> None:
        """Go home and ask which clients get a packet in one go."""
        self.show_home()
        if self.stack.currentWidget() is self.home:
            self.home.projects.make_packets()

    def check_packet(self) -> None:
        """Let a person choose a packet's ZIP and say whether it is unchanged."""
        kinds = self.words("window.packet_files")
        chosen, _ = QFileDialog.getOpenFileName(self, self.words("window.check_title"), "", kinds)
        if chosen:
            self.opening.open_path(Path(chosen))

    def save_copy(self) -> None:
        """Let a person choose where a copy of everything goes, and write it there."""
        if self.project is None:
            return
        start = str(Path.home() / f"{self.project.session.folder.name}-copy")
        chosen, _ = QFileDialog.getSaveFileName(self, self.words("window.copy_title"), start)
        if chosen:
            problem = self.project.save_copy(Path(chosen))
            self.say(problem or Notice(self.words("window.copied", folder=chosen), "good"))

    def send_project(self) -> None:
        """Close the project, saved, and ask how it goes to a colleague."""
        if self.project is None or self.frame is None:
            return
        folder, title = self.project.session.folder, self.frame.sidebar.name.text()
        self.show_home()
        if self.stack.currentWidget() is self.home:
            self.home.projects.handing.send(title, folder)

    def merge_copy(self) -> None:
        """Go to where a colleague's copy is brought together with this one."""
        self.go(f"pages.{MERGE}")

    def ask_client(self) -> None:
        """Go to the page that makes a questionnaire and reads one back."""
        self.go(f"pages.{ASK}")

    def show_folder(self) -> None:
        """Open the project's folder in the system's own file window."""
        if self.project is not None:
            open_outside(self.project.session.folder)

    def undo(self) -> None:
        """Take the newest change back."""
        if self.project is not None and self.frame is not None:
            self.frame.leave()
            self.project.undo()

    def redo(self) -> None:
        """Make the change undone last again."""
        if self.project is not None:
            self.project.redo()

    def find_anything(self) -> None:
        """Let a person find anything in the open project."""
        if self.finder is not None:
            self.finder.open()

    def previous_page(self) -> None:
        """Show the page before."""
        if self.frame is not None:
            self.frame.step(-1)

    def next_page(self) -> None:
        """Show the next page."""
        if self.frame is not None:
            self.frame.step(1)

    def next_open_point(self) -> None:
        """Go to the next place at which something is open: findings first, then questions in their order."""
        if self.frame is None or self.project is None:
            return
        place = self.frame.next_open_point()
        if place:
            self.go(place)
        else:
            self.say(Notice(self.words("window.nothing_open"), "good"))

    def open_numbered(self, number: int) -> None:
        """Show the page at a place of the list, the first one being 1."""
        if self.frame is not None and number <= len(self.frame.order):
            self.frame.open_page(self.frame.order[number - 1])

    def help_here(self) -> None:
        """Show the help of the question with the keyboard, or of the page."""
        if self.frame is not None:
            self.frame.show_help_here()

    def about(self) -> None:
        """Show what the program is, and its keys."""
        from soc2desk.desktop.about_page import AboutPage

        page = AboutPage(self.words, self)
        self._visit(page, page.back)

    def show_shortcuts(self) -> None:
        """Show every action that has a key."""
        self.about()

    def _visit(self, page: AboutPage | ChairView | TeachView, first: QWidget) -> None:
        before = self.stack.currentWidget()
        page.left.connect(lambda: self._leave_page(page, before))
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        first.setFocus()

    def _leave_page(self, page: QWidget, before: QWidget | None) -> None:
        if before is not None and self.stack.indexOf(before) >= 0:
            self.stack.setCurrentWidget(before)
        self.stack.removeWidget(page)
        page.deleteLater()

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        if self.frame is not None:
            self.frame.toggle_preview()

    def toggle_teaching(self) -> None:
        """Show teaching notes beside questions and findings, or hide them, and remember it."""
        self.remembered.keep(lambda liked: replace(liked, teaching_notes=not liked.teaching_notes))

    def present(self) -> None:
        """Show one thing at a time in large type, from where one is, and come back at Esc."""
        from soc2desk.desktop.on_the_wall import OnTheWall
        from soc2desk.desktop.presenter import Presenter

        shown = self.stack.currentWidget()
        if isinstance(shown, OnTheWall):
            shown.show_present()
            return
        if self.frame is None:
            return
        self.frame.leave()
        page = self.frame.page.on_the_wall(self.remembered, self) if self.frame.page else None
        if page is None:
            page = Presenter(self.frame.shell, self.remembered, self.frame.shell.narrowed(self.frame.place), self)
            page.shown.connect(lambda _: self._leave_page(page, self.frame))
            page.shown.connect(self.go)
        page.left.connect(lambda: self._leave_page(page, self.frame))
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.take_focus()

    def show_settings(self) -> None:
        """Show the settings, and come back to where one was."""
        from soc2desk.desktop.settings_page import SettingsPage

        before = self.stack.currentWidget()
        if isinstance(before, SettingsPage):
            return
        for stale in self.stack.findChildren(SettingsPage):
            self._leave_page(stale, before)
        page = SettingsPage(self.desk, self.words, self.theme, self.remembered, self)
        page.left.connect(lambda: self._leave_settings(page, before))
        page.desk_changed.connect(self.use_liked_desk)
        page.look.chosen.connect(self.choose_look)
        page.backups.shown.connect(open_outside)
        page.backups.put_back.connect(lambda folder, backup: self._put_back(page, folder, backup))
        page.backups.closing.connect(lambda: self._close_for(page))
        self._show_backups(page)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.take_focus()

    def _show_backups(self, page: SettingsPage) -> None:
        """List the back-ups of the open project, else of the one that was left last."""
        last = next(reversed(self.remembered.preferences.places), "")
        folder = self.project.session.folder if self.project else Path(last) if last else None
        page.show_backups(folder.name if folder else "", folder, is_open=self.project is not None)

    def _close_for(self, page: SettingsPage) -> None:
        if self.opening.close_project(lambda: self._close_for(page)):
            self._show_backups(page)

    def _put_back(self, page: SettingsPage, folder: Path, backup: Backup) -> None:
        if self.home.projects.acts.put_back(folder.name, folder, backup):
            self._show_backups(page)

    def _leave_settings(self, page: QWidget, before: QWidget | None) -> None:
        there = before is not None and self.stack.indexOf(before) >= 0
        self._leave_page(page, before if there else self.home)
        if self.stack.currentWidget() is self.home:
            self.home.show_again()

    def use_liked_desk(self) -> None:
        """Work from now on with the folders and the content of the settings; an open project keeps its own."""
        self.desk = self.opening.desk = self.remembered.desk(self.desk)
        self.home.use_desk(self.desk)

    def choose_look(self, look: Look) -> Problem | None:
        """Change the look at once and remember it; return why it could not be remembered."""
        from soc2desk.app.preferences import Look as Liked

        self.theme.choose(look)
        return self.remembered.keep(lambda liked: replace(liked, look=Liked(look.value)))

    def look_system(self) -> None:
        """Follow the look of the system."""
        self.choose_look(Look.SYSTEM)

    def look_light(self) -> None:
        """Be light."""
        self.choose_look(Look.LIGHT)

    def look_dark(self) -> None:
        """Be dark."""
        self.choose_look(Look.DARK)
