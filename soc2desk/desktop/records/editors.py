"""Fields that only records have: words with offers, a moment, and a name with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QPushButton

from soc2desk.desktop.fields.editor import Combo, Editor
from soc2desk.desktop.fields.number import DATE_LINE
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.flow import FlowLayout

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from soc2desk.app.session import Plain
    from soc2desk.desktop.words import Words

Choices = tuple[tuple[str, str], ...]
MOMENT_LINE = 180  # pixels, before scaling
WORDS_LINE = 320  # pixels, before scaling


class OfferEditor(Editor):
    """Words that are typed or taken from a list. `choices` are ids and words; other words stay as typed."""

    def __init__(self, parent: QWidget, choices: Choices) -> None:
        super().__init__(parent)
        self.combo = Combo(self)
        self.line = QLineEdit(self.combo)
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self.combo.setMinimumWidth(WORDS_LINE)
        self.combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for id_, words in choices:
            self.combo.addItem(words, id_)
        self.combo.setCurrentIndex(-1)
        self._ids = {words.casefold(): id_ for id_, words in choices}
        self._words = dict(choices)
        self.line.setMaxLength(LONGEST)
        self.line.textEdited.connect(self.typed)
        self.combo.activated.connect(self.picked)
        row = FlowLayout(self)
        row.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def show_value(self, value: Plain) -> None:
        """Show words, or the words of an id."""
        if self.value() == value:
            return
        with QSignalBlocker(self.combo):
            self.combo.setEditText(self._words.get(value, value) if isinstance(value, str) else "")

    def value(self) -> Plain:
        """Return what was chosen or typed."""
        words = self.line.text().strip()
        return self._ids.get(words.casefold(), words) or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the list with its line."""
        return (self.combo,)


class MomentEditor(Editor):
    """A day with a time, typed as 2027-01-31 17:05."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setFixedWidth(MOMENT_LINE)
        self.line.setPlaceholderText("2027-01-31 17:05")
        self.line.textEdited.connect(self.typed)
        row = FlowLayout(self)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: Plain) -> None:
        """Show the moment."""
        words = value if isinstance(value, str) else ""
        if self.line.text().strip() != words:
            self.line.setText(words)

    def value(self) -> Plain:
        """Return what was typed."""
        return self.line.text().strip() or None

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)


class SignatureEditor(Editor):
    """Who put a name to it, and on which day: today by a button, or an earlier day as typed."""

    def __init__(self, parent: QWidget, people: Choices, today: date, words: Words) -> None:
        super().__init__(parent)
        self._today = today
        self.who = OfferEditor(self, people)
        self.who.combo.setProperty("own_name", words("records.signed_by"))
        self.line = QLineEdit(self)
        self.line.setFixedWidth(DATE_LINE)
        self.line.setPlaceholderText("2027-01-31")
        self.line.setProperty("own_name", words("records.signed_on"))
        self.button = QPushButton(words("records.today"), self)
        self.button.setProperty("own_name", words("records.today"))
        self.button.clicked.connect(self._sign_today)
        self.who.typed.connect(self.typed)
        self.who.picked.connect(self.picked)
        self.line.textEdited.connect(self.typed)
        row = FlowLayout(self)
        for widget in (self.who, self.line, self.button):
            row.addWidget(widget)
        self.setFocusProxy(self.who)

    def show_value(self, value: Plain) -> None:
        """Show who signed and when."""
        given = value if isinstance(value, dict) else {}
        self.who.show_value(given.get("by"))
        day = str(given.get("on") or "")
        if self.line.text().strip() != day:
            self.line.setText(day)

    def value(self) -> Plain:
        """Return who signed and when; None where neither was said."""
        who, day = self.who.value(), self.line.text().strip()
        return {"by": who or "", **({"on": day} if day else {})} if who or day else None

    def _sign_today(self) -> None:
        self.line.setText(self._today.isoformat())
        self.picked.emit()

    def focus_targets(self) -> tuple[QWidget, ...]:
        """Return the list of people, the day and the button."""
        return (self.who.combo, self.line, self.button)
