"""One slide of the presenter view: a title, and parts under small headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.scrolling import fill_scrolling

if TYPE_CHECKING:
    from soc2desk.app.presenting import Slide
    from soc2desk.desktop.shell import Shell

_TITLE, _LABEL = 1.35, 0.68
"""How much larger than the text the title is, and how much smaller the headings of parts."""
_OVERLAP = 0.85
"""How much of a screen is turned at once, so that the last line read is still there."""


class SlideView(QWidget):
    """What is longer than the screen scrolls."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._size = shell, 18.0
        self._slide: Slide | None = None
        self._labels: list[QLabel] = []
        self._inside = QWidget(self)
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 12, 0, 12)
        self._box.setSpacing(4)
        self._area = fill_scrolling(self, self._inside)

    @property
    def said(self) -> str:
        """All that is shown, as it is read aloud."""
        return " ".join(label.text() for label in self._labels)

    def show_slide(self, slide: Slide | None, instead: str) -> None:
        """Show a slide, or what is said where there is none."""
        self._slide = slide
        words = self._shell.words
        parts = [("title", words.of(slide.title) if slide else instead)]
        for label, text in slide.parts if slide else ():
            parts += [("label", words.of(label)), ("text", words.of(text))]
        self._fill(parts)
        self._area.verticalScrollBar().setValue(0)

    def show_own(self) -> None:
        """Show what is said of the company itself, once."""
        if (
            self._slide is None
            or not self._slide.own
            or self._labels[-1].text() == self._shell.words.of(self._slide.own)
        ):
            return
        for kind, text in (
            ("label", self._shell.words("presenter.here")),
            ("text", self._shell.words.of(self._slide.own)),
        ):
            self._add(kind, text)
        self.dress(self._size)

    def turn(self, by: int) -> bool:
        """Scroll by most of a screen; return whether anything was left to turn to."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(by * bar.pageStep() * _OVERLAP))
        return bar.value() != before

    def _fill(self, parts: list[tuple[str, str]]) -> None:
        while self._box.count():
            self._box.takeAt(0)
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for kind, text in parts:
            self._add(kind, text)
        self.dress(self._size)

    def _add(self, kind: str, text: str) -> None:
        label = plain_label(text, "", self._inside)
        label.setProperty("kind", kind)
        # Else a label with room above it would stand a little to the right.
        label.setIndent(0)
        self._labels.append(label)

    def dress(self, size: float) -> None:
        """Set the type of every line, in points, in the colours of the look."""
        self._size = size
        while self._box.count():
            self._box.takeAt(0)
        tokens = self._shell.tokens
        looks = {
            "title": f"font-size: {size * _TITLE:.1f}pt; font-weight: 600; color: {tokens.text};",
            "label": f"font-size: {size * _LABEL:.1f}pt; color: {tokens.accent}; padding-top: {size * 0.7:.0f}px;",
            "text": f"font-size: {size:.1f}pt; color: {tokens.text};",
        }
        for label in self._labels:
            label.setStyleSheet(looks[label.property("kind")])
            self._box.addWidget(label)
        self._box.addStretch(1)
