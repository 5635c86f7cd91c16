"""Buttons for choosing whose words go on in another line where there is no room for them in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    # At run time Qt stands beside it: Python cannot put two of Qt's classes into one.
    _Button = QCheckBox
else:
    _Button = object

WIDEST = 100_000  # pixels: more than any line
_Kind = QStyle.ContentsType


class _Wrapping(_Button):
    """Breaks the lines of a button's words; `words` are those without the breaks."""

    kind = _Kind.CT_CheckBox

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words)

    def say(self, words: str) -> None:
        """Show words; no sign in them is taken for a keyboard shortcut."""
        self._words = words
        self._wrap()
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What the button says, without the breaks."""
        return self._words

    # ---- how much room it takes ------------------------------------------------------------------

    def _around(self) -> QSize:
        """Return what the box or ring and the edge take beside one line of words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "x"
        line = QSize(self._width("x"), self.fontMetrics().lineSpacing())
        return self.style().sizeFromContents(self.kind, option, line, self) - line

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _lines(self, width: int) -> list[str]:
        room, lines = width - self._around().width(), [""]
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if not lines[-1] or self._width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _wrap(self) -> None:
        text = "\n".join(self._lines(self.width()))
        text = text.replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        """Return the size of all words in one line."""
        return QSize(self._width(self._words) + self._around().width() + 1, self.heightForWidth(WIDEST))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which the longest word can still be read."""
        longest = max((self._width(word) for word in self._words.split(" ")), default=0)
        return QSize(longest + self._around().width() + 1, self.heightForWidth(WIDEST))

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that a width asks for."""
        return max(self.fontMetrics().lineSpacing() * len(self._lines(width)) + self._around().height(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._wrap()


class WrappingRadio(_Wrapping, QRadioButton):
    """A radio button whose words break their lines."""

    kind = _Kind.CT_RadioButton


class WrappingCheck(_Wrapping, QCheckBox):
    """A tick box whose words break their lines."""
