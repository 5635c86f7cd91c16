"""A question on a page: its label, why it is asked, the field, what our rules see, and where the answer appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.fields.appears import AppearsLine
from soc2desk.desktop.fields.editor import name_targets
from soc2desk.desktop.fields.make import make_editor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.practice import DONE, Practice, put_together, taken_apart
from soc2desk.desktop.fields.saying import said
from soc2desk.desktop.fields.teaching import TeachingLine
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.open_project import Draft
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.fields.spec import FieldSpec
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.problems import Problem

TYPING_PAUSE_MS = 120
TYPING_AT_MOST_MS = 1000
"""Who types on and on without a pause is heard after so long."""
Given = tuple["Plain", str, str]
"""What stands in a field: its value, whether it is done, planned or not yet, and from when."""
SHORT = frozenset({QuestionKind.NUMBER, QuestionKind.DURATION, QuestionKind.CADENCE})
"""Kinds whose field leaves room beside it."""
UNCONFIRMED = "FD-72"
"""The finding about a usual value that nobody confirmed: said once, by the note beside the field."""


class FieldFrame(QWidget):
    """One field with all that belongs to it. What does not fit is kept as typed and said when the field is left."""

    def __init__(self, shell: Shell, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.spec = shell, spec
        self.editor = self._make_editor()
        self.practice = self._make_practice()
        self._problem: Problem | None = None
        self._as_shown: Given | None = None
        self._was_left = False
        self._pause, self._latest = (self._commit_after(wait) for wait in (TYPING_PAUSE_MS, TYPING_AT_MOST_MS))
        self._build()
        self._connect()
        self.refresh()

    def _commit_after(self, wait: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(self.commit)
        return timer

    def _make_editor(self) -> Editor:
        return make_editor(self.spec, self.shell, self)

    def _make_practice(self) -> Practice | None:
        # A yes or no says "not yet" itself.
        if not self.spec.is_promise or self.spec.kind == QuestionKind.YES_NO:
            return None
        return Practice(self, self.shell.words)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        self.label = plain_label(self.spec.label, "question", self)
        self.label.setBuddy(self.editor)
        box.addWidget(self.label)
        if self.spec.hint:
            box.addWidget(plain_label(self.spec.hint, "hint", self))
        self.lesson = TeachingLine(self.shell, self.spec, self)
        box.addWidget(self.lesson)
        self.note = FindingNote(self.shell, self)
        box.addWidget(self.note)
        box.addLayout(self._field_row())
        box.addWidget(self._usual_row())
        self.appears = AppearsLine(self.shell, self.spec, self)
        box.addWidget(self.appears)
        name_targets(self.editor, self.spec)
        for widget in self.practice.focus_targets() if self.practice else ():
            widget.setAccessibleName(f"{self.spec.label}: {widget.property('own_name')}")

    def _field_row(self) -> QLayout:
        """Put short fields and what belongs to them side by side, long ones below each other."""
        is_short = self.spec.kind in SHORT
        row: QLayout = FlowLayout() if is_short else QVBoxLayout()
        row.addWidget(self.editor)
        if self.practice is not None:
            row.addWidget(self.practice)
        return row

    def _usual_row(self) -> QWidget:
        self.usual_row = QWidget(self)
        row = QHBoxLayout(self.usual_row)
        row.setContentsMargins(0, 0, 0, 0)
        self.usual_note = plain_label(self.shell.words("field.usual"), "hint", self.usual_row)
        self.usual_button = QPushButton(self.shell.words("field.use_it"), self.usual_row)
        self.usual_button.setAccessibleName(f"{self.spec.label}: {self.shell.words('field.use_it')}")
        self.usual_button.clicked.connect(self._use_usual)
        row.addWidget(self.usual_button)
        row.addWidget(self.usual_note, 1)
        return self.usual_row

    def _connect(self) -> None:
        self.editor.typed.connect(self._typed)
        self.editor.picked.connect(self._picked)
        if self.practice is not None:
            self.practice.typed.connect(self._typed)
            self.practice.picked.connect(self.commit)

    def _typed(self) -> None:
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    # ---- from the project ------------------------------------------------------------------------

    def stored(self) -> Plain:
        """Return the value in the project, in its plain form; None for none."""
        value: Plain = dict(self.shell.project.session.plain)
        for step in self.spec.path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def refresh(self) -> None:
        """Show the project as it stands, except what is being typed or waits to be mended."""
        if self._pause.isActive() or self._problem is not None:
            return
        kept = self.shell.project.drafts.get(self.spec.place)
        if kept is not None:
            self._problem = kept.problem
            self._show(kept.value, kept.state, kept.start)
            self._say_findings()
            return
        value, state, start = taken_apart(self.stored())
        if self.spec.kind == QuestionKind.YES_NO and state != DONE:
            value = self.stored() if isinstance(self.stored(), str) else value
        self._show(self._usual() if self.is_suggested and value is None else value, state, start)

    def _show(self, value: Plain, state: str, start: str) -> None:
        self.editor.show_value(value)
        if self.practice is not None:
            self.practice.show_state(state, start)
        self._as_shown = self._given()
        self.usual_row.setVisible(self.is_suggested and not self._read_only)
        self.editor.set_read_only(self._read_only)
        if self.practice is not None:
            self.practice.setEnabled(not self._read_only)

    @property
    def _read_only(self) -> bool:
        return self.shell.project.session.is_read_only

    @property
    def is_suggested(self) -> bool:
        """Whether a usual value stands here that nobody confirmed."""
        stored = self.stored()
        return (stored is None and self.spec.usual is not None) or (isinstance(stored, dict) and "suggested" in stored)

    def _usual(self) -> Plain:
        usual = self.spec.usual
        is_list = self.spec.kind in {QuestionKind.MANY, QuestionKind.LIST}
        return [usual] if is_list and usual is not None else usual

    def settle(self) -> None:
        """Show where the answer appears and, unless somebody is typing here, what our rules see."""
        self.appears.say()
        self.lesson.say()
        if not self.has_focus():
            self._say_findings()

    def findings(self) -> tuple[Finding, ...]:
        """Return what our rules see here, but for what the note beside the field says already."""
        found = self.shell.project.findings_at(self.spec.place)
        return tuple(finding for finding in found if finding.rule != UNCONFIRMED)

    # ---- to the project --------------------------------------------------------------------------

    def commit(self) -> None:
        """Give what stands in the field to the project; what does not fit waits here."""
        self._stop_waiting()
        given = self._given()
        # A field that was only visited changes nothing, also where it cannot show all that an answer says.
        if given == self._as_shown and self._problem is None:
            return
        value, state, start = self._as_shown = given
        plain = put_together(value, state, start)
        if plain == self.stored() or (self.is_suggested and plain == self._usual()) or self._read_only:
            self._forget_problem()
            return
        self._problem = self.shell.project.put(self.puts(plain), self.change_name(), self.spec.place)
        if self._problem is None:
            self._forget_problem()
        else:
            self.shell.project.keep_draft(self.spec.place, Draft(value, state, start, self._problem))

    def _stop_waiting(self) -> None:
        for timer in (self._pause, self._latest):
            timer.stop()

    def _given(self) -> Given:
        """Return what stands in the field: value, practice and start."""
        if self.practice is None:
            return self.editor.value(), DONE, ""
        return self.editor.value(), self.practice.state(), self.practice.start.text().strip()

    def puts(self, plain: Plain) -> dict[Where, Plain]:
        """Return what goes into the project for a value of this field."""
        return {self.spec.path: plain}

    def change_name(self) -> str:
        """Return what a change of this field is called in undo."""
        return self.shell.words("history.answer", question=self.spec.label)

    def _forget_problem(self) -> None:
        self._problem = None
        self.shell.project.drafts.pop(self.spec.place, None)
        self.note.say(())
        self.editor.mark_wrong(wrong=False)
        self.usual_row.setVisible(self.is_suggested and not self._read_only)

    def _picked(self) -> None:
        """Take a choice at once; who picks the usual one that stands there already confirms it."""
        if self.is_suggested and self._given() == self._as_shown and not self._read_only:
            self._confirm_usual()
        else:
            self.commit()

    def _confirm_usual(self) -> None:
        value, state, start = taken_apart(self.stored())
        plain = put_together(self._usual() if value is None else value, state, start)
        self._problem = self.shell.project.put(self.puts(plain), self.change_name())
        self.shell.project.leave_field()
        self.refresh()

    def _use_usual(self) -> None:
        self._confirm_usual()
        self.editor.first.setFocus()

    # ---- the keyboard ----------------------------------------------------------------------------

    def has_focus(self) -> bool:
        """Return whether the keyboard is anywhere in this field."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def entered(self) -> None:
        """Tell the preview which answer it should show."""
        self.shell.look_at.emit(self.spec.place)

    def left(self) -> None:
        """Take what was typed and say what does not fit; findings are said when everything is composed again."""
        self.commit()
        self._was_left = True
        if self._problem is not None or self.shell.project.is_settled:
            self._say_findings()
        self.shell.project.leave_field()

    def _say_findings(self) -> None:
        if self._problem is not None:
            texts = [("bad", said(self._problem, self.spec, self.shell, still=self.stored() is not None))]
        else:
            texts = [(finding.severity.value, self.shell.words.of(finding.message)) for finding in self.findings()]
        self.note.say(tuple(texts))
        self.editor.mark_wrong(wrong=self._problem is not None)
        if self._was_left and texts:
            announce(self, " ".join(words for _, words in texts))
        self._was_left = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell nobody later about a field that is out of sight by then."""
        super().hideEvent(event)
        self._was_left = False

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.editor.first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def field_of(widget: QWidget) -> FieldFrame | None:
    """Return the field that a widget stands in, None for none."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, FieldFrame):
        at = at.parentWidget()
    return at
