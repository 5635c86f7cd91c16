"""The presenter view: a question, a finding or a link of the chain alone, in type that is read from the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from soc2desk.app.presenting import Topic, slides, start_at
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.on_the_wall import OnTheWall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from soc2desk.app.presenting import Slide
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell

_FINDINGS, _CHAIN = (
    ("pages.readiness",),
    ("criteria.", "control_states.", "owners.", "documents.", "pages.scope", "pages.controls", "pages.documents"),
)


class Presenter(OnTheWall):
    """`shown` asks to go to a place of the program."""

    shown = Signal(str)

    def __init__(self, shell: Shell, remembered: Remembered, place: str, parent: QWidget) -> None:
        super().__init__(shell, remembered, parent)
        self._slides: tuple[Slide, ...] = ()
        self._at = 0
        self.topic = _topic_of(place)
        self._position = plain_label("", "hint", self)
        self.topics = {topic: self._button(f"topic.{topic.value}", self._choose(topic)) for topic in Topic}
        self.back, self.onward = (
            self._button("back", lambda: self.step(-1)),
            self._button("onward", lambda: self.step(1)),
        )
        self.own = self._button("own", self.view.show_own)
        self.show_me = self._button("show", lambda: self.shown.emit(self.slide.place) if self.slide else None)
        self._lay_out()
        self._add_keys()
        self.dress()
        self.go_through(self.topic, place)

    def _button(self, key: str, does: Callable[[], object]) -> QPushButton:
        return self.button(self._shell.words(f"presenter.{key}"), does)

    def _choose(self, topic: Topic) -> Callable[[], None]:
        return lambda: self.go_through(topic, "")

    def _lay_out(self) -> None:
        top, group = FlowLayout(), QButtonGroup(self)
        for button in self.topics.values():
            button.setCheckable(True)
            group.addButton(button)
            top.addWidget(button)
        for button in self.usual_buttons():
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self._position, 1)
        for button in (self.own, self.show_me, self.back, self.onward):
            foot.addWidget(button)
        self.lay(top, foot)
        self.setAccessibleName(self._shell.words("presenter.name"))
        self.setToolTip(self._shell.words("presenter.keys"))
        self.onward.setProperty("primary", "true")

    def _add_keys(self) -> None:
        """Take the keys of a way through; a clicker sends those of whole pages."""
        keys = Qt.Key
        self.take_keys(
            ((keys.Key_Right, keys.Key_PageDown), lambda: self.step(1)),
            ((keys.Key_Left, keys.Key_PageUp), lambda: self.step(-1)),
            ((keys.Key_Down,), lambda: self.leap(1)),
            ((keys.Key_Up,), lambda: self.leap(-1)),
            ((keys.Key_Home,), lambda: self._show(0)),
            ((keys.Key_End,), lambda: self._show(len(self._slides) - 1)),
        )

    # ---- what is shown ---------------------------------------------------------------------------

    @property
    def slide(self) -> Slide | None:
        """What is shown; None where a topic has nothing."""
        return self._slides[self._at] if self._slides else None

    def go_through(self, topic: Topic, place: str) -> None:
        """Go through a topic, from the slide of a place."""
        self.topic = topic
        self.topics[topic].setChecked(True)
        self._slides = slides(topic, self._shell.project.preview.settle(), self._shell.words)
        self._show(start_at(place, self._slides))

    def step(self, by: int) -> None:
        """Show what is cut off below, or above, and then the next slide or the one before."""
        if not self.view.turn(by):
            self._show(self._at + by)

    def leap(self, by: int) -> None:
        """Show the first slide of the next group, or the first of this one and then of the one before."""
        starts = [at for at, one in enumerate(self._slides) if at == 0 or one.group != self._slides[at - 1].group]
        beyond = [at for at in starts if (at > self._at if by > 0 else at < self._at)]
        if beyond:
            self._show(beyond[0] if by > 0 else beyond[-1])

    def _show(self, at: int) -> None:
        self._at = min(max(at, 0), max(len(self._slides) - 1, 0))
        slide, words = self.slide, self._shell.words
        self.view.show_slide(slide, words(f"presenter.empty.{self.topic.value}"))
        self.own.setVisible(bool(slide and slide.own))
        self.show_me.setEnabled(slide is not None)
        self.back.setEnabled(self._at > 0)
        self.onward.setEnabled(self._at < len(self._slides) - 1)
        self._position.setText(self._where(slide) if slide else "")
        announce(self.view, self.view.said)

    def _where(self, slide: Slide) -> str:
        """Return where a slide stands in its group."""
        group = [at for at, one in enumerate(self._slides) if one.group == slide.group]
        at, count = group.index(self._at) + 1, len(group)
        return self._shell.words("presenter.position", group=self._shell.words.of(slide.group), at=at, count=count)

    def take_focus(self) -> None:
        """Put the keyboard on the way onward."""
        (self.onward if self.onward.isEnabled() else self.topics[self.topic]).setFocus()


def _topic_of(place: str) -> Topic:
    """Return what the page that somebody comes from is about."""
    if place.startswith(_FINDINGS):
        return Topic.FINDINGS
    return Topic.CHAIN if place.startswith(_CHAIN) else Topic.QUESTIONS
