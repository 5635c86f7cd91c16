"""The presenter view: a question, a finding or a link of the chain alone, in type that is read from the last row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.presenting import Topic, slides, start_at
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.slide_view import SlideView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from soc2desk.app.presenting import Slide
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.shell import Shell

STEP = 10
"""Percent by which type grows or shrinks at a time."""
BASE = 2.3
"""How much larger than in the window type is at 100 percent, on the smaller of the usual projectors."""
PROJECTOR = (1024, 768)  # pixels, before scaling
LEAST = 0.75
"""Type never becomes smaller than so, however small the window is."""
MARGIN = 28  # pixels, before scaling
_FINDINGS, _CHAIN = (
    ("pages.readiness",),
    ("criteria.", "control_states.", "owners.", "documents.", "pages.scope", "pages.controls", "pages.documents"),
)


class Presenter(QWidget):
    """`left` asks to go back, `shown` to go to a place of the program."""

    left = Signal()
    shown = Signal(str)

    def __init__(self, shell: Shell, remembered: Remembered, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._remembered = shell, remembered
        self._slides: tuple[Slide, ...] = ()
        self._at = 0
        self.topic = _topic_of(place)
        self.view = SlideView(shell, self)
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
        self._dress()
        shell.recoloured.connect(self._dress)
        self.go_through(self.topic, place)

    def _button(self, key: str, does: Callable[[], object]) -> QPushButton:
        made = QPushButton(self._shell.words(f"presenter.{key}"), self)
        made.clicked.connect(lambda _=False: does())
        return made

    def _choose(self, topic: Topic) -> Callable[[], None]:
        return lambda: self.go_through(topic, "")

    def _lay_out(self) -> None:
        top, group = FlowLayout(), QButtonGroup(self)
        for button in self.topics.values():
            button.setCheckable(True)
            group.addButton(button)
            top.addWidget(button)
        for key, does in (("smaller", lambda: self.resize_type(-STEP)), ("larger", lambda: self.resize_type(STEP))):
            top.addWidget(self._button(key, does))
        top.addWidget(self._button("close", self.left.emit))
        foot = QHBoxLayout()
        foot.addWidget(self._position, 1)
        for button in (self.own, self.show_me, self.back, self.onward):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        box.addLayout(top)
        box.addWidget(self.view, 1)
        box.addLayout(foot)
        self.setAccessibleName(self._shell.words("presenter.name"))
        self.setToolTip(self._shell.words("presenter.keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.onward.setProperty("primary", "true")

    def _add_keys(self) -> None:
        """Take the keys also where a button has the keyboard; a clicker sends those of whole pages."""
        keys = Qt.Key
        for wanted, does in (
            ((keys.Key_Right, keys.Key_PageDown), lambda: self.step(1)),
            ((keys.Key_Left, keys.Key_PageUp), lambda: self.step(-1)),
            ((keys.Key_Down,), lambda: self.leap(1)),
            ((keys.Key_Up,), lambda: self.leap(-1)),
            ((keys.Key_Home,), lambda: self._show(0)),
            ((keys.Key_End,), lambda: self._show(len(self._slides) - 1)),
            ((keys.Key_Plus,), lambda: self.resize_type(STEP)),
            ((keys.Key_Minus,), lambda: self.resize_type(-STEP)),
            ((keys.Key_Escape,), self.left.emit),
        ):
            for key in wanted:
                made = QShortcut(QKeySequence(key), self)
                made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                made.activated.connect(does)

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

    # ---- how it looks ----------------------------------------------------------------------------

    def resize_type(self, by: int) -> None:
        """Make all type larger or smaller, and remember it."""
        self._remembered.keep(lambda liked: replace(liked, presenter_size=liked.presenter_size + by))
        self._dress()

    def _dress(self) -> None:
        usual = QFontInfo(QApplication.font()).pointSizeF() * BASE * self._remembered.preferences.presenter_size / 100
        # As large on the wall whatever the projector shows.
        size = usual * max(min(self.width() / PROJECTOR[0], self.height() / PROJECTOR[1]), LEAST)
        self.setStyleSheet(f"* {{ font-size: {size:.1f}pt; }} QPushButton {{ font-size: {size * 0.62:.1f}pt; }}")
        self.view.dress(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the window."""
        super().resizeEvent(event)
        self._dress()

    def take_focus(self) -> None:
        """Put the keyboard on the way onward."""
        (self.onward if self.onward.isEnabled() else self.topics[self.topic]).setFocus()


def _topic_of(place: str) -> Topic:
    """Return what the page that somebody comes from is about."""
    if place.startswith(_FINDINGS):
        return Topic.FINDINGS
    return Topic.CHAIN if place.startswith(_CHAIN) else Topic.QUESTIONS
