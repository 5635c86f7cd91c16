"""The forms that put a control into a client's own words, and that retire it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.fields.text import LongTextEditor, TextEditor
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_people import PersonList, people_here

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.app.control_wording import ControlText
    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.shell import Shell


class _Form(QWidget):
    """What both forms have: a title, who says it, why it cannot be, and two buttons. `kept` and `left` say which."""

    kept = Signal()
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._shell, self._name = shell, name
        self.control = ""
        words = shell.words
        self.title = plain_label("", "heading", self)
        self.by = PersonList(words("controls.change.by"), self)
        self.note = FindingNote(shell, self)
        self.keep_button = QPushButton(words(f"controls.{name}.keep"), self)
        self.keep_button.setProperty("primary", True)
        self.leave_button = QPushButton(words("controls.change.leave"), self)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.box.addWidget(self.title)
        self.box.addWidget(plain_label(words(f"controls.{name}.hint"), "hint", self))
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)

    def _finish(self) -> None:
        self._add(self._shell.words("controls.change.by"), self.by)
        self.box.addWidget(self.note)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.leave_button)
        self.foot.addStretch(1)
        self.box.addSpacing(8)
        self.box.addLayout(self.foot)

    def _add(self, title: str, widget: QWidget) -> None:
        label = plain_label(title, "question", self)
        label.setContentsMargins(0, 8, 0, 0)
        label.setBuddy(widget)
        self.box.addWidget(label)
        self.box.addWidget(widget)

    def _add_editor(self, key: str, editor: Editor) -> None:
        title = self._shell.words(key)
        self._add(title, editor)
        for target in editor.focus_targets():
            own = target.property("own_name")
            target.setAccessibleName(f"{title}: {own}" if own else title)

    def begin(self, control: str, title: str) -> None:
        """Show the form for a control, with nothing said against it yet."""
        self.control = control
        self.title.setText(self._shell.words(f"controls.{self._name}.title", id=control, title=title))
        self.by.offer(people_here(self._shell), self._shell.words("controls.change.by_choose"))
        self.note.say(())

    def say(self, problem: str) -> None:
        """Say why it cannot be done."""
        self.note.say((("bad", problem),))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WordingForm(_Form):
    """A control's statement in the client's own words. `restored` asks for the library's again."""

    restored = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell, parent, "wording")
        words = shell.words
        self.library = plain_label("", "body", self)
        self.names = plain_label("", "small", self)
        self.text = LongTextEditor(self)
        self.restore_button = QPushButton(words("controls.wording.restore"), self)
        self.restore_button.clicked.connect(self.restored)
        self.box.addWidget(plain_label(words("controls.wording.library"), "question", self))
        self.box.addWidget(self.library)
        self._add_editor("controls.wording.text", self.text)
        self.box.addWidget(self.names)
        self._finish()
        self.foot.addWidget(self.restore_button)

    def show_text(self, shown: ControlText) -> None:
        """Show what a control says, ours and the client's."""
        words = self._shell.words
        self.begin(shown.control, words.of(shown.title))
        self.library.setText(shown.library)
        self.text.show_value(shown.text if shown.text is not None else shown.library)
        listed = "; ".join(f"{{{{ {name} }}}} {words.of(label)}" for name, label in shown.names)
        self.names.setText(words("controls.wording.names", listed=listed))
        self.names.setVisible(bool(listed))
        self.restore_button.setVisible(shown.text is not None)
        told = [("medium", words("controls.wording.changed"))] if shown.changed else []
        told += [("bad", words.of(shown.problem))] if shown.problem else []
        self.note.say(tuple(told))

    def take_focus(self) -> None:
        """Put the keyboard into the text."""
        self.text.focus_targets()[0].setFocus()


class RetireForm(_Form):
    """The last day on which a control was performed, and why."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell, parent, "retire")
        words = shell.words
        self.day = DateEditor(self, lambda day: said_date(day, words), words("field.calendar"))
        self.reason = TextEditor(self)
        self._add_editor("controls.retire.day", self.day)
        self._add_editor("controls.retire.reason", self.reason)
        self._finish()

    def show_control(self, control: str, title: str) -> None:
        """Show the form for a control, empty."""
        self.begin(control, title)
        self.day.show_value(None)
        self.reason.show_value(None)

    def take_focus(self) -> None:
        """Put the keyboard on the day."""
        self.day.focus_targets()[0].setFocus()
