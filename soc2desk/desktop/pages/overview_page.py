"""The first page of a project: where one was, what would help most now, and every page with its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.next_things import next_things
from soc2desk.app.pages import OVERVIEW
from soc2desk.app.place_names import place_name
from soc2desk.app.practice import ROOM, exercise_in, practised
from soc2desk.app.progress import PageProgress, Progress, answered, progress
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.page import Page
from soc2desk.desktop.pages.exercise_card import ExerciseCard
from soc2desk.desktop.pages.listing import groups
from soc2desk.desktop.sidebar import ICONS
from soc2desk.desktop.wide_button import WideButton

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell

THINGS = 3
"""How many next things are offered: more would be a list again."""
HERE = f"pages.{OVERVIEW}"


class OverviewPage(Page):
    """Shown at each return."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, OVERVIEW, shell.words("overview.title"), shell.words("overview.intro"))
        self._was = ""
        self._progress: dict[str, PageProgress] = {}
        self._groups = tuple(group for group in groups(shell) if group.heading)
        self._titles = {page: title for group in groups(shell) for page, title in group.pages}
        self._places = [""] * THINGS
        self.exercise = self._exercise_card()
        self.practice = plain_label(self._practice_words(), "hint", self.column)
        self.practice.setVisible(bool(self.practice.text()))
        self.welcome = self._welcome_card()
        self.things = tuple(self._thing(number) for number in range(THINGS))
        self.tasks: dict[str, WideButton] = {}
        self._lay_out()
        shell.recoloured.connect(self._draw)
        self.was_at(shell.project.last_place)

    def _exercise_card(self) -> ExerciseCard | None:
        session = self.shell.project.session
        exercise = exercise_in(session.desk.catalogue, practised(session.folder))
        if exercise is None:
            return None
        room = session.folder / ROOM
        card = ExerciseCard(self.shell.words, exercise, room, self.column)
        card.entering.connect(lambda: open_outside(room))
        card.sitting.connect(self.shell.sit)
        return card

    def _practice_words(self) -> str:
        sample = practised(self.shell.project.session.folder)
        return self.shell.words("overview.practice", sample=sample) if sample and self.exercise is None else ""

    def _welcome_card(self) -> QFrame:
        card = QFrame(self.column)
        card.setProperty("card", "true")
        card.setProperty("tone", "accent")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        self.welcome_text = plain_label("", "body", card)
        self.continue_button = QPushButton(self.shell.words("overview.continue"), card)
        self.continue_button.setProperty("primary", "true")
        self.continue_button.clicked.connect(lambda: self.shell.go.emit(self._was))
        row.addWidget(self.welcome_text, 1)
        row.addWidget(self.continue_button)
        card.hide()
        return card

    def _thing(self, number: int) -> WideButton:
        button = WideButton(self.column)
        button.clicked.connect(lambda: self.shell.go.emit(self._places[number]))
        return button

    def _lay_out(self) -> None:
        words, body = self.shell.words, self.body
        if self.exercise is not None:
            body.addWidget(self.exercise)
        body.addWidget(self.practice)
        body.addWidget(self.welcome)
        self.next_title = plain_label(words("overview.next_title"), "heading", self.column)
        self.left = plain_label("", "hint", self.column)
        for widget in (self.next_title, *self.things, self.left):
            body.addWidget(widget)
            # What would help most in an exercise is its first answer: a student finds that alone.
            widget.setVisible(self.exercise is None)
        for group in self._groups:
            body.addSpacing(8)
            body.addWidget(plain_label(group.heading, "heading", self.column))
            body.addWidget(self._tasks_of(group.pages))
        body.addStretch(1)

    def _tasks_of(self, pages: tuple[tuple[str, str], ...]) -> QWidget:
        holder = QWidget(self.column)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for page, _ in pages:
            button = WideButton(holder)
            button.clicked.connect(lambda _=False, page=page: self.shell.go.emit(f"pages.{page}"))
            self.tasks[page] = button
            box.addWidget(button)
        return holder

    def was_at(self, place: str) -> None:
        """Offer to continue at a place; nothing is offered for the overview, or for what is not there any more."""
        # A heading without a name says less than no heading.
        name = place_name(self.shell.engagement, place, self._titles) if place != HERE else ""
        self._was = place if name else ""
        self.welcome.setVisible(bool(name))
        words = self.shell.words
        self.welcome_text.setText(words("overview.welcome", name=name))
        self.continue_button.setAccessibleName(words("overview.continue_name", name=name))

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Say how many questions are open."""
        done, total = answered(self.shell.engagement)
        left = total - done
        form = {0: "none", 1: "one"}.get(left, "many")
        self.left.setText(self.shell.words(f"overview.left.{form}", count=left))

    def settle(self) -> None:
        """Show the next things and the state of every page."""
        if self.exercise is None:
            self._show_things()
            self._progress = {one.page: one for one in progress(self.shell.project.session.composition)}
        for page, button in self.tasks.items():
            self._show_task(button, self._titles[page], self._progress.get(page))
        self._draw()

    def _show_things(self) -> None:
        things = next_things(self.shell.project.session.composition, THINGS)
        for number, button in enumerate(self.things):
            thing = things[number] if number < len(things) else None
            button.setVisible(thing is not None)
            self._places[number] = thing.place if thing else ""
            if thing is not None:
                button.say(self.shell.words(thing.key, **thing.values))

    def _show_task(self, button: WideButton, title: str, one: PageProgress | None) -> None:
        if one is None:
            button.say(title)
            return
        words = self.shell.words
        state, count = words(f"frame.state.{one.state.value}"), self._count(one)
        note = " \u00b7 ".join(filter(None, (state, count)))
        button.say(title, note, aloud=", ".join(filter(None, (title, state, count))))

    def _count(self, one: PageProgress) -> str:
        words = self.shell.words
        if one.attention:
            return words("overview.fix", count=one.attention)
        if one.state is Progress.NOT_NEEDED or not one.total:
            return ""
        return words("overview.count", done=one.done, total=one.total)

    def _draw(self) -> None:
        shell = self.shell
        for button in self.things:
            button.draw(shell.icons, shell.tokens.accent)
        for page, button in self.tasks.items():
            one = self._progress.get(page)
            # The state of a page tells where the fault of an exercise is; a circle would say that nothing is answered.
            icon, colour = ICONS[one.state] if one else ("" if self.exercise else "circle", "muted")
            button.draw(shell.icons, shell.tokens.muted, icon, getattr(shell.tokens, colour))

    def take_focus(self) -> None:
        """Go to what continues the work."""
        first = self.things[0] if self.exercise is None else self.exercise.room
        if not self.welcome.isHidden():
            first = self.continue_button
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
